// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/familymodel.h"
#include "models/metriccatalog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class FamilyModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFamilies();
    void followsItsCatalog();
    void outlivesItsSession();
};

namespace {

QByteArray exposition(const QByteArray &text)
{
    return R"({"exposition":")" + QByteArray(text).replace("\n", "\\n").replace('"', "\\\"") +
           R"("})";
}

} // namespace

void FamilyModelTest::showsFamilies()
{
    LiveSession live;
    FamilyModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Metrics,
                        exposition("# HELP load One minute.\n# TYPE load gauge\nload 1.25\n"
                                   "# TYPE cpu counter\ncpu{core=\"0\"} 3\ncpu{core=\"1\"} 4\n"));
    QTRY_COMPARE(model.rowCount(), 2);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, FamilyModel::NameColumn), QStringLiteral("cpu"));
    QCOMPARE(text(0, FamilyModel::TypeColumn), QStringLiteral("counter"));
    QCOMPARE(text(0, FamilyModel::SeriesColumn), QStringLiteral("2"));
    QCOMPARE(text(0, FamilyModel::LastColumn), QStringLiteral("3"));
    QCOMPARE(text(1, FamilyModel::NameColumn), QStringLiteral("load"));
    QCOMPARE(text(1, FamilyModel::LastColumn), QStringLiteral("1.25"));
    const QModelIndex load = model.index(1, 0);
    QCOMPARE(load.data(FamilyModel::HelpRole).toString(), QStringLiteral("One minute."));
    QCOMPARE(load.data(FamilyModel::TypeRole).toInt(), int(metrics::FamilyType::Gauge));
    QCOMPARE(model.index(0, FamilyModel::SeriesColumn).data(FamilyModel::SortRole).toInt(), 2);

    live.clock.advance(Milliseconds(1000));
    live.server.publish(FeedKind::Metrics, exposition("disk 5\n"));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(text(1, FamilyModel::NameColumn), QStringLiteral("disk"));
    QCOMPARE(text(1, FamilyModel::TypeColumn), QStringLiteral("unknown"));
}

void FamilyModelTest::followsItsCatalog()
{
    LiveSession live;
    auto catalog = std::make_unique<MetricCatalog>();
    catalog->setSource(live.session.get(), {});
    FamilyModel model;
    const QAbstractItemModelTester tester(&model);
    model.setCatalog(catalog.get());
    QSignalSpy reset(&model, &FamilyModel::modelReset);
    QSignalSpy inserted(&model, &FamilyModel::rowsInserted);
    QSignalSpy dataChanged(&model, &FamilyModel::dataChanged);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Metrics,
                        exposition("# TYPE b gauge\n# UNIT b seconds\nb 1\nd 2\n"));
    QTRY_COMPARE(model.rowCount(), 2);
    const QPersistentModelIndex d = model.index(1, FamilyModel::LastColumn);
    live.clock.advance(Milliseconds(1000));
    live.server.publish(FeedKind::Metrics, exposition("a 5\nb 1\nc 3\nd 4\ne 6\n"));
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(d.row(), 3);
    QCOMPARE(d.data(FamilyModel::LastRole).toDouble(), 4.0);
    QCOMPARE(d.data(FamilyModel::SeriesRole).toInt(), 1);
    QCOMPARE(model.index(1, 0).data(FamilyModel::NameRole).toString(), QStringLiteral("b"));
    // Only what became different was told: two rows at first, then three on their own.
    QCOMPARE(inserted.count(), 4);
    QCOMPARE(dataChanged.count(), 1);
    QCOMPARE(reset.count(), 0);
    catalog.reset();
    QCOMPARE(model.rowCount(), 0);
    model.setCatalog(nullptr);
    // A catalog of which much is known already.
    MetricCatalog other;
    other.setSource(live.session.get(), {});
    QTRY_COMPARE(other.entries()->size(), std::size_t(5));
    model.setCatalog(&other);
    QCOMPARE(model.rowCount(), 5);
    live.session.reset();
    QCOMPARE(model.rowCount(), 0);
}

void FamilyModelTest::outlivesItsSession()
{
    LiveSession live;
    FamilyModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Metrics, exposition("disk 5\n"));
    QTRY_COMPARE(model.rowCount(), 1);
    live.session.reset();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(FamilyModelTest)
#include "tst_familymodel.moc"
