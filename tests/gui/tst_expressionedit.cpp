// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/completionmodel.h"
#include "app/expressionbuilder.h"
#include "app/expressionedit.h"
#include "app/labelchooser.h"
#include "app/legendedit.h"
#include "app/metricpicker.h"
#include "app/theme.h"
#include "metricnamesfixture.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

using namespace foretop;
using namespace foretop::app;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class ExpressionEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void completesAMetric();
    void completesAFunction();
    void completesLabelsAndValues();
    void completesOnlyWhatIsTyped();
    void takesNewNames();
    void asksOnAWorker();
    void marksWhatIsWrong();
    void leavesTheWordToThePrometheus();
    void pairsBrackets();
    void growsWithItsText();
    void completesLegends();
    void buildsAnExpression();
    void buildsForAHistogram();
    void showsWhatIsWritten_data();
    void showsWhatIsWritten();
    void keepsHalfARegex();

private:
    QAbstractItemView *popup(const QWidget *edit) const
    {
        return edit->findChild<QCompleter *>()->popup();
    }
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void waveAt(int begin, int length) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    std::shared_ptr<const ShopNames> m_vocabulary;
    ExpressionEdit *m_edit = nullptr;
    LegendEdit *m_legend = nullptr;
    ExpressionBuilder *m_builder = nullptr;
};

void ExpressionEditTest::init()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setAppearance(Appearance::Light);
    m_vocabulary = std::make_shared<const ShopNames>();
    m_window = std::make_unique<QWidget>();
    m_edit = new ExpressionEdit(*m_theme, m_window.get());
    m_legend = new LegendEdit(m_window.get());
    m_builder = new ExpressionBuilder(*m_theme, m_window.get());
    m_edit->setNames(shopNames(m_vocabulary));
    m_edit->setVariables({{u("job"), u("(a|b)")}});
    m_builder->setNames(shopNames(m_vocabulary));
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_builder);
    layout->addWidget(m_edit);
    layout->addWidget(m_legend);
    layout->addStretch();
    m_window->resize(900, 500);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
}

void ExpressionEditTest::cleanup()
{
    m_window.reset();
}

void ExpressionEditTest::completesAMetric()
{
    QTest::keyClicks(m_edit, u("requ"));
    QTRY_VERIFY(m_edit->isCompleting());
    auto *list = popup(m_edit);
    const QModelIndex first = list->model()->index(0, 0);
    QCOMPARE(first.data().toString(), u("http_requests_total"));
    QCOMPARE(first.data(CompletionModel::TypeRole).toString(), u("counter"));
    QCOMPARE(first.data(CompletionModel::HelpRole).toString(), u("Requests answered."));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_edit->expression(), u("http_requests_total"));
    QVERIFY(!m_edit->isCompleting());
    m_edit->undo();
    QCOMPARE(m_edit->expression(), u("requ"));
}

void ExpressionEditTest::completesAFunction()
{
    QTest::keyClicks(m_edit, u("rat"));
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(m_edit), Qt::Key_Tab);
    QCOMPARE(m_edit->expression(), u("rate()"));
    QCOMPARE(m_edit->textCursor().position(), 5);
    QVERIFY(m_edit->hasFocus());
    QTest::keyClicks(m_edit, u("load1["));
    QTRY_VERIFY(m_edit->isCompleting());
    QCOMPARE(popup(m_edit)->model()->index(0, 0).data().toString(), u("$__rate_interval"));
    // Nothing of it is typed: Return goes to the next line, Tab takes the first.
    QTest::keyClick(popup(m_edit), Qt::Key_Tab);
    QCOMPARE(m_edit->expression(), u("rate(load1[$__rate_interval)"));
}

void ExpressionEditTest::completesLabelsAndValues()
{
    m_edit->setExpression(u("http_requests_total"));
    QTest::keyClicks(m_edit, u("{"));
    QTRY_VERIFY(m_edit->isCompleting());
    QCOMPARE(popup(m_edit)->model()->rowCount(), 2);
    QTest::keyClick(popup(m_edit), Qt::Key_Down);
    QTest::keyClick(popup(m_edit), Qt::Key_Down);
    QTest::keyClick(popup(m_edit), Qt::Key_Return);
    QCOMPARE(m_edit->expression(), u("http_requests_total{method"));
    QTest::keyClicks(m_edit, u("=\"P"));
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(m_edit), Qt::Key_Return);
    QCOMPARE(m_edit->expression(), u("http_requests_total{method=\"POST\""));
    QTest::keyClicks(m_edit, u(", code=~\"$j"));
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(m_edit), Qt::Key_Return);
    QCOMPARE(m_edit->expression(), u("http_requests_total{method=\"POST\", code=~\"$job"));
}

