// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logquerybar.h"
#include "app/pageactions.h"
#include "app/querystore.h"
#include "app/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace foretop::app;

class QueryEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void goesThroughHistory();
    void offersCompletion();
    void completesAField();
    void marksWhatIsWrong();
    void keepsQueries();

private:
    QAbstractItemView *popup() const { return m_edit->findChild<QCompleter *>()->popup(); }

    QTemporaryDir m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QueryStore> m_queries;
    std::unique_ptr<QWidget> m_window;
    LogQueryBar *m_bar = nullptr;
    QueryEdit *m_edit = nullptr;
};

void QueryEditTest::init()
{
    m_settings = std::make_unique<Settings>(m_directory.filePath(
        QString::fromUtf8(QTest::currentTestFunction()) + QStringLiteral(".ini")));
    m_theme = std::make_unique<Theme>();
    m_theme->setAppearance(Appearance::Light);
    m_queries = std::make_unique<QueryStore>(*m_settings);
    m_window = std::make_unique<QWidget>();
    auto *actions = new PageActions(*m_theme, m_window.get());
    m_bar = new LogQueryBar(*m_theme, *actions, *m_queries, m_window.get());
    m_edit = m_bar->edit();
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_bar);
    layout->addStretch();
    m_window->resize(600, 200);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
}

void QueryEditTest::cleanup()
{
    m_window.reset();
}

void QueryEditTest::goesThroughHistory()
{
    for (const char *text : {"one", "two"}) {
        m_edit->setText(QString::fromUtf8(text));
        QTest::keyClick(m_edit, Qt::Key_Return);
    }
    m_edit->clear();
    QTest::keyClicks(m_edit, QStringLiteral("dra"));
    QTest::keyClick(m_edit, Qt::Key_Up);
    QCOMPARE(m_edit->text(), QStringLiteral("two"));
    QTest::keyClick(m_edit, Qt::Key_Up);
    QTest::keyClick(m_edit, Qt::Key_Up);
    QCOMPARE(m_edit->text(), QStringLiteral("one"));
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QCOMPARE(m_edit->text(), QStringLiteral("dra"));
    const QSignalSpy left(m_bar, &LogQueryBar::left);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QCOMPARE(left.size(), 1);
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QVERIFY(m_edit->text().isEmpty());
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QCOMPARE(left.size(), 2);
}

void QueryEditTest::offersCompletion()
{
    m_edit->setCompletionSource([](const QString &text, int cursor) {
        const int begin = int(text.lastIndexOf(u' ', cursor - 1)) + 1;
        EditCompletion completion{begin, cursor, {}};
        for (const char *item : {"status:", "started"}) {
            if (QString::fromUtf8(item).startsWith(text.mid(begin, cursor - begin))) {
                completion.items << QString::fromUtf8(item);
            }
        }
        return completion;
    });
    QTest::keyClicks(m_edit, QStringLiteral("x sta"));
    QTRY_VERIFY(m_edit->isCompleting());
    QCOMPARE(popup()->model()->rowCount(), 2);
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!m_edit->isCompleting());
    QCOMPARE(m_edit->text(), QStringLiteral("x sta"));
    QTest::keyClick(m_edit, Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(m_edit->text(), QStringLiteral("x started "));
    QVERIFY(!m_edit->isCompleting());
}

void QueryEditTest::completesAField()
{
    m_edit->setCompletionSource([](const QString &text, int cursor) {
        return text.endsWith(u':') ? EditCompletion{cursor, cursor, {QStringLiteral("503")}}
                                   : EditCompletion{0, cursor, {QStringLiteral("status:")}};
    });
    QTest::keyClicks(m_edit, QStringLiteral("st"));
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(), Qt::Key_Tab);
    // Its values come at once.
    QCOMPARE(m_edit->text(), QStringLiteral("status:"));
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(m_edit->text(), QStringLiteral("status:503 "));
}

void QueryEditTest::marksWhatIsWrong()
{
    m_edit->setText(QStringLiteral("abc /x( def"));
    const QImage before = m_edit->grab().toImage();
    m_bar->setFault(EditFault{4, 3, QStringLiteral("a parenthesis is not closed")}, m_window.get());
    auto *fault = m_window->findChild<QLabel *>(QStringLiteral("queryFault"));
    QVERIFY(fault->isVisible());
    QCOMPARE(fault->text(), QStringLiteral("a parenthesis is not closed"));
    QCOMPARE(m_edit->accessibleDescription(), fault->text());
    QVERIFY(m_edit->grab().toImage() != before);
    QCOMPARE(m_edit->text(), QStringLiteral("abc /x( def"));
    // Typing on takes it away until the text is read again.
    QTest::keyClicks(m_edit, QStringLiteral(")"));
    QVERIFY(!fault->isVisible());
    QVERIFY(m_edit->accessibleDescription().isEmpty());
}

void QueryEditTest::keepsQueries()
{
    for (int i = 0; i < 2 * QueryStore::kMostRecent; ++i) {
        m_queries->remember(QString::number(i));
    }
    m_queries->remember(QStringLiteral("150"));
    QVERIFY(m_queries->save({QStringLiteral("errors"), QStringLiteral("level>=error")}));
    QVERIFY(m_queries->save({QStringLiteral("all"), QStringLiteral("x")}));
    QVERIFY(m_queries->save({QStringLiteral("errors"), QStringLiteral("level:error")}));
    const QueryStore again(*m_settings);
    QCOMPARE(again.recent().size(), QueryStore::kMostRecent);
    QCOMPARE(again.recent().constFirst(), QStringLiteral("150"));
    QCOMPARE(again.saved().size(), 2);
    QCOMPARE(again.saved()[1],
             (SavedQuery{QStringLiteral("errors"), QStringLiteral("level:error")}));
    m_queries->remove(QStringLiteral("all"));
    QCOMPARE(m_queries->saved().size(), 1);
}

QTEST_MAIN(QueryEditTest)
#include "tst_queryedit.moc"
