// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/overview.h"
#include "models/servicemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;
using feeds::LinkPhase;

class ServiceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsChecks();
    void changesInPlace();
    void isUnreachableSinceTheLoss();
    void showsDeadSourceThatToldNothing();
    void showsThePast();
    void outlivesItsSession();
    void summarises();
};

namespace {

QByteArray report(qint64 ms, const QByteArray &checks)
{
    return R"({"status":"healthy","service":"shop","version":"1.2","timestamp":)" + timeText(ms) +
           R"(,"checks":{)" + checks + "}}";
}

/// "db:2(slow) redis:1" for db Degraded and redis Healthy.
QByteArray pictureOf(const ServiceModel &model)
{
    QByteArrayList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const QByteArray reason = index.data(ServiceModel::ReasonRole).toByteArray();
        rows.append(index.data().toByteArray() + ':' +
                    index.data(ServiceModel::StateRole).toByteArray() +
                    (reason.isEmpty() ? QByteArray() : '(' + reason + ')'));
    }
    return rows.join(' ');
}

} // namespace

void ServiceModelTest::showsChecks()
{
    LiveSession live;
    ServiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Health,
                        report(1000, R"("db":{"status":"degraded","latency_ms":12.5,)"
                                     R"("message":"slow","observed":{"rows":3}},"redis":"ok")"));
    QTRY_COMPARE(pictureOf(model), QByteArray("db:2(slow) redis:1"));
    const QModelIndex db = model.index(0, 0);
    QCOMPARE(db.data(ServiceModel::NameRole).toString(), QStringLiteral("db"));
    QCOMPARE(db.data(ServiceModel::ServiceRole).toString(), QStringLiteral("shop"));
    QCOMPARE(db.data(ServiceModel::SourceRole).toString(), QStringLiteral("web-1"));
    QCOMPARE(db.data(ServiceModel::VersionRole).toString(), QStringLiteral("1.2"));
    QCOMPARE(db.data(ServiceModel::SinceRole).toDateTime(), dateTime(1000));
    QCOMPARE(db.data(ServiceModel::UpdatedRole).toDateTime(), dateTime(1000));
    QCOMPARE(db.data(ServiceModel::LatencyRole).toDouble(), 12.5);
    QCOMPARE(db.data(ServiceModel::LatenciesRole).value<QVector<double>>(), QVector<double>{12.5});
    QCOMPARE(db.data(ServiceModel::UptimeRole).toDouble(), 1.0);
    const auto observed =
        db.data(ServiceModel::ObservedRole).value<QVector<QPair<QString, QString>>>();
    QCOMPARE(observed.size(), 1);
    QCOMPARE(observed.at(0), qMakePair(QStringLiteral("rows"), QStringLiteral("3")));
    QVERIFY(!model.index(1, 0).data(ServiceModel::LatencyRole).isValid());
    QCOMPARE(model.roleNames().value(ServiceModel::StateRole), QByteArray("state"));
}

void ServiceModelTest::changesInPlace()
{
    LiveSession live;
    ServiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Health, report(1000, R"("a":"ok","b":"ok","c":"ok")"));
    QTRY_COMPARE(pictureOf(model), QByteArray("a:1 b:1 c:1"));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    live.server.publish(FeedKind::Health, report(2000, R"("a":"ok","b":"fail","c":"ok")"));
    QTRY_COMPARE(pictureOf(model), QByteArray("a:1 b:3 c:1"));
    QCOMPARE(model.index(1, 0).data(ServiceModel::SinceRole).toDateTime(), dateTime(2000));
    QCOMPARE(model.index(0, 0).data(ServiceModel::SinceRole).toDateTime(), dateTime(1000));
    QCOMPARE(inserts.count(), 0);
    live.server.publish(FeedKind::Health, report(3000, R"("a":"ok","c":"ok","d":"ok")"));
    QTRY_COMPARE(pictureOf(model), QByteArray("a:1 c:1 d:1"));
    QCOMPARE(resets.count(), 0);
}

