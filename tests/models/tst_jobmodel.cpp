// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/jobfilter.h"
#include "models/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;
using jobs::State;

class JobModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsJobs();
    void changesInPlace();
    void keepsTimeOfRunningJobs();
    void showsThePast();
    void dropsWhatTheStoreDrops();
    void filtersAndSorts();
    void outlivesItsSession();
};

namespace {

QByteArray job(const char *id, const char *state, qint64 updatedMs,
               const QByteArray &members = QByteArray())
{
    return QByteArray(R"({"id":")") + id + R"(","name":"import )" + id + R"(","state":")" + state +
           R"(","updated_at":)" + timeText(updatedMs) + members + '}';
}

QString textAt(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

/// "7:running 8:queued"
QByteArray pictureOf(const QAbstractItemModel &model)
{
    QByteArrayList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        rows.append(model.index(row, 0).data(JobModel::IdRole).toByteArray() + ':' +
                    model.index(row, JobModel::StateColumn).data().toByteArray());
    }
    return rows.join(' ');
}

} // namespace

void JobModelTest::showsJobs()
{
    LiveSession live;
    JobModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Jobs,
                        job("7", "running", 0,
                            R"(,"queue":"high","worker":"w1","current":250,"total":1000,)"
                            R"("message":"page 250","attempt":2,"context":{"shop":"de"},)"
                            R"("started_at":)" +
                                timeText(-60'000)));
    live.server.publish(FeedKind::Jobs, R"({"id":"8"})");
    live.server.publish(FeedKind::Jobs,
                        job("9", "failed", 0,
                            R"(,"error":"boom","started_at":)" + timeText(-3'600'000) +
                                R"(,"finished_at":)" + timeText(0)));
    QTRY_COMPARE(pictureOf(model), QByteArray("7:running 8:queued 9:failed"));
    QCOMPARE(textAt(model, 0, JobModel::NameColumn), QStringLiteral("import 7"));
    QCOMPARE(textAt(model, 0, JobModel::ProgressColumn), QStringLiteral("25%"));
    QCOMPARE(textAt(model, 0, JobModel::MessageColumn), QStringLiteral("page 250"));
    QCOMPARE(textAt(model, 0, JobModel::QueueColumn), QStringLiteral("high"));
    QCOMPARE(textAt(model, 0, JobModel::WorkerColumn), QStringLiteral("w1"));
    QCOMPARE(textAt(model, 0, JobModel::AttemptColumn), QStringLiteral("2"));
    QCOMPARE(textAt(model, 0, JobModel::DurationColumn), QStringLiteral("1:00"));
    QCOMPARE(textAt(model, 0, JobModel::EtaColumn), QStringLiteral("3:00"));
    const QModelIndex row = model.index(0, 0);
    QCOMPARE(row.data(JobModel::StateRole).toInt(), int(State::Running));
    QCOMPARE(row.data(JobModel::ProgressRole).toDouble(), 0.25);
    QCOMPARE(row.data(JobModel::CurrentRole).toDouble(), 250.0);
    QCOMPARE(row.data(JobModel::TotalRole).toDouble(), 1000.0);
    QCOMPARE(row.data(JobModel::DurationMsRole).toLongLong(), 60'000LL);
    QCOMPARE(row.data(JobModel::EtaMsRole).toLongLong(), 180'000LL);
    QCOMPARE(row.data(JobModel::SourceRole).toString(), QStringLiteral("web-1"));
    const auto context = row.data(JobModel::ContextRole).value<QVector<QPair<QString, QString>>>();
    QCOMPARE(context.size(), 1);
    QCOMPARE(context.at(0), qMakePair(QStringLiteral("shop"), QStringLiteral("de")));
    // What nobody told is not made up.
    QCOMPARE(textAt(model, 1, JobModel::NameColumn), QStringLiteral("8"));
    for (const int role : {JobModel::ProgressRole, JobModel::CurrentRole, JobModel::TotalRole,
                           JobModel::DurationMsRole, JobModel::EtaMsRole}) {
        QVERIFY(!model.index(1, 0).data(role).isValid());
    }
    QCOMPARE(model.index(2, 0).data(JobModel::ErrorRole).toString(), QStringLiteral("boom"));
    QCOMPARE(textAt(model, 2, JobModel::MessageColumn), QStringLiteral("boom"));
    QCOMPARE(textAt(model, 2, JobModel::DurationColumn), QStringLiteral("1:00:00"));
    QVERIFY(!model.index(2, 0).data(JobModel::EtaMsRole).isValid());
    QCOMPARE(model.stateCounts(), QVector<int>({1, 1, 0, 0, 1, 0}));
}

void JobModelTest::changesInPlace()
{
    LiveSession live;
    JobModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    for (const char *id : {"1", "2", "3"}) {
        live.server.publish(FeedKind::Jobs, job(id, "queued", 0));
    }
    QTRY_COMPARE(pictureOf(model), QByteArray("1:queued 2:queued 3:queued"));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    live.server.publish(FeedKind::Jobs, job("2", "running", 1000));
    QTRY_COMPARE(pictureOf(model), QByteArray("1:queued 2:running 3:queued"));
    QCOMPARE(inserts.count(), 0);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 1);
    live.server.publish(FeedKind::Jobs, job("4", "queued", 1000));
    live.server.publish(FeedKind::Jobs, job("1", "succeeded", 1000));
    QTRY_COMPARE(pictureOf(model), QByteArray("1:succeeded 2:running 3:queued 4:queued"));
    QCOMPARE(model.stateCounts(), QVector<int>({2, 1, 0, 1, 0, 0}));
    QCOMPARE(resets.count(), 0);
}

void JobModelTest::keepsTimeOfRunningJobs()
{
    LiveSession live;
    JobModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Jobs, job("1", "queued", 0));
    live.server.publish(FeedKind::Jobs, job("2", "running", 0,
                                            R"(,"progress":0.5,"started_at":)" + timeText(-1000)));
    QTRY_COMPARE(pictureOf(model), QByteArray("1:queued 2:running"));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    live.clock.advance(Milliseconds(60'000));
    QTRY_VERIFY(changes.count() > 0);
    QCOMPARE(changes.at(0).at(0).toModelIndex(), model.index(1, JobModel::DurationColumn));
    QCOMPARE(changes.at(0).at(1).toModelIndex(), model.index(1, JobModel::EtaColumn));
    QCOMPARE(textAt(model, 1, JobModel::DurationColumn), QStringLiteral("1:01"));
    // The longer it stands still, the longer it will take.
    QCOMPARE(textAt(model, 1, JobModel::EtaColumn), QStringLiteral("1:01"));
}

void JobModelTest::showsThePast()
{
    LiveSession live;
    JobModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Jobs, job("1", "queued", 1000));
    live.server.publish(FeedKind::Jobs,
                        job("1", "running", 2000, R"(,"started_at":)" + timeText(2000)));
    live.server.publish(FeedKind::Jobs, job("2", "queued", 3000));
    live.server.publish(FeedKind::Jobs, job("1", "failed", 4000));
    QTRY_COMPARE(pictureOf(model), QByteArray("1:failed 2:queued"));
    live.cursor.setFixed(wallTimeFromMs(dateTime(2500).toMSecsSinceEpoch()));
    QCOMPARE(pictureOf(model), QByteArray("1:running"));
    QCOMPARE(model.index(0, 0).data(JobModel::DurationMsRole).toLongLong(), 500LL);
    QCOMPARE(model.stateCounts(), QVector<int>({0, 1, 0, 0, 0, 0}));
    // What comes now is not of then; what is told late is.
    live.server.publish(FeedKind::Jobs, job("3", "queued", 5000));
    live.server.publish(FeedKind::Jobs, job("0", "queued", 500));
    QTRY_COMPARE(pictureOf(model), QByteArray("1:running 0:queued"));
    live.cursor.setLive();
    QCOMPARE(pictureOf(model), QByteArray("1:failed 2:queued 3:queued 0:queued"));
    live.server.publish(FeedKind::Jobs, job("3", "running", 6000));
    QTRY_COMPARE(pictureOf(model), QByteArray("1:failed 2:queued 3:running 0:queued"));
}

void JobModelTest::dropsWhatTheStoreDrops()
{
    constexpr int kMore = 500;
    LiveSession live;
    JobModel model;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    const int all = static_cast<int>(jobs::JobStore::kMaxJobs) + kMore;
    std::vector<feeds::PublishedItem> items;
    for (int i = 0; i < all; ++i) {
        items.emplace_back();
        items.back().item = job(QByteArray::number(i).constData(), "succeeded", i).toStdString();
    }
    live.server.publisher(FeedKind::Jobs).publishAll(std::move(items));
    QTRY_VERIFY(live.session->jobs().revision() == std::uint64_t(all));
    QTRY_COMPARE(model.rowCount(), static_cast<int>(live.session->jobs().jobs().size()));
    QVERIFY(live.session->jobs().dropped() >= std::uint64_t(kMore));
    const auto left = live.session->jobs().jobs();
    QTRY_COMPARE(model.index(0, 0).data(JobModel::IdRole).toString().toStdString(),
                 left.front().job.id);
    QCOMPARE(model.stateCounts().at(int(State::Succeeded)), model.rowCount());
}

void JobModelTest::filtersAndSorts()
{
    LiveSession live;
    JobModel model;
    JobFilter filter;
    const QAbstractItemModelTester tester(&filter);
    filter.setSourceModel(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Jobs, job("1", "running", 0, R"(,"progress":0.9,"queue":"low")"));
    live.server.publish(FeedKind::Jobs, job("2", "failed", 0, R"(,"error":"Time out")"));
    live.server.publish(FeedKind::Jobs, job("10", "running", 0, R"(,"progress":0.1)"));
    QTRY_COMPARE(pictureOf(filter), QByteArray("1:running 2:failed 10:running"));
    filter.sort(JobModel::ProgressColumn);
    QCOMPARE(pictureOf(filter), QByteArray("10:running 1:running 2:failed"));
    filter.setStates({State::Running});
    QCOMPARE(pictureOf(filter), QByteArray("10:running 1:running"));
    filter.setText(QStringLiteral("LOW"));
    QCOMPARE(pictureOf(filter), QByteArray("1:running"));
    filter.setStates({State::Running, State::Failed});
    filter.setText(QStringLiteral("time OUT"));
    QCOMPARE(pictureOf(filter), QByteArray("2:failed"));
    filter.setText({});
    // A job that fails comes in as it changes.
    filter.setStates({State::Failed});
    live.server.publish(FeedKind::Jobs, job("1", "failed", 1000));
    QTRY_COMPARE(filter.rowCount(), 2);
}

void JobModelTest::outlivesItsSession()
{
    LiveSession live;
    JobModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Jobs, job("1", "running", 0));
    QTRY_COMPARE(model.rowCount(), 1);
    live.session.reset();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.stateCounts(), QVector<int>({0, 0, 0, 0, 0, 0}));
    LiveSession next;
    model.setSession(next.session.get(), nullptr);
    next.server.publish(FeedKind::Jobs, job("5", "queued", 0));
    QTRY_COMPARE(pictureOf(model), QByteArray("5:queued"));
}

QTEST_GUILESS_MAIN(JobModelTest)
#include "tst_jobmodel.moc"
