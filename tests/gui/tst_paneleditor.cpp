// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/expressionbuilder.h"
#include "app/expressionedit.h"
#include "app/kindpicker.h"
#include "app/metricpicker.h"
#include "app/panel.h"
#include "app/paneleditor.h"
#include "app/thresholdmodel.h"
#include "shopmetrics.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace foretop;
using namespace foretop::app;
using models::Threshold;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

models::PanelSpec specOf(const char *title, const char *expression)
{
    models::PanelSpec spec;
    spec.title = u(title);
    spec.targets = {{u(expression), {}, false}};
    return spec;
}

} // namespace

class PanelEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsWhatItWasGiven();
    void buildsAPanel();
    void previewsWhatIsWritten();
    void tellsWhatTheSourceSays();
    void editsTargets();
    void refusesWhatCannotBeSaved_data();
    void refusesWhatCannotBeSaved();
    void asksBeforeItDiscards();
    void acceptsByKeyboard();
    void remembersItsSize();
    void namesItsControls();
    void fitsTheScreen();
    void scrollsByWheel();
    void goesThroughItByTab();
    void keepsThresholdsAscending();

private:
    void open(const models::PanelSpec &spec);
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_editor->findChild<Widget *>(QString::fromLatin1(name));
    }
    template <typename Widget>
    QList<Widget *> parts(const char *name) const
    {
        return m_editor->findChildren<Widget *>(QString::fromLatin1(name));
    }
    QPushButton *ok() const
    {
        return m_editor->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

    std::unique_ptr<PageFixture> m_fixture;
    CrosshairLink m_crosshair;
    std::unique_ptr<PanelEditor> m_editor;
};

void PanelEditorTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    QVERIFY(m_fixture->connectFeeds());
    for (int round = 0; round < 3; ++round) {
        publishShop(*m_fixture, round);
    }
    QTRY_VERIFY(!m_fixture->session->metrics().metricNames().empty());
}

void PanelEditorTest::cleanup()
{
    m_editor.reset();
    m_fixture.reset();
}

void PanelEditorTest::open(const models::PanelSpec &spec)
{
    m_editor = std::make_unique<PanelEditor>(
        m_fixture->context(), m_crosshair, spec, m_fixture->session.get(), QString(),
        QHash<QString, QString>{{u("code"), u("5..")}}, nullptr);
    m_editor->open();
    m_editor->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
}

void PanelEditorTest::keepsWhatItWasGiven()
{
    models::PanelSpec spec;
    spec.title = u("Requests");
    spec.description = u("What\nit tells.");
    spec.kind = models::PanelKind::Gauge;
    spec.style = models::LineStyle::Stacked;
    spec.legend = models::LegendKind::Table;
    spec.reduction = models::Reduction::Greatest;
    spec.unit = models::Unit::Milliseconds;
    spec.decimals = 3;
    spec.least = -0.1;
    spec.greatest = 1e12;
    spec.limit = 77;
    spec.source = u("elsewhere");
    spec.place = QRect(3, 4, 5, 6);
    spec.targets = {{u("rate(a_total[1m])"), u("{{b}}"), false}, {u("sum(x) > 1"), {}, true}};
    spec.thresholds = {{-1.5, Threshold::Level::Normal},
                       {0.123456789012345, Threshold::Level::Warning},
                       {1e300, Threshold::Level::Critical}};
    open(spec);
    QVERIFY(m_editor->spec() == spec);
    QVERIFY(!m_editor->isChanged());
    QVERIFY(ok()->isEnabled());
    // What can be chosen, and what was written by hand.
    const auto builders = m_editor->findChildren<ExpressionBuilder *>();
    QCOMPARE(builders.size(), 2);
    QVERIFY(builders[0]->isVisible());
    QVERIFY(!builders[1]->isVisible());
    QVERIFY(builders[1]->isByHand());
}

