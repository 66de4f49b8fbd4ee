// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboarddocument.h"
#include "app/dashboardstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::app;
using models::Dashboard;
using models::PanelSpec;
using Origin = DashboardDocument::Origin;

namespace {

PanelSpec panel(const QString &title, QRect place = {0, 0, 12, 8})
{
    PanelSpec spec;
    spec.title = title;
    spec.targets = {{.expression = QStringLiteral("up"), .legend = {}}};
    spec.place = place;
    return spec;
}

Dashboard dashboard(const QString &title, const QVector<PanelSpec> &panels = {})
{
    Dashboard made;
    made.title = title;
    made.panels = panels;
    return made;
}

QStringList titlesOf(const DashboardEdit &edit)
{
    QStringList titles;
    for (const PanelSpec &spec : edit.dashboard().panels) {
        titles << spec.title;
    }
    return titles;
}

} // namespace

class DashboardStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsDashboards();
    void namesFiles_data();
    void namesFiles();
    void listsWhatCannotBeRead();
    void refusesHugeFiles();
    void boundsTheirNumber();
    void noticesChangesOutside();
    void tellsWhenItCannotWrite();
    void removes();

    void undoesEdits();
    void keepsIdsOfPanels();
    void placesNewPanelsFirst();
    void boundsPanels();

    void savesADocument();
    void makesPresetsOnesOwn();
    void followsItsFile();
    void asksWhenBothChanged();
    void showsUnreadableFiles();

private:
    QString path(const char *name) const { return m_folder + u'/' + QString::fromUtf8(name); }
    void write(const QString &file, const QByteArray &bytes) const;
    void load();

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_folder;
    std::unique_ptr<DashboardStore> m_store;
};

void DashboardStoreTest::init()
{
    m_store.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_folder = m_directory->filePath(QStringLiteral("dashboards"));
    m_store = std::make_unique<DashboardStore>(m_folder);
}

void DashboardStoreTest::write(const QString &file, const QByteArray &bytes) const
{
    QDir().mkpath(m_folder);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

void DashboardStoreTest::load()
{
    QSignalSpy changed(m_store.get(), &DashboardStore::changed);
    m_store->load();
    QVERIFY(changed.wait());
}

void DashboardStoreTest::keepsDashboards()
{
    load();
    QVERIFY(m_store->isLoaded());
    QVERIFY(m_store->dashboards().isEmpty());
    QVERIFY(!QDir(m_folder).exists());
    const auto shop = m_store->add(dashboard(QStringLiteral("Shop"), {panel(QStringLiteral("a"))}));
    QVERIFY(shop);
    QVERIFY(m_store->add(dashboard(QStringLiteral("Bank"))));
    DashboardStore other(m_folder);
    QSignalSpy changed(&other, &DashboardStore::changed);
    other.load();
    QVERIFY(changed.wait());
    QCOMPARE(other.dashboards().size(), 2);
    QCOMPARE(other.dashboards()[0].title(), QStringLiteral("Bank"));
    QCOMPARE(other.dashboards()[1].dashboard.panels,
             QVector<PanelSpec>{panel(QStringLiteral("a"))});
    QCOMPARE(other.find(*shop)->dashboard.name, *shop);
}

void DashboardStoreTest::namesFiles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("My Shop") << QStringLiteral("my-shop");
    QTest::newRow("signs") << QStringLiteral("../a/b: c!") << QStringLiteral("a-b-c");
    QTest::newRow("accents") << QString::fromUtf8("Übersicht für Zoë")
                             << QStringLiteral("ubersicht-fur-zoe");
    QTest::newRow("no letters") << QString::fromUtf8("概要") << QStringLiteral("dashboard");
    QTest::newRow("taken") << QStringLiteral("taken") << QStringLiteral("taken-2");
    QTest::newRow("long") << QString(200, u'x') << QString(60, u'x');
}

void DashboardStoreTest::namesFiles()
{
    QFETCH(QString, title);
    QFETCH(QString, name);
    write(path("taken.json"), "{}");
    const auto added = m_store->add(dashboard(title));
    QVERIFY(added);
    QCOMPARE(*added, name);
    QVERIFY(QFile::exists(m_folder + u'/' + name + QStringLiteral(".json")));
}

