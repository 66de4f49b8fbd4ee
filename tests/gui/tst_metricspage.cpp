// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboarddocument.h"
#include "app/dashboardgrid.h"
#include "app/dashboardpicker.h"
#include "app/dashboardview.h"
#include "app/emptystate.h"
#include "app/metricspage.h"
#include "app/panel.h"
#include "pagefixture.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace foretop;
using namespace foretop::app;
using feeds::FeedKind;
using models::PanelSpec;
using Origin = DashboardDocument::Origin;

namespace {

PanelSpec panel(const QString &title, const QString &expression = QStringLiteral("shop_orders"))
{
    PanelSpec spec;
    spec.title = title;
    spec.targets = {{.expression = expression, .legend = {}}};
    return spec;
}

const QByteArray kGrafana = R"({
  "title": "From Grafana", "schemaVersion": 36, "panels": [
    {"type": "timeseries", "title": "Orders", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
     "targets": [{"expr": "shop_orders", "legendFormat": "{{name}}", "refId": "A"}]},
    {"type": "news", "title": "News", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8}}]})";

} // namespace

class MetricsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersPresets();
    void remembersTheChoice();
    void buildsADashboard();
    void movesAPanelByMouse();
    void undoes();
    void asksBeforeLosing();
    void asksBeforeClosing();
    void chartsMetrics();
    void keepsFewCharts();
    void showsOneAlone();
    void zooms();
    void importsGrafana();
    void importsWhatIsPasted();
    void tellsWhatCannotBeImported();
    void choosesVariables();
    void tellsWhyItIsEmpty();
    void showsUnreadableFiles();
    void foldsBesideTheExplorer();
    void namesItsControls();

private:
    void publish(const QByteArray &samples);
    void openOwn(const models::Dashboard &dashboard);
    void makePage();
    QVector<Panel *> shown() const { return m_page->view().shownPanels(); }
    QStringList shownTitles() const;
    Panel *panelOf(const QString &title) const;
    QAction *action(const char *name) const
    {
        return m_page->findChild<QAction *>(QString::fromUtf8(name));
    }
    template <typename Dialog>
    Dialog *dialog(const char *name) const
    {
        return m_page->findChild<Dialog *>(QString::fromUtf8(name));
    }
    EmptyState *emptyState() const
    {
        return m_page->findChild<EmptyState *>(QStringLiteral("emptyState"));
    }
    DashboardPicker *picker() const { return m_page->findChild<DashboardPicker *>(); }
    QString folder() const
    {
        return m_fixture->settings.directory() + QStringLiteral("/dashboards");
    }
    void save(const QString &title);

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<MetricsPage> m_page;
};

void MetricsPageTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    makePage();
    QVERIFY(m_fixture->connectFeeds());
}

void MetricsPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void MetricsPageTest::makePage()
{
    m_page = std::make_unique<MetricsPage>(m_fixture->context());
    m_page->resize(1300, 800);
    m_page->setSession(m_fixture->session.get());
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void MetricsPageTest::publish(const QByteArray &samples)
{
    m_fixture->server.publish(FeedKind::Metrics, R"({"samples":[)" + samples + "]}");
}

QStringList MetricsPageTest::shownTitles() const
{
    QStringList titles;
    for (const Panel *each : shown()) {
        titles << each->spec().title;
    }
    return titles;
}

Panel *MetricsPageTest::panelOf(const QString &title) const
{
    for (Panel *each : shown()) {
        if (each->spec().title == title) {
            return each;
        }
    }
    return nullptr;
}

/// Puts it where the page finds it, and chooses it.
void MetricsPageTest::openOwn(const models::Dashboard &dashboard)
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + QStringLiteral("/own.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(models::writeDashboard(dashboard));
    file.close();
    QTRY_VERIFY(!picker()->choices().isEmpty());
    const auto isThere = [this] {
        const auto &choices = picker()->choices();
        return std::any_of(choices.begin(), choices.end(),
                           [](const DashboardChoice &choice) { return choice.key == u"own:own"; });
    };
    QTRY_VERIFY(isThere());
    Q_EMIT picker()->chosen(QStringLiteral("own:own"));
    QTRY_COMPARE(shown().size(), dashboard.panels.size());
}

void MetricsPageTest::save(const QString &title)
{
    action("saveDashboard")->trigger();
    auto *ask = dialog<QInputDialog>("askForTitle");
    QVERIFY(ask);
    ask->setTextValue(title);
    ask->accept();
}

void MetricsPageTest::offersPresets()
{
    publish(R"({"name":"node_load1","labels":{},"value":3})");
    publish(R"({"name":"node_load5","labels":{},"value":2})");
    QTRY_VERIFY(!picker()->choices().isEmpty());
    QCOMPARE(picker()->choices()[0].key, QStringLiteral("preset:host"));
    QTRY_COMPARE(m_page->document().key(), QStringLiteral("preset:host"));
    QTRY_VERIFY(!shown().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isFilled(), 20'000);
    // The list finds it by a part of its name.
    picker()->menu()->popup(picker()->mapToGlobal(QPoint()));
    auto *list = picker()->findChild<QListWidget *>(QStringLiteral("dashboardList"));
    QVERIFY(list->count() >= 2);
    QVERIFY(!(list->item(0)->flags() & Qt::ItemIsSelectable));
    picker()->menu()->close();
}

void MetricsPageTest::remembersTheChoice()
{
    publish(R"({"name":"node_load1","labels":{},"value":3})");
    QTRY_COMPARE(m_page->document().key(), QStringLiteral("preset:host"));
    models::Dashboard dashboard;
    dashboard.title = QStringLiteral("Mine");
    dashboard.panels = {panel(QStringLiteral("a"))};
    action("newDashboard")->trigger();
    m_page->document().edit().add(panel(QStringLiteral("a")));
    save(QStringLiteral("Mine"));
    QCOMPARE(m_page->document().key(), QStringLiteral("own:mine"));
    m_page.reset();
    makePage();
    QTRY_COMPARE(m_page->document().key(), QStringLiteral("own:mine"));
    QTRY_COMPARE(shownTitles(), QStringList{QStringLiteral("a")});
}

void MetricsPageTest::buildsADashboard()
{
    publish(R"({"name":"shop_orders","labels":{},"value":3})");
    action("newDashboard")->trigger();
    QVERIFY(action("editDashboard")->isChecked());
    m_page->document().edit().add(panel(QStringLiteral("Orders")));
    QTRY_COMPARE(shownTitles(), QStringList{QStringLiteral("Orders")});
    QTRY_VERIFY(panelOf(QStringLiteral("Orders"))->hasData());
    auto *unsaved = m_page->findChild<QLabel *>(QStringLiteral("dashboardUnsaved"));
    QVERIFY(unsaved->isVisible());
    save(QStringLiteral("Shop"));
    QVERIFY(!unsaved->isVisible());
    QVERIFY(QFile::exists(folder() + QStringLiteral("/shop.json")));
    // Saved again it is the same file.
    m_page->document().edit().add(panel(QStringLiteral("More")));
    QVERIFY(unsaved->isVisible());
    action("saveDashboard")->trigger();
    QVERIFY(!unsaved->isVisible());
    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList{QStringLiteral("shop.json")});
}

void MetricsPageTest::movesAPanelByMouse()
{
    models::Dashboard dashboard;
    dashboard.title = QStringLiteral("Mine");
    dashboard.panels = {panel(QStringLiteral("a")), panel(QStringLiteral("b"))};
    dashboard.panels[1].place = {12, 0, 12, 8};
    openOwn(dashboard);
    m_page->findChild<QAction *>(QStringLiteral("toggleExplorer"))->setChecked(false);
    action("editDashboard")->setChecked(true);
    QTRY_VERIFY(!m_page->view().grid().isFolded());
    QWidget *handle = panelOf(QStringLiteral("b"))->handle();
    const QPoint from = handle->rect().center() - QPoint(handle->width() / 4, 0);
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    const QPoint global = handle->mapToGlobal(from);
    for (const int part : {1, 2, 3}) {
        const QPoint to = global - QPoint(m_page->view().grid().width() / 2, 0) * part / 3;
        QMouseEvent move(QEvent::MouseMove, handle->mapFromGlobal(to), to, Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(handle, &move);
    }
    QTest::mouseRelease(handle, Qt::LeftButton);
    QCOMPARE(m_page->document().dashboard().panels[1].place, QRect(0, 0, 12, 8));
    QCOMPARE(m_page->document().dashboard().panels[0].place, QRect(0, 8, 12, 8));
    QVERIFY(m_page->document().isModified());
    action("saveDashboard")->trigger();
    QFile file(folder() + QStringLiteral("/own.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto saved = models::readDashboard(file.readAll(), file.fileName());
    QVERIFY(saved);
    QCOMPARE(saved->panels, m_page->document().dashboard().panels);
}

void MetricsPageTest::undoes()
{
    action("newDashboard")->trigger();
    QVERIFY(!action("undoDashboard")->isEnabled());
    const int id = *m_page->document().edit().add(panel(QStringLiteral("a")));
    m_page->document().edit().remove(id);
    QTRY_VERIFY(shown().isEmpty());
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shownTitles(), QStringList{QStringLiteral("a")});
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown().isEmpty());
}

void MetricsPageTest::asksBeforeLosing()
{
    publish(R"({"name":"node_load1","labels":{},"value":3})");
    QTRY_COMPARE(m_page->document().origin(), Origin::Preset);
    QTRY_VERIFY(!shown().isEmpty());
    action("editDashboard")->setChecked(true);
    m_page->document().edit().add(panel(QStringLiteral("mine")));
    action("newDashboard")->trigger();
    auto *ask = dialog<QMessageBox>("askToSave");
    QVERIFY(ask);
    ask->button(QMessageBox::Cancel)->click();
    QVERIFY(m_page->document().isModified());
    QTRY_VERIFY(!dialog<QMessageBox>("askToSave"));
    // A preset is saved as a dashboard of one's own; then the new one comes.
    action("newDashboard")->trigger();
    dialog<QMessageBox>("askToSave")->button(QMessageBox::Save)->click();
    auto *title = dialog<QInputDialog>("askForTitle");
    QVERIFY(title);
    title->setTextValue(QStringLiteral("My host"));
    title->accept();
    QCOMPARE(m_page->document().origin(), Origin::New);
    QVERIFY(QFile::exists(folder() + QStringLiteral("/my-host.json")));
    // And what is given up is gone.
    m_page->document().edit().add(panel(QStringLiteral("x")));
    QTRY_VERIFY(!dialog<QMessageBox>("askToSave"));
    Q_EMIT picker()->chosen(QStringLiteral("preset:host"));
    dialog<QMessageBox>("askToSave")->button(QMessageBox::Discard)->click();
    QCOMPARE(m_page->document().key(), QStringLiteral("preset:host"));
    QVERIFY(!m_page->document().isModified());
}

void MetricsPageTest::asksBeforeClosing()
{
    QVERIFY(m_page->mayClose());
    action("newDashboard")->trigger();
    m_page->document().edit().add(panel(QStringLiteral("a")));
    QSignalSpy confirmed(m_page.get(), &Page::closeConfirmed);
    QVERIFY(!m_page->mayClose());
    QCOMPARE(confirmed.size(), 0);
    dialog<QMessageBox>("askToSave")->button(QMessageBox::Discard)->click();
    QCOMPARE(confirmed.size(), 1);
    QVERIFY(m_page->mayClose());
}

void MetricsPageTest::chartsMetrics()
{
    publish(R"({"name":"shop_orders","labels":{},"value":3})");
    const PanelSpec spec = panel(QStringLiteral("shop_orders"));
    m_page->showChart(spec);
    QTRY_COMPARE(shown().size(), 1);
    QTRY_VERIFY(shown()[0]->hasData());
    m_page->showChart(panel(QStringLiteral("other"), QStringLiteral("other")));
    QTRY_COMPARE(shownTitles(),
                 (QStringList{QStringLiteral("other"), QStringLiteral("shop_orders")}));
    // Choosing it again adds none, but puts it first.
    m_page->showChart(spec);
    QTRY_COMPARE(shownTitles(),
                 (QStringList{QStringLiteral("shop_orders"), QStringLiteral("other")}));
    panelOf(QStringLiteral("other"))
        ->findChild<QToolButton *>(QStringLiteral("closeChart"))
        ->click();
    QTRY_COMPARE(shownTitles(), QStringList{QStringLiteral("shop_orders")});
    // It becomes a panel of a dashboard, a new one when there is none.
    shown()[0]->findChild<QToolButton *>(QStringLiteral("addChart"))->click();
    QVERIFY(!m_page->view().hasCharts());
    QCOMPARE(m_page->document().dashboard().panels.size(), 1);
    QVERIFY(action("editDashboard")->isChecked());
}

void MetricsPageTest::keepsFewCharts()
{
    for (int i = 0; i < DashboardView::kMostCharts + 3; ++i) {
        m_page->showChart(panel(QStringLiteral("metric %1").arg(i)));
    }
    const auto *grid = m_page->findChild<DashboardGrid *>(QStringLiteral("chartGrid"));
    QCOMPARE(grid->panels().size(), DashboardView::kMostCharts);
}

void MetricsPageTest::showsOneAlone()
{
    models::Dashboard dashboard;
    dashboard.title = QStringLiteral("Mine");
    dashboard.panels = {panel(QStringLiteral("a")), panel(QStringLiteral("b"))};
    openOwn(dashboard);
    Panel *a = panelOf(QStringLiteral("a"));
    const QSize small = a->size();
    Q_EMIT a->maximizeRequested();
    QTRY_COMPARE(shownTitles(), QStringList{QStringLiteral("a")});
    QTRY_COMPARE(a->size(), m_page->view().viewport()->size());
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    QTRY_COMPARE(shown().size(), 2);
    QTRY_COMPARE(a->size(), small);
    QVERIFY(!action("restorePanels")->isEnabled());
}

void MetricsPageTest::zooms()
{
    publish(R"({"name":"shop_orders","labels":{},"value":3})");
    m_page->showChart(panel(QStringLiteral("shop_orders")));
    QTRY_VERIFY(!shown().isEmpty() && shown()[0]->hasData());
    const auto range = m_fixture->cursor.range();
    auto *view = shown()[0]->focusProxy();
    QVERIFY(view);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Plus);
    QTRY_VERIFY(m_fixture->cursor.range() < range);
    QTest::keyClick(view, Qt::Key_Backspace);
    QTRY_COMPARE(m_fixture->cursor.range(), range);
}

void MetricsPageTest::importsGrafana()
{
    QFile file(m_fixture->directory.filePath(QStringLiteral("grafana.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kGrafana);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page.get(), &drop);
    const auto *error = dialog<QMessageBox>("dashboardError");
    QVERIFY2(!error, error ? qPrintable(error->informativeText()) : "");
    auto *notes = dialog<QDialog>("importNotes");
    QVERIFY(notes);
    auto *list = notes->findChild<QListWidget *>(QStringLiteral("importNoteList"));
    QVERIFY(list->count() >= 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("News")),
             qPrintable(list->item(0)->text()));
    notes->accept();
    QCOMPARE(m_page->document().key(), QStringLiteral("own:from-grafana"));
    publish(R"({"name":"shop_orders","labels":{},"value":3})");
    QTRY_VERIFY(panelOf(QStringLiteral("Orders")) && panelOf(QStringLiteral("Orders"))->hasData());
    QVERIFY(QFile::exists(folder() + QStringLiteral("/from-grafana.json")));
}

void MetricsPageTest::importsWhatIsPasted()
{
    models::Dashboard dashboard;
    dashboard.title = QStringLiteral("Shared");
    dashboard.panels = {panel(QStringLiteral("a"))};
    QGuiApplication::clipboard()->setText(QString::fromUtf8(models::writeDashboard(dashboard)));
    QTest::keyClick(m_page.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_page->document().key(), QStringLiteral("own:shared"));
    QTRY_COMPARE(shownTitles(), QStringList{QStringLiteral("a")});
}

void MetricsPageTest::tellsWhatCannotBeImported()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("{\"title\": 3}"));
    action("pasteDashboard")->trigger();
    auto *error = dialog<QMessageBox>("dashboardError");
    QVERIFY(error);
    QVERIFY2(error->informativeText().startsWith(QStringLiteral("clipboard")),
             qPrintable(error->informativeText()));
    QCOMPARE(m_page->document().origin(), Origin::None);
    error->accept();
}

void MetricsPageTest::choosesVariables()
{
    publish(R"({"name":"shop_orders","labels":{"shop":"a"},"value":3},)"
            R"({"name":"shop_orders","labels":{"shop":"b"},"value":7})");
    models::Dashboard dashboard;
    dashboard.title = QStringLiteral("Mine");
    dashboard.panels = {panel(QStringLiteral("a"), QStringLiteral("shop_orders{shop=~\"$shop\"}"))};
    dashboard.variables = {{.name = QStringLiteral("shop"),
                            .title = QStringLiteral("Shop"),
                            .selector = QStringLiteral("shop_orders"),
                            .label = QStringLiteral("shop"),
                            .choices = {},
                            .chosen = {}}};
    openOwn(dashboard);
    const auto series = [this] {
        return shown().isEmpty() ? 0 : shown()[0]->query().answer()->series.size();
    };
    QTRY_COMPARE(series(), 2);
    auto *button = m_page->findChild<QToolButton *>(QStringLiteral("variable:shop"));
    QVERIFY(button && button->isVisible());
    button->menu()->popup(button->mapToGlobal(QPoint()));
    auto *list = button->findChild<QListWidget *>(QStringLiteral("filterValues"));
    QTRY_COMPARE(list->count(), 2);
    Q_EMIT list->itemActivated(list->item(1));
    QTRY_COMPARE(series(), 1);
    QCOMPARE(button->accessibleName(), QStringLiteral("Shop: b"));
    // Looking at one shop is no change of the dashboard.
    QVERIFY(!m_page->document().isModified());
}

void MetricsPageTest::tellsWhyItIsEmpty()
{
    QTRY_COMPARE(emptyState()->title(), QStringLiteral("Nothing is measured yet"));
    QVERIFY(emptyState()->code().contains(QStringLiteral("scrapes:")));
    QVERIFY(m_page->isFilled());
    publish(R"({"name":"unheard_of","labels":{},"value":3})");
    QTRY_COMPARE(emptyState()->title(), QStringLiteral("No dashboard fits these metrics"));
    action("newDashboard")->trigger();
    QCOMPARE(emptyState()->title(), QStringLiteral("This dashboard has no panel yet"));
    m_page->setSession(nullptr);
    QCOMPARE(emptyState()->title(), QStringLiteral("No environment is open"));
}

void MetricsPageTest::showsUnreadableFiles()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + QStringLiteral("/broken.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"title\": 3}");
    file.close();
    QTRY_COMPARE(picker()->choices().size(), 1);
    QCOMPARE(picker()->choices()[0].kind, DashboardChoice::Kind::Unreadable);
    Q_EMIT picker()->chosen(QStringLiteral("own:broken"));
    QCOMPARE(emptyState()->title(), QStringLiteral("This dashboard cannot be read"));
    QVERIFY(emptyState()->code().contains(QStringLiteral("broken.json")));
}

