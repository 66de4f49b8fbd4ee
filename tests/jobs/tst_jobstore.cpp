// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobstore.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::jobs;

namespace {

WallTime at(std::int64_t seconds)
{
    return wallTimeFromMs(1'705'314'600'000 + seconds * 1000);
}

Job job(const std::string &id, State state, std::int64_t seconds, double current = 0)
{
    Job job;
    job.id = id;
    job.state = state;
    job.current = current;
    job.updatedAt = at(seconds);
    return job;
}

/// `source/id state current`, separated by ", ".
QString picture(const std::vector<JobEntry> &jobs)
{
    QStringList parts;
    for (const auto &entry : jobs) {
        parts << QString::fromStdString(fmt::format("{}/{} {} {}", entry.source, entry.job.id,
                                                    stateName(entry.job.state),
                                                    *entry.job.current));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

class JobStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryMoment_data();
    void knowsEveryMoment();
    void returnsWholeJobs();
    void tellsWhatChanged();
    void takesTheNewestByArrival();
    void dropsTheOldestEndedFirst();
    void dropsTheLeastHeardOfWhenNoneHasEnded();
    void boundsJobs();
    void staysWithinItsBytes();
    void thinsReports();
    void keepsStatesOfManyAttempts();
    void servesThreads();
};

void JobStoreTest::knowsEveryMoment_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("jobs");
    QTest::newRow("before all") << -1 << QString();
    QTest::newRow("first") << 0 << QStringLiteral("ws/b queued 0");
    QTest::newRow("between") << 19 << QStringLiteral("ws/b running 1, ws/a queued 0");
    QTest::newRow("end of one") << 20 << QStringLiteral("ws/b succeeded 2, ws/a queued 0");
    QTest::newRow("after all") << 99 << QStringLiteral("ws/b succeeded 2, ws/a running 1");
}

void JobStoreTest::knowsEveryMoment()
{
    QFETCH(int, seconds);
    QFETCH(QString, jobs);
    JobStore store;
    store.append("ws", job("b", State::Queued, 0));
    store.append("ws", job("b", State::Running, 10, 1));
    store.append("ws", job("a", State::Queued, 11));
    store.append("ws", job("b", State::Succeeded, 20, 2));
    store.append("ws", job("a", State::Running, 30, 1));
    QCOMPARE(picture(store.jobs(at(seconds))), jobs);
    if (seconds == 99) {
        QCOMPARE(picture(store.jobs()), jobs);
    }
}

void JobStoreTest::returnsWholeJobs()
{
    Job first = job("7", State::Running, 0, 1);
    first.name = "import";
    first.queue = "q";
    first.worker = "w1";
    first.total = 4;
    first.progress = 0.25;
    first.message = "row 1";
    first.attempt = 2;
    first.queuedAt = at(-5);
    first.startedAt = at(-1);
    first.error = "earlier";
    first.context = {{"file", "a.csv"}};
    Job second = first;
    second.worker = "w2";
    second.message = "row 2";
    second.context = {{"file", "b.csv"}};
    second.finishedAt = at(10);
    second.updatedAt = at(10);
    JobStore store;
    store.append("ws", first);
    store.append("ws", second);
    QVERIFY(store.jobs(at(9)).at(0).job == first);
    QVERIFY(store.jobs().at(0).job == second);
}

void JobStoreTest::tellsWhatChanged()
{
    JobStore store;
    QCOMPARE(store.revision(), 0U);
    QVERIFY(store.changedSince(0).empty());
    store.append("ws", job("a", State::Queued, 0));
    store.append("ws", job("b", State::Queued, 0));
    store.append("io", job("a", State::Queued, 0));
    QCOMPARE(store.revision(), 3U);
    QCOMPARE(picture(store.changedSince(0)),
             QStringLiteral("ws/a queued 0, ws/b queued 0, io/a queued 0"));
    store.append("ws", job("a", State::Running, 1, 1));
    store.append("ws", job("a", State::Running, 2, 2));
    QCOMPARE(picture(store.changedSince(3)), QStringLiteral("ws/a running 2"));
    QCOMPARE(picture(store.changedSince(1)),
             QStringLiteral("ws/b queued 0, io/a queued 0, ws/a running 2"));
    QVERIFY(store.changedSince(store.revision()).empty());
}

void JobStoreTest::takesTheNewestByArrival()
{
    JobStore store;
    store.append("ws", job("a", State::Running, 10, 1));
    store.append("ws", job("a", State::Succeeded, 5, 2));
    QCOMPARE(picture(store.jobs()), QStringLiteral("ws/a succeeded 2"));
    QCOMPARE(picture(store.jobs(at(10))), QStringLiteral("ws/a succeeded 2"));
    QVERIFY(store.jobs(at(9)).empty());
    QCOMPARE(store.jobs().at(0).job.updatedAt, at(5));
}

void JobStoreTest::dropsTheOldestEndedFirst()
{
    JobStore store(3);
    store.append("ws", job("a", State::Running, 0));
    store.append("ws", job("b", State::Succeeded, 1));
    store.append("ws", job("c", State::Failed, 2));
    store.append("ws", job("d", State::Running, 3));
    QCOMPARE(picture(store.jobs()),
             QStringLiteral("ws/a running 0, ws/c failed 0, ws/d running 0"));
    store.append("ws", job("e", State::Queued, 4));
    QCOMPARE(picture(store.jobs()),
             QStringLiteral("ws/a running 0, ws/d running 0, ws/e queued 0"));
    QCOMPARE(store.dropped(), 2U);
    QCOMPARE(store.revision(), 5U);
    // A dropped job that is told of again is a new one.
    store.append("ws", job("d", State::Succeeded, 5));
    store.append("ws", job("b", State::Running, 6));
    QCOMPARE(picture(store.jobs()),
             QStringLiteral("ws/a running 0, ws/e queued 0, ws/b running 0"));
}

void JobStoreTest::dropsTheLeastHeardOfWhenNoneHasEnded()
{
    JobStore store(2);
    store.append("ws", job("a", State::Running, 0));
    store.append("ws", job("b", State::Running, 1));
    store.append("ws", job("a", State::Running, 2));
    store.append("ws", job("c", State::Succeeded, 3));
    QCOMPARE(picture(store.jobs()), QStringLiteral("ws/a running 0, ws/c succeeded 0"));
}

void JobStoreTest::boundsJobs()
{
    JobStore store;
    for (std::size_t i = 0; i < JobStore::kMaxJobs + 100; ++i) {
        store.append("ws",
                     job(std::to_string(i), i % 2 ? State::Running : State::Succeeded, int(i)));
    }
    QCOMPARE(store.jobs().size(), JobStore::kMaxJobs);
    QCOMPARE(store.dropped(), 100U);
    QCOMPARE(store.jobs().at(0).job.id, std::string("1"));
}

void JobStoreTest::staysWithinItsBytes()
{
    JobStore store(JobStore::kMaxJobs, 100'000);
    for (int i = 0; i < 1000; ++i) {
        auto one = job(std::to_string(i), State::Failed, i);
        one.error = std::string(1000, 'e');
        store.append("ws", one);
    }
    const auto jobs = store.jobs();
    QVERIFY(jobs.size() > 50 && jobs.size() < 100);
    QCOMPARE(jobs.back().job.id, std::string("999"));
    QCOMPARE(store.dropped() + jobs.size(), 1000U);
    // One that is too large alone is still shown.
    auto large = job("large", State::Running, 2000);
    large.error = std::string(200'000, 'e');
    store.append("ws", large);
    QCOMPARE(store.jobs().size(), 1U);
}

void JobStoreTest::thinsReports()
{
    JobStore store;
    store.append("ws", job("a", State::Queued, 0));
    for (int i = 1; i <= 10'000; ++i) {
        store.append("ws", job("a", State::Running, i, i));
    }
    QCOMPARE(picture(store.jobs(at(0))), QStringLiteral("ws/a queued 0"));
    QCOMPARE(picture(store.jobs(at(1))), QStringLiteral("ws/a running 1"));
    QCOMPARE(picture(store.jobs()), QStringLiteral("ws/a running 10000"));
    const auto middle = *store.jobs(at(9000)).at(0).job.current;
    QVERIFY(middle > 5000 && middle <= 9000);
    store.append("ws", job("a", State::Succeeded, 10'001, 10'000));
    QCOMPARE(picture(store.jobs(at(10'000))), QStringLiteral("ws/a running 10000"));
    QCOMPARE(picture(store.jobs(at(0))), QStringLiteral("ws/a queued 0"));
}

void JobStoreTest::keepsStatesOfManyAttempts()
{
    JobStore store;
    for (int i = 0; i < 1000; ++i) {
        store.append("ws", job("a", i % 2 ? State::Retrying : State::Running, i, i));
    }
    QCOMPARE(picture(store.jobs(at(0))), QStringLiteral("ws/a running 0"));
    QCOMPARE(picture(store.jobs(at(998))), QStringLiteral("ws/a running 998"));
    QCOMPARE(picture(store.jobs()), QStringLiteral("ws/a retrying 999"));
}

void JobStoreTest::servesThreads()
{
    JobStore store(10);
    std::atomic<bool> isDone = false;
    std::thread reader([&store, &isDone] {
        std::uint64_t seen = 0;
        while (!isDone) {
            seen = store.revision();
            store.changedSince(seen / 2);
            store.jobs(at(500));
        }
    });
    for (int i = 0; i < 2000; ++i) {
        store.append("ws",
                     job(std::to_string(i % 30), i % 3 ? State::Running : State::Failed, i, i));
    }
    isDone = true;
    reader.join();
    QCOMPARE(store.jobs().size(), 10U);
}

QTEST_APPLESS_MAIN(JobStoreTest)
#include "tst_jobstore.moc"
