// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/familymodel.h"

#include <QAbstractItemModelTester>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class FamilyModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFamilies();
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