void MetricsPageTest::foldsBesideTheExplorer()
{
    models::Dashboard dashboard;
    dashboard.title = QStringLiteral("Mine");
    dashboard.panels = {panel(QStringLiteral("a")), panel(QStringLiteral("b"))};
    dashboard.panels[1].place = {12, 0, 12, 8};
    openOwn(dashboard);
    m_page->resize(900, 700);
    QTRY_VERIFY(m_page->view().grid().isFolded());
    QTRY_COMPARE(shown()[0]->width(), m_page->view().viewport()->width());
    m_page->resize(1700, 900);
    QTRY_COMPARE(shown()[0]->y(), shown()[1]->y());
}

void MetricsPageTest::namesItsControls()
{
    publish(R"({"name":"node_load1","labels":{},"value":3})");
    QTRY_VERIFY(!shown().isEmpty());
    action("editDashboard")->setChecked(true);
    m_page->showChart(panel(QStringLiteral("shop_orders")));
    QTRY_VERIFY(m_page->view().shownPanels().size() >= 2);
    QCOMPARE(unnamedControls(*m_page), QStringList());
    for (const QAction *each : m_page->actions()) {
        QVERIFY2(!each->shortcut().isEmpty() && !each->toolTip().isEmpty(),
                 qPrintable(each->objectName()));
    }
}

QTEST_MAIN(MetricsPageTest)
#include "tst_metricspage.moc"