void PanelEditorTest::buildsAPanel()
{
    open({});
    auto *metric = part<MetricPicker>("builderMetric");
    QVERIFY(metric->hasFocus());
    auto *popup = metric->findChild<QCompleter *>()->popup();
    QTRY_VERIFY([&] {
        metric->setFocus();
        metric->clear();
        QTest::keyClicks(metric, u("latency"));
        return QTest::qWaitFor([popup] { return popup->isVisible(); }, 500);
    }());
    QTest::keyClick(popup, Qt::Key_Return);
    const auto *edit = part<ExpressionEdit>("targetExpression");
    QTRY_COMPARE(edit->expression(), u("histogram_quantile(0.95, sum by (le) "
                                       "(rate(latency_seconds_bucket[$__rate_interval])))"));
    auto *unit = part<QComboBox>("panelUnit");
    QTRY_VERIFY(unit->itemText(0).contains(u("seconds")));
    auto *function = part<QComboBox>("builderFunction");
    function->setFocus();
    QTest::keyClick(function, Qt::Key_End);
    QCOMPARE(edit->expression(), u("sum by (le) (rate(latency_seconds_bucket[$__rate_interval]))"));
    QCOMPARE(part<KindPicker>("panelKind")->kind(), models::PanelKind::HeatMap);
    QTest::keyClicks(part<QLineEdit>("panelTitle"), u("Latency"));
    QCOMPARE(m_editor->spec().title, u("Latency"));
    QCOMPARE(m_editor->spec().targets.constFirst().expression, edit->expression());
    QVERIFY(m_editor->isChanged());
}

void PanelEditorTest::previewsWhatIsWritten()
{
    open({});
    const auto *preview = part<Panel>("panelPreview");
    QVERIFY(!preview->hasData());
    QTest::keyClicks(part<ExpressionEdit>("targetExpression"), u("queue_bytes"));
    QTRY_VERIFY(preview->hasData());
    QCOMPARE(preview->spec().targets.constFirst().expression, u("queue_bytes"));
    QTest::mouseClick(part<QToolButton>("hideTarget"), Qt::LeftButton);
    QVERIFY(m_editor->spec().targets.constFirst().isHidden);
    QTRY_VERIFY(!preview->hasData());
    // An expression that uses a variable of the dashboard.
    part<QToolButton>("hideTarget")->click();
    part<ExpressionEdit>("targetExpression")
        ->setExpression(u("http_requests_total{code=~\"$code\"}"));
    QTRY_COMPARE(preview->query().answer()->series.size(), 3);
}