void ServiceModelTest::isUnreachableSinceTheLoss()
{
    LiveSession live;
    ServiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Health, report(1000, R"("db":"ok","redis":"warn")"));
    QTRY_COMPARE(pictureOf(model), QByteArray("db:1 redis:2"));
    live.clock.advance(Milliseconds(5000));
    live.server.close();
    QTRY_COMPARE(model.index(1, 0).data(ServiceModel::StateRole).toInt(),
                 int(ServiceModel::Unreachable));
    for (const int row : {0, 1}) {
        const QModelIndex index = model.index(row, 0);
        QCOMPARE(index.data(ServiceModel::StateRole).toInt(), int(ServiceModel::Unreachable));
        QCOMPARE(index.data(ServiceModel::SinceRole).toDateTime(), dateTime(5000));
        QCOMPARE(index.data(ServiceModel::UpdatedRole).toDateTime(), dateTime(1000));
        QVERIFY(!index.data(ServiceModel::ReasonRole).toString().isEmpty());
    }
    live.clock.advance(Milliseconds(5000));
    QVERIFY(live.server.listen());
    live.session->retryNow();
    QTRY_COMPARE(pictureOf(model), QByteArray("db:1 redis:2"));
    QCOMPARE(model.index(0, 0).data(ServiceModel::SinceRole).toDateTime(), dateTime(1000));
    // While it was lost it was lost, whatever came later.
    live.cursor.setFixed(wallTimeFromMs(dateTime(6000).toMSecsSinceEpoch()));
    QCOMPARE(model.index(0, 0).data(ServiceModel::StateRole).toInt(),
             int(ServiceModel::Unreachable));
    live.cursor.setFixed(wallTimeFromMs(dateTime(4000).toMSecsSinceEpoch()));
    QCOMPARE(pictureOf(model), QByteArray("db:1 redis:2"));
}

void ServiceModelTest::showsDeadSourceThatToldNothing()
{
    LiveSession live;
    live.server.close();
    ServiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_COMPARE(model.rowCount(), 1);
    const QModelIndex row = model.index(0, 0);
    QCOMPARE(row.data().toString(), QStringLiteral("web-1"));
    QCOMPARE(row.data(ServiceModel::StateRole).toInt(), int(ServiceModel::Unreachable));
    QVERIFY(!row.data(ServiceModel::ReasonRole).toString().isEmpty());
    QVERIFY(!row.data(ServiceModel::UpdatedRole).isValid());
    live.server.publish(FeedKind::Health, report(1000, R"("db":"ok")"));
    QVERIFY(live.server.listen());
    live.session->retryNow();
    QTRY_COMPARE(pictureOf(model), QByteArray("db:1"));
}

void ServiceModelTest::showsThePast()
{
    LiveSession live;
    ServiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Health, report(1000, R"("db":"ok")"));
    live.server.publish(FeedKind::Health, report(2000, R"("db":"fail","new":"ok")"));
    QTRY_COMPARE(pictureOf(model), QByteArray("db:3 new:1"));
    live.cursor.setFixed(wallTimeFromMs(dateTime(1500).toMSecsSinceEpoch()));
    QCOMPARE(pictureOf(model), QByteArray("db:1"));
    live.cursor.setLive();
    QCOMPARE(pictureOf(model), QByteArray("db:3 new:1"));
}

void ServiceModelTest::outlivesItsSession()
{
    ServiceModel model;
    const QAbstractItemModelTester tester(&model);
    LiveSession live;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Health, report(1000, R"("db":"ok")"));
    QTRY_COMPARE(model.rowCount(), 1);
    live.session.reset();
    QCOMPARE(model.rowCount(), 0);
}

void ServiceModelTest::summarises()
{
    LiveSession live;
    ServiceModel model;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    QCOMPARE(summarise(model).total, 0);
    live.server.publish(
        FeedKind::Health,
        report(1000, R"("a":"ok","b":{"status":"degraded","message":"slow\nvery"},"c":"fail",)"
                     R"("d":{"status":"fail","message":"timeout 5 s"},"e":"warn","f":"warn",)"
                     R"("g":"warn","h":"unknown")"));
    QTRY_COMPARE(model.rowCount(), 8);
    const OverviewSummary summary = summarise(model);
    QCOMPARE(summary.total, 8);
    QCOMPARE(summary.healthy, 1);
    QCOMPARE(summary.degraded, 4);
    QCOMPARE(summary.unhealthy, 2);
    QCOMPARE(summary.unknown, 1);
    QCOMPARE(summary.worst,
             QStringList({QStringLiteral("c"), QStringLiteral("d (timeout 5 s)"),
                          QStringLiteral("b (slow)"), QStringLiteral("e"), QStringLiteral("f")}));
    live.server.close();
    QTRY_COMPARE(summarise(model).unreachable, 8);
    QCOMPARE(summarise(model).worst.size(), 1);
    QVERIFY(summarise(model).worst.at(0).startsWith(QStringLiteral("web-1 (")));
}

QTEST_GUILESS_MAIN(ServiceModelTest)
#include "tst_servicemodel.moc"
