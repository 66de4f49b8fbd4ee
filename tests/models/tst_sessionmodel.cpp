// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/sessionmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;

class SessionModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsRows();
    void keepsSelections();
    void hasTitlesOfTheApp();
    void refreshesOncePerInterval();
    void isEmptyWithoutSession();
};

namespace {

/// One row a letter; a row's value is how often the letter stands there.
class LetterModel : public SessionModel
{
public:
    struct Row
    {
        std::string key;
        int value = 0;
        bool operator==(const Row &) const = default;
    };

    explicit LetterModel(Milliseconds interval = Milliseconds(0))
        : SessionModel(nullptr, interval)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        return role == Qt::DisplayRole ? QVariant(text(m_rows[std::size_t(index.row())]))
                                       : QVariant();
    }
    void show(std::vector<Row> rows) { syncRows(m_rows, std::move(rows)); }
    QString shown() const
    {
        QString all;
        for (const Row &row : m_rows) {
            all += text(row);
        }
        return all;
    }

    using SessionModel::requestRefresh;
    int refreshes = 0;

protected:
    void refresh() override { ++refreshes; }
    void clear() override { m_rows.clear(); }
    void connectSession(session::Session &) override {}

private:
    static QString text(const Row &row)
    {
        return QString::fromStdString(row.key) + QString::number(row.value);
    }
    std::vector<Row> m_rows;
};

/// "a1b2" as rows.
std::vector<LetterModel::Row> rowsOf(const QByteArray &picture)
{
    std::vector<LetterModel::Row> rows;
    for (qsizetype i = 0; i + 1 < picture.size(); i += 2) {
        rows.push_back({std::string(1, picture[i]), picture[i + 1] - '0'});
    }
    return rows;
}

} // namespace

void SessionModelTest::followsRows()
{
    LetterModel model;
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.show(rowsOf("a1b1c1"));
    model.show(rowsOf("a1b2c2"));
    QCOMPARE(changes.count(), 1); // b and c in one range
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 2);
    QRandomGenerator random(11);
    for (int turn = 0; turn < 200; ++turn) {
        QByteArray picture;
        std::vector<char> letters{'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'};
        std::shuffle(letters.begin(), letters.end(), random);
        letters.resize(random.bounded(8U));
        for (const char letter : letters) {
            picture += letter;
            picture += static_cast<char>('0' + random.bounded(3));
        }
        model.show(rowsOf(picture));
        QCOMPARE(model.shown().toUtf8(), picture);
    }
    QCOMPARE(resets.count(), 0);
}

void SessionModelTest::keepsSelections()
{
    LetterModel model;
    model.show(rowsOf("a1b1c1d1"));
    const QPersistentModelIndex selected(model.index(2, 0));
    model.show(rowsOf("x1c2d1a1b1"));
    QVERIFY(selected.isValid());
    QCOMPARE(selected.row(), 1);
    QCOMPARE(selected.data().toString(), QStringLiteral("c2"));
    model.show(rowsOf("a1"));
    QVERIFY(!selected.isValid());
}

void SessionModelTest::hasTitlesOfTheApp()
{
    LetterModel model;
    const QSignalSpy changed(&model, &QAbstractItemModel::headerDataChanged);
    QVERIFY(!model.headerData(0, Qt::Horizontal).isValid());
    QVERIFY(model.setHeaderData(0, Qt::Horizontal, QStringLiteral("Letter")));
    QVERIFY(model.setHeaderData(0, Qt::Horizontal, QStringLiteral("tip"), Qt::ToolTipRole));
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Letter"));
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString(),
             QStringLiteral("tip"));
    QCOMPARE(changed.count(), 2);
    QVERIFY(!model.setHeaderData(1, Qt::Horizontal, QStringLiteral("none")));
    QVERIFY(!model.setHeaderData(0, Qt::Vertical, QStringLiteral("none")));
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
}

void SessionModelTest::refreshesOncePerInterval()
{
    LiveSession live;
    LetterModel model(Milliseconds(50));
    model.setSession(live.session.get(), &live.cursor);
    QCOMPARE(model.refreshes, 1);
    model.requestRefresh();
    QCOMPARE(model.refreshes, 2);
    model.requestRefresh();
    model.requestRefresh();
    QCOMPARE(model.refreshes, 2);
    QTRY_COMPARE(model.refreshes, 3);
    // The cursor is in a hand: it does not wait.
    model.requestRefresh();
    live.cursor.setFixed(live.clock.wallNow());
    QVERIFY(model.refreshes >= 4);
}

void SessionModelTest::isEmptyWithoutSession()
{
    LiveSession live;
    LetterModel model(Milliseconds(50));
    const QAbstractItemModelTester tester(&model);
    auto cursor = std::make_unique<session::TimeCursor>(live.clock);
    model.setSession(live.session.get(), cursor.get());
    model.show(rowsOf("a1"));
    cursor.reset();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.session());
    QVERIFY(!model.cursor());
    model.requestRefresh();
    QCOMPARE(model.refreshes, 1);

    model.setSession(live.session.get(), nullptr);
    model.show(rowsOf("b1"));
    model.requestRefresh();
    model.requestRefresh();
    live.session.reset();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.session());
    model.setSession(nullptr, nullptr);
}

QTEST_GUILESS_MAIN(SessionModelTest)
#include "tst_sessionmodel.moc"