void ExpressionEditTest::completesOnlyWhatIsTyped()
{
    QTest::keyClicks(m_edit, u("load1"));
    QTest::keyClick(m_edit, Qt::Key_Space);
    QTest::qWait(50);
    QVERIFY(!m_edit->isCompleting());
    QTest::keyClick(m_edit, Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(m_edit), Qt::Key_Escape);
    QVERIFY(!m_edit->isCompleting());
    QCOMPARE(m_edit->expression(), u("load1 "));
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_edit->expression(), u("load1 \n"));
    QTest::keyClicks(m_edit, u("+ lo"));
    QTRY_VERIFY(m_edit->isCompleting());
    QTest::keyClick(popup(m_edit), Qt::Key_Left);
    QVERIFY(!m_edit->isCompleting());
}

void ExpressionEditTest::takesNewNames()
{
    m_edit->setNames({});
    QTest::keyClicks(m_edit, u("load"));
    QTest::qWait(50);
    QVERIFY(!m_edit->isCompleting());
    m_edit->setNames(shopNames(m_vocabulary));
    QTRY_VERIFY(m_edit->isCompleting());
    // Once it was closed, news does not open it.
    QTest::keyClick(popup(m_edit), Qt::Key_Escape);
    m_edit->setNames(shopNames(m_vocabulary));
    QTest::qWait(50);
    QVERIFY(!m_edit->isCompleting());
}