void DashboardStoreTest::listsWhatCannotBeRead()
{
    const QByteArray broken = R"({"title": "Shop", "panels": [{"title": 3}]})";
    write(path("broken.json"), broken);
    write(path("notes.txt"), "not a dashboard");
    load();
    QCOMPARE(m_store->dashboards().size(), 1);
    const StoredDashboard &stored = m_store->dashboards()[0];
    QCOMPARE(stored.title(), QStringLiteral("broken"));
    QVERIFY2(stored.error.startsWith(path("broken.json")), qPrintable(stored.error));
    // A new one of its name takes nothing from it.
    QCOMPARE(*m_store->add(dashboard(QStringLiteral("Broken"))), QStringLiteral("broken-2"));
    QFile file(path("broken.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), broken);
}

void DashboardStoreTest::refusesHugeFiles()
{
    write(path("huge.json"), QByteArray(Dashboard::kMaxFileBytes + 1, ' '));
    load();
    QVERIFY(m_store->find(QStringLiteral("huge"))->error.contains(QStringLiteral("4 MiB")));
}

void DashboardStoreTest::boundsTheirNumber()
{
    for (int i = 0; i < DashboardStore::kMostDashboards + 2; ++i) {
        write(m_folder + QStringLiteral("/d%1.json").arg(i), "x");
    }
    load();
    QCOMPARE(m_store->dashboards().size(), DashboardStore::kMostDashboards);
    QCOMPARE(m_store->leftOut(), 2);
    QVERIFY(!m_store->add(dashboard(QStringLiteral("one more"))));
}

void DashboardStoreTest::noticesChangesOutside()
{
    load();
    const QString name = *m_store->add(dashboard(QStringLiteral("Shop")));
    QVERIFY(!m_store->isChangedOutside(name));
    Dashboard changed = dashboard(QStringLiteral("Another title"));
    // As an editor does it: another file takes its place.
    QVERIFY(DashboardStore::write(path("shop.json"), changed));
    QVERIFY(m_store->isChangedOutside(name));
    QTRY_COMPARE(m_store->find(name)->title(), QStringLiteral("Another title"));
    QVERIFY(!m_store->isChangedOutside(name));
    // In place, and a second time.
    write(path("shop.json"), "{");
    QTRY_VERIFY(!m_store->find(name)->error.isEmpty());
    write(path("added.json"), models::writeDashboard(dashboard(QStringLiteral("Added"))));
    QTRY_VERIFY(m_store->find(QStringLiteral("added")));
    QVERIFY(QFile::remove(path("added.json")));
    QTRY_VERIFY(!m_store->find(QStringLiteral("added")));
}

void DashboardStoreTest::tellsWhenItCannotWrite()
{
    QFile file(m_directory->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    DashboardStore store(file.fileName() + QStringLiteral("/below"));
    const auto added = store.add(dashboard(QStringLiteral("Shop")));
    QVERIFY(!added);
    QVERIFY(QString::fromStdString(added.error().text()).startsWith(file.fileName()));
}

void DashboardStoreTest::removes()
{
    const QString name = *m_store->add(dashboard(QStringLiteral("Shop")));
    QVERIFY(m_store->erase(name));
    QVERIFY(!QFile::exists(path("shop.json")));
    QVERIFY(!m_store->find(name));
    QVERIFY(!m_store->erase(name));
    QVERIFY(!m_store->moveToTrash(name));
}

void DashboardStoreTest::undoesEdits()
{
    DashboardEdit edit;
    edit.open(dashboard(QStringLiteral("Shop"), {panel(QStringLiteral("a"))}));
    QVERIFY(!edit.isModified());
    const int a = edit.places()[0].id;
    const int b = *edit.add(panel(QStringLiteral("b")));
    edit.replace(b, panel(QStringLiteral("B"), edit.panel(b)->place));
    edit.remove(a);
    edit.describe(QStringLiteral("Store"), {});
    QCOMPARE(titlesOf(edit), QStringList{QStringLiteral("B")});
    QVERIFY(edit.isModified());
    edit.markSaved(QStringLiteral("store"));
    QVERIFY(!edit.isModified());
    for (int i = 0; i < 4; ++i) {
        edit.undoStack().undo();
    }
    QCOMPARE(titlesOf(edit), QStringList{QStringLiteral("a")});
    QCOMPARE(edit.dashboard().title, QStringLiteral("Shop"));
    QCOMPARE(edit.dashboard().name, QStringLiteral("store"));
    QVERIFY(edit.isModified());
    for (int i = 0; i < 4; ++i) {
        edit.undoStack().redo();
    }
    QVERIFY(!edit.isModified());
    QCOMPARE(edit.places(), (QVector<GridPanel>{{b, QRect(0, 0, 12, 8)}}));
    // What changes nothing is no step.
    edit.place(edit.places());
    edit.replace(b, *edit.panel(b));
    edit.remove(77);
    QCOMPARE(edit.undoStack().count(), 4);
}

void DashboardStoreTest::keepsIdsOfPanels()
{
    DashboardEdit edit;
    const PanelSpec a = panel(QStringLiteral("a"));
    const PanelSpec b = panel(QStringLiteral("b"), {12, 0, 12, 8});
    edit.open(dashboard({}, {a, b, b}));
    const QVector<GridPanel> before = edit.places();
    edit.open(dashboard({}, {b, a, panel(QStringLiteral("c"))}));
    const QVector<GridPanel> after = edit.places();
    QCOMPARE(after[0].id, before[1].id);
    QCOMPARE(after[1].id, before[0].id);
    QVERIFY(after[2].id != before[2].id);
    // Those that overlapped do not any more.
    QVERIFY(!after[1].place.intersects(after[2].place));
}

void DashboardStoreTest::placesNewPanelsFirst()
{
    DashboardEdit edit;
    edit.open(dashboard({}, {panel(QStringLiteral("a"))}));
    const int a = edit.places()[0].id;
    const int b = *edit.add(panel(QStringLiteral("b"), {0, 0, 24, 6}));
    QCOMPARE(edit.panel(b)->place, QRect(0, 0, 24, 6));
    QCOMPARE(edit.panel(a)->place, QRect(0, 6, 12, 8));
    const int copy = *edit.duplicate(b);
    QCOMPARE(edit.panel(copy)->place, QRect(0, 6, 24, 6));
    QCOMPARE(edit.panel(a)->place.y(), 12);
    QVERIFY(!edit.duplicate(99));
}

void DashboardStoreTest::boundsPanels()
{
    DashboardEdit edit;
    edit.open(dashboard({}, QVector<PanelSpec>(Dashboard::kMaxPanels, panel({}))));
    QVERIFY(!edit.add(panel(QStringLiteral("more"))));
    edit.remove(edit.places()[0].id);
    QVERIFY(edit.add(panel(QStringLiteral("more"))));
}

void DashboardStoreTest::savesADocument()
{
    load();
    DashboardDocument document(*m_store);
    document.openNew(dashboard(QStringLiteral("Shop")));
    QCOMPARE(document.key(), QString());
    QVERIFY(!document.isModified());
    document.edit().add(panel(QStringLiteral("a")));
    QVERIFY(document.isModified());
    QVERIFY(document.saveAs(QStringLiteral("Shop")));
    QCOMPARE(document.key(), QStringLiteral("own:shop"));
    QVERIFY(!document.isModified());
    document.edit().add(panel(QStringLiteral("b")));
    QSignalSpy outside(&document, &DashboardDocument::changedOutside);
    QVERIFY(document.save());
    QVERIFY(!document.isModified());
    QCOMPARE(outside.size(), 0);
    QCOMPARE(m_store->find(QStringLiteral("shop"))->dashboard.panels.size(), 2);
    document.edit().add(panel(QStringLiteral("c")));
    document.discard();
    QVERIFY(!document.isModified());
    QCOMPARE(document.dashboard().panels.size(), 2);
}

void DashboardStoreTest::makesPresetsOnesOwn()
{
    load();
    DashboardDocument document(*m_store);
    Dashboard preset = dashboard(QStringLiteral("Host"), {panel(QStringLiteral("a"))});
    preset.name = QStringLiteral("host");
    document.openPreset(preset);
    QCOMPARE(document.key(), QStringLiteral("preset:host"));
    // More of it matches now.
    preset.panels << panel(QStringLiteral("b"), {0, 8, 12, 8});
    document.refreshPreset(preset);
    QCOMPARE(document.dashboard().panels.size(), 2);
    document.edit().remove(document.edit().places()[0].id);
    document.refreshPreset(preset);
    QCOMPARE(document.dashboard().panels.size(), 1);
    QVERIFY(document.saveAs(QStringLiteral("My host")));
    QCOMPARE(document.origin(), Origin::Own);
    QCOMPARE(document.key(), QStringLiteral("own:my-host"));
}

void DashboardStoreTest::followsItsFile()
{
    load();
    DashboardDocument document(*m_store);
    QVERIFY(!document.openOwn(QStringLiteral("shop")));
    QVERIFY(m_store->add(dashboard(QStringLiteral("Shop"))));
    QVERIFY(document.openOwn(QStringLiteral("shop")));
    write(path("shop.json"),
          models::writeDashboard(dashboard(QStringLiteral("Shop"), {panel(QStringLiteral("a"))})));
    QTRY_COMPARE(document.dashboard().panels.size(), 1);
    QVERIFY(QFile::remove(path("shop.json")));
    QTRY_COMPARE(document.origin(), Origin::None);
}

void DashboardStoreTest::asksWhenBothChanged()
{
    load();
    DashboardDocument document(*m_store);
    QVERIFY(m_store->add(dashboard(QStringLiteral("Shop"))));
    QVERIFY(document.openOwn(QStringLiteral("shop")));
    document.edit().add(panel(QStringLiteral("mine")));
    QSignalSpy outside(&document, &DashboardDocument::changedOutside);
    write(path("shop.json"), models::writeDashboard(dashboard(QStringLiteral("Shop"),
                                                              {panel(QStringLiteral("theirs"))})));
    QTRY_COMPARE(outside.size(), 1);
    QCOMPARE(titlesOf(document.edit()), QStringList{QStringLiteral("mine")});
    document.discard();
    QCOMPARE(titlesOf(document.edit()), QStringList{QStringLiteral("theirs")});
}

void DashboardStoreTest::showsUnreadableFiles()
{
    write(path("shop.json"), "{");
    load();
    DashboardDocument document(*m_store);
    QVERIFY(document.openOwn(QStringLiteral("shop")));
    QCOMPARE(document.origin(), Origin::Unreadable);
    QVERIFY(document.error().contains(QStringLiteral("shop.json")));
    write(path("shop.json"), models::writeDashboard(dashboard(QStringLiteral("Shop"))));
    QTRY_COMPARE(document.origin(), Origin::Own);
    QVERIFY(document.error().isEmpty());
}

QTEST_GUILESS_MAIN(DashboardStoreTest)
#include "tst_dashboardstore.moc"