void PanelEditorTest::tellsWhatTheSourceSays()
{
    open({});
    auto *edit = part<ExpressionEdit>("targetExpression");
    QTest::keyClicks(edit, u("queue_bytes + "));
    QTRY_VERIFY(edit->fault());
    auto *fault = part<QLabel>("targetFault");
    QTRY_VERIFY(fault->isVisible());
    QCOMPARE(fault->text(), edit->fault()->message);
    // A panel with an expression that is not right yet can be kept.
    QVERIFY(ok()->isEnabled());
    QTest::keyClicks(edit, u("queue_bytes"));
    QTRY_VERIFY(!fault->isVisible());
    // Only the evaluation finds this, once its moments have come to where the samples are.
    edit->setExpression(u("http_requests_total + on (method) http_requests_total"));
    QVERIFY(!edit->fault());
    QTRY_VERIFY_WITH_TIMEOUT(fault->isVisible(), 30'000);
}

void PanelEditorTest::editsTargets()
{
    open(specOf("Two", "a"));
    const auto expressions = [this] {
        QStringList texts;
        for (const auto &target : m_editor->spec().targets) {
            texts << target.expression;
        }
        return texts;
    };
    QVERIFY(!part<QToolButton>("removeTarget")->isEnabled());
    QTest::mouseClick(part<QToolButton>("duplicateTarget"), Qt::LeftButton);
    QCOMPARE(expressions(), (QStringList{u("a"), u("a")}));
    auto *second = parts<ExpressionEdit>("targetExpression").constLast();
    QVERIFY(second->hasFocus());
    second->setExpression(u("b"));
    QCOMPARE(second->accessibleName(), u("Expression B"));
    parts<QToolButton>("raiseTarget").constLast()->click();
    QCOMPARE(expressions(), (QStringList{u("b"), u("a")}));
    QVERIFY(!parts<QToolButton>("raiseTarget").constLast()->isEnabled());
    QCOMPARE(second->accessibleName(), u("Expression A"));
    QTest::mouseClick(part<QPushButton>("addTarget"), Qt::LeftButton);
    QCOMPARE(expressions(), (QStringList{u("b"), u("a"), QString()}));
    parts<QToolButton>("removeTarget").constFirst()->click();
    QCOMPARE(expressions(), (QStringList{u("b"), QString()}));
    for (int i = 2; i < models::PanelSpec::kMaxTargets; ++i) {
        part<QPushButton>("addTarget")->click();
    }
    QVERIFY(!part<QPushButton>("addTarget")->isEnabled());
    QTRY_VERIFY(!parts<QToolButton>("duplicateTarget").constLast()->isEnabled());
}

void PanelEditorTest::refusesWhatCannotBeSaved_data()
{
    QTest::addColumn<QString>("least");
    QTest::addColumn<QString>("greatest");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("numbers") << u("-1e3") << u("0.5") << QString();
    QTest::newRow("no number") << u("abc") << QString() << u("abc");
    QTest::newRow("no finite number") << QString() << u("inf") << u("inf");
    QTest::newRow("turned round") << u("2") << u("1") << u("below");
    QTest::newRow("the same") << u("2") << u("2") << u("below");
}

void PanelEditorTest::refusesWhatCannotBeSaved()
{
    QFETCH(QString, least);
    QFETCH(QString, greatest);
    QFETCH(QString, words);
    open({});
    part<QLineEdit>("panelLeast")->setText(least);
    part<QLineEdit>("panelGreatest")->setText(greatest);
    QCOMPARE(ok()->isEnabled(), words.isEmpty());
    const QString told = part<QLabel>("panelFault")->text();
    QVERIFY(told.contains(words));
    QCOMPARE(told.isEmpty(), words.isEmpty());
}

void PanelEditorTest::asksBeforeItDiscards()
{
    open({});
    const QSignalSpy rejected(m_editor.get(), &QDialog::rejected);
    part<QLineEdit>("panelTitle")->setText(u("x"));
    QTest::keyClick(part<QLineEdit>("panelTitle"), Qt::Key_Escape);
    auto *question = part<QMessageBox>("discardPanel");
    QVERIFY(question);
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(m_editor->isVisible());
    QTRY_VERIFY(!part<QMessageBox>("discardPanel"));
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    part<QMessageBox>("discardPanel")->button(QMessageBox::Discard)->click();
    QCOMPARE(rejected.size(), 1);
    // Nothing changed, nothing asked.
    open(specOf("x", "y"));
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QVERIFY(!m_editor->isVisible());
}

void PanelEditorTest::acceptsByKeyboard()
{
    open(specOf("", "queue_bytes"));
    const QSignalSpy accepted(m_editor.get(), &QDialog::accepted);
    auto *edit = part<ExpressionEdit>("targetExpression");
    QVERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_editor->isVisible());
    QTest::keyClick(part<QLineEdit>("panelTitle"), Qt::Key_Return);
    QVERIFY(m_editor->isVisible());
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(m_editor->spec().targets.constFirst().expression, u("queue_bytes\n"));
}

void PanelEditorTest::remembersItsSize()
{
    open({});
    m_editor->resize(790, 650);
    m_editor->reject();
    open({});
    QCOMPARE(m_editor->size(), QSize(790, 650));
}

void PanelEditorTest::namesItsControls()
{
    models::PanelSpec spec;
    spec.targets = {{u("rate(a_total{b=\"c\"}[1m])"), {}, false}};
    spec.thresholds = {{1, Threshold::Level::Warning}};
    open(spec);
    const QStringList unnamed = unnamedControls(*m_editor);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u',')));
}