void ExpressionEditTest::asksOnAWorker()
{
    const auto many = std::make_shared<const ShopNames>(500'000);
    const auto names = shopNames(many);
    m_edit->setNames(names);
    m_builder->setNames(names);
    const int before = many->askedByGui();
    QTest::keyClicks(m_edit, u("other_4999"));
    QTRY_VERIFY_WITH_TIMEOUT(m_edit->isCompleting(), 20'000);
    QTRY_COMPARE(popup(m_edit)->model()->index(0, 0).data().toString(), u("other_4999"));
    QTest::keyClick(popup(m_edit), Qt::Key_Escape);
    auto *metric = part<MetricPicker>("builderMetric");
    metric->setFocus();
    QTest::keyClicks(metric, u("other_49999"));
    QTRY_VERIFY_WITH_TIMEOUT(popup(metric)->isVisible(), 20'000);
    QTRY_COMPARE(popup(metric)->model()->index(0, 0).data().toString(), u("other_49999"));
    QVERIFY(popup(metric)->model()->rowCount() <= int(MetricPicker::kMostOffered));
    QCOMPARE(many->askedByGui(), before);
}

void ExpressionEditTest::waveAt(int begin, int length) const
{
    for (const auto &mark : m_edit->extraSelections()) {
        if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline) {
            QCOMPARE(mark.cursor.selectionStart(), begin);
            QCOMPARE(mark.cursor.selectionEnd(), begin + length);
            return;
        }
    }
    QCOMPARE(-1, begin);
}

void ExpressionEditTest::marksWhatIsWrong()
{
    const QSignalSpy told(m_edit, &ExpressionEdit::faultChanged);
    QTest::keyClicks(m_edit, u("load1 + raet(load1)"));
    QVERIFY(!m_edit->fault());
    QTRY_VERIFY(m_edit->fault());
    QVERIFY(m_edit->fault()->message.contains(u("raet")));
    QCOMPARE(m_edit->accessibleDescription(), m_edit->fault()->message);
    QVERIFY(!m_edit->isFaultHint());
    waveAt(8, 4);
    QCOMPARE(told.size(), 1);
    QTest::keyClick(m_edit, Qt::Key_Space);
    QVERIFY(!m_edit->fault());
    QVERIFY(m_edit->accessibleDescription().isEmpty());
    m_edit->setExpression(u("rate(load1[$__rate_interval]) + load1{a=~\"$job\"}"));
    QVERIFY(!m_edit->fault());
    m_edit->setExpression(u("rate(load1[$__rate_interval]) + $nobody"));
    QVERIFY(m_edit->fault());
    waveAt(32, 1);
}

void ExpressionEditTest::leavesTheWordToThePrometheus()
{
    m_edit->setFaultsAreHints(true);
    m_edit->setExpression(u("holt_winters_of_tomorrow(load1)"));
    QVERIFY(m_edit->fault());
    QVERIFY(m_edit->isFaultHint());
    m_edit->setAnswer({});
    QVERIFY(!m_edit->fault());
    m_edit->setAnswer(EditFault{25, 5, u("no such metric")});
    QVERIFY(!m_edit->isFaultHint());
    QCOMPARE(m_edit->accessibleDescription(), u("no such metric"));
    waveAt(25, 5);
    // What it said of another text counts no longer.
    QTest::keyClicks(m_edit, u(" "));
    m_edit->setAnswer(EditFault{0, 1, u("late")});
    QVERIFY(!m_edit->fault());
}

void ExpressionEditTest::pairsBrackets()
{
    m_edit->setExpression(u("sum(rate(load1[1m]))"));
    const auto places = [this] {
        QVector<int> found;
        for (const auto &mark : m_edit->extraSelections()) {
            found << mark.cursor.selectionStart();
        }
        return found;
    };
    QCOMPARE(places(), (QVector{19, 3}));
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(15);
    m_edit->setTextCursor(cursor);
    QCOMPARE(places(), (QVector{14, 17}));
}

void ExpressionEditTest::growsWithItsText()
{
    const int least = m_edit->height();
    m_edit->setExpression(u("load1\n+\nload1\n+\nload1"));
    QTRY_VERIFY(m_edit->height() > least);
    const QString many = QStringList(100, u("load1")).join(u("\n+\n"));
    m_edit->setExpression(many);
    QTRY_VERIFY(m_edit->height() < 5 * least);
    QVERIFY(!m_edit->fault());
    m_edit->setExpression({});
    QTRY_COMPARE(m_edit->height(), least);
}

void ExpressionEditTest::completesLegends()
{
    m_legend->setLabels({u("code"), u("method")});
    m_legend->setFocus();
    QTest::keyClicks(m_legend, u("of {{"));
    QTRY_VERIFY(popup(m_legend)->isVisible());
    QTest::keyClick(popup(m_legend), Qt::Key_Down);
    QTest::keyClick(popup(m_legend), Qt::Key_Return);
    QCOMPARE(m_legend->text(), u("of {{method}}"));
    QTest::keyClick(m_legend, Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(popup(m_legend)->isVisible());
    QTest::keyClick(popup(m_legend), Qt::Key_Tab);
    QCOMPARE(m_legend->text(), u("of {{method}}{{code}}"));
    QVERIFY(m_legend->hasFocus());
}

void ExpressionEditTest::buildsAnExpression()
{
    QString built;
    connect(m_builder, &ExpressionBuilder::expressionBuilt, this,
            [&built](const QString &text) { built = text; });
    auto *metric = part<MetricPicker>("builderMetric");
    metric->setFocus();
    QTest::keyClicks(metric, u("answered"));
    QTRY_VERIFY(popup(metric)->isVisible());
    QTest::keyClick(popup(metric), Qt::Key_Return);
    QTRY_COMPARE(built, u("rate(http_requests_total[$__rate_interval])"));
    QCOMPARE(metric->text(), u("http_requests_total"));

    QTest::mouseClick(part<QPushButton>("builderAddFilter"), Qt::LeftButton);
    auto *label = part<QComboBox>("filterLabel");
    QTRY_COMPARE(label->count(), 2);
    QTest::keyClicks(label, u("code"));
    part<QComboBox>("filterOperator")->setCurrentIndex(2);
    auto *value = part<QComboBox>("filterValue");
    QTRY_COMPARE(value->count(), 3);
    value->setEditText(u("5.."));
    QCOMPARE(built, u("rate(http_requests_total{code=~\"5..\"}[$__rate_interval])"));

    auto *combination = part<QComboBox>("builderCombination");
    auto *by = part<LabelChooser>("builderBy");
    QVERIFY(!by->isEnabled());
    combination->setFocus();
    QTest::keyClick(combination, Qt::Key_Down);
    QVERIFY(by->isEnabled());
    QTest::qWait(0);
    Q_EMIT by->menu()->aboutToShow();
    auto *choice = by->menu()->findChild<QListWidget *>(u("labelChoice"));
    QTRY_COMPARE(choice->count(), 2);
    choice->item(1)->setCheckState(Qt::Checked);
    part<QSpinBox>("builderTop")->setValue(3);
    QCOMPARE(built, u("topk(3, sum by (method) "
                      "(rate(http_requests_total{code=~\"5..\"}[$__rate_interval])))"));
    part<QComboBox>("builderFunction")->setFocus();
    QTest::keyClick(part<QComboBox>("builderFunction"), Qt::Key_Down);
    QVERIFY(built.contains(u("increase(")));
    QTest::mouseClick(part<QAbstractButton>("removeFilter"), Qt::LeftButton);
    QCOMPARE(built,
             u("topk(3, sum by (method) (increase(http_requests_total[$__rate_interval])))"));
}

void ExpressionEditTest::buildsForAHistogram()
{
    QString built;
    connect(m_builder, &ExpressionBuilder::expressionBuilt, this,
            [&built](const QString &text) { built = text; });
    const QSignalSpy buckets(m_builder, &ExpressionBuilder::bucketsChosen);
    auto *metric = part<MetricPicker>("builderMetric");
    metric->setFocus();
    QTest::keyClicks(metric, u("latency"));
    QTRY_VERIFY(popup(metric)->isVisible());
    QTest::keyClick(popup(metric), Qt::Key_Return);
    QTRY_COMPARE(built, u("histogram_quantile(0.95, sum by (le) "
                          "(rate(latency_seconds_bucket[$__rate_interval])))"));
    auto *function = part<QComboBox>("builderFunction");
    function->setFocus();
    QTest::keyClick(function, Qt::Key_End);
    QCOMPARE(built, u("sum by (le) (rate(latency_seconds_bucket[$__rate_interval]))"));
    QCOMPARE(buckets.size(), 1);
}

void ExpressionEditTest::showsWhatIsWritten_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("function");
    QTest::addColumn<bool>("isByHand");
    QTest::newRow("nothing") << u("") << u("") << u("value") << false;
    QTest::newRow("gauge") << u("load1") << u("load1") << u("value") << false;
    QTest::newRow("count of a histogram") << u("rate(latency_seconds_count[5m])")
                                          << u("latency_seconds") << u("rate of count") << false;
    QTest::newRow("unusual percentile")
        << u("histogram_quantile(0.999, rate(latency_seconds_bucket[5m]))") << u("latency_seconds")
        << u("p99.9 (percentile)") << false;
    QTest::newRow("by hand") << u("load1 > 2") << u("") << u("value") << true;
    QTest::newRow("wrong") << u("sum(") << u("") << u("value") << true;
}

void ExpressionEditTest::showsWhatIsWritten()
{
    QFETCH(QString, expression);
    QFETCH(QString, metric);
    QFETCH(QString, function);
    QFETCH(bool, isByHand);
    m_builder->setExpression(u("max(other)"));
    m_builder->setExpression(expression);
    QCOMPARE(m_builder->isByHand(), isByHand);
    QCOMPARE(part<QLabel>("builderByHand")->isVisible(), isByHand);
    QCOMPARE(part<MetricPicker>("builderMetric")->text(), metric);
    QCOMPARE(part<QComboBox>("builderFunction")->currentText(), function);
    QCOMPARE(part<QComboBox>("builderFunction")->isEnabled(), !metric.isEmpty());
}

void ExpressionEditTest::keepsHalfARegex()
{
    m_builder->setExpression(u("load1{a=~\"x\"}"));
    connect(m_builder, &ExpressionBuilder::expressionBuilt, m_edit, &ExpressionEdit::setExpression);
    connect(m_edit, &QPlainTextEdit::textChanged, m_builder,
            [this] { m_builder->setExpression(m_edit->expression()); });
    auto *value = part<QComboBox>("filterValue");
    value->setEditText(u("(x"));
    QCOMPARE(m_edit->expression(), u("load1{a=~\"(x\"}"));
    QVERIFY(m_edit->fault());
    QVERIFY(!m_builder->isByHand());
    value->setEditText(u("(x)"));
    QVERIFY(!m_edit->fault());
    QCOMPARE(part<QComboBox>("filterValue"), value);
}

QTEST_MAIN(ExpressionEditTest)
#include "tst_expressionedit.moc"