void PanelEditorTest::fitsTheScreen()
{
    models::PanelSpec spec;
    spec.targets = {{u("rate(a_total{b=\"c\"}[1m])"), {}, false}};
    open(spec);
    const QSize least = m_editor->minimumSizeHint();
    QVERIFY2(least.width() <= 1280 && least.height() <= 800,
             qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
}

void PanelEditorTest::scrollsByWheel()
{
    open(specOf("", "rate(http_requests_total[1m])"));
    auto *function = part<QComboBox>("builderFunction");
    QVERIFY(!function->hasFocus());
    QTRY_COMPARE(function->currentIndex(), 0); // the catalog knows that it is a counter
    const QPointF middle = function->rect().center();
    const auto turn = [&] {
        QWheelEvent event(middle, function->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(function, &event);
    };
    turn();
    QCOMPARE(function->currentIndex(), 0);
    function->setFocus();
    turn();
    QCOMPARE(function->currentIndex(), 1);
}

void PanelEditorTest::goesThroughItByTab()
{
    models::PanelSpec spec = specOf("", "rate(a_total{b=\"c\"}[1m])");
    spec.targets << models::PanelTarget{u("x > 1"), {}, false};
    open(spec);
    parts<QToolButton>("raiseTarget").constLast()->click();
    const auto next = [this](QWidget *from) {
        from->setFocus();
        QTest::keyClick(from, Qt::Key_Tab);
        return QApplication::focusWidget();
    };
    const auto edits = parts<ExpressionEdit>("targetExpression");
    const auto legends = parts<QLineEdit>("targetLegend");
    // The second one is above now.
    QCOMPARE(next(edits[1]), legends[1]);
    QCOMPARE(next(part<MetricPicker>("builderMetric")), part<QComboBox>("builderFunction"));
    QCOMPARE(next(part<QPushButton>("builderAddFilter")), edits[0]);
    QCOMPARE(next(edits[0]), legends[0]);
    QCOMPARE(next(legends[0]), part<QPushButton>("addTarget"));
    QCOMPARE(next(part<QPushButton>("addTarget")), part<QLineEdit>("panelTitle"));
    QCOMPARE(next(part<QSpinBox>("builderTop")), part<QComboBox>("filterLabel"));
}

void PanelEditorTest::keepsThresholdsAscending()
{
    Theme theme;
    ThresholdModel model(theme);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy changed(&model, &ThresholdModel::changed);
    const auto edit = [&model](int row, int column, const QVariant &value) {
        return model.setData(model.index(row, column), value);
    };
    const auto froms = [&model] {
        QVector<double> values;
        for (const Threshold &threshold : model.thresholds()) {
            values << threshold.from;
        }
        return values;
    };
    QCOMPARE(model.add(), 0);
    QCOMPARE(model.add(), 1);
    QCOMPARE(model.add(), 2);
    QVERIFY(edit(0, ThresholdModel::FromColumn, u("5")));
    QVERIFY(edit(2, ThresholdModel::LevelColumn, int(Threshold::Level::Critical)));
    QCOMPARE(froms(), (QVector<double>{1, 2, 5}));
    QCOMPARE(model.thresholds()[2].level, Threshold::Level::Critical);
    const QPersistentModelIndex moved = model.index(2, ThresholdModel::FromColumn);
    QVERIFY(edit(2, ThresholdModel::FromColumn, u("-1.5")));
    QCOMPARE(froms(), (QVector<double>{-1.5, 1, 2}));
    QCOMPARE(moved.row(), 0);
    QVERIFY(!edit(0, ThresholdModel::FromColumn, u("five")));
    QVERIFY(!edit(0, ThresholdModel::FromColumn, u("nan")));
    QVERIFY(edit(2, ThresholdModel::FromColumn, QString()));
    QCOMPARE(model.index(0, ThresholdModel::FromColumn).data().toString(), u("the lowest"));
    QVERIFY(std::isinf(model.thresholds()[0].from));
    QCOMPARE(model.index(1, ThresholdModel::LevelColumn).data().toString(),
             ThresholdModel::levelText(model.thresholds()[1].level));
    model.remove(1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(changed.size(), 8);
    while (model.add() >= 0) {
    }
    QCOMPARE(model.rowCount(), models::PanelSpec::kMaxThresholds);
}

QTEST_MAIN(PanelEditorTest)
#include "tst_paneleditor.moc"
