// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/healthstore.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::health;

namespace {

WallTime at(std::int64_t seconds)
{
    return wallTimeFromMs(1'700'000'000'000 + seconds * 1000);
}

Check check(const std::string &name, Status status, std::optional<double> latencyMs = {},
            const std::string &message = {})
{
    return {name, status, latencyMs, message, {}};
}

Report report(std::int64_t seconds, std::vector<Check> checks)
{
    const auto status = worstStatus(checks);
    return {status, "shop", "1.0", at(seconds), std::move(checks)};
}

/// `source/service/check status since+ updated "message" [latencies] uptime%`, a check a line.
QString picture(const std::vector<CheckState> &states)
{
    QStringList lines;
    for (const auto &state : states) {
        auto line =
            fmt::format("{}/{}/{} {} {} {}", state.source, state.service, state.check.name,
                        statusName(state.check.status), (state.since - at(0)).count() / 1000,
                        (state.updatedAt - at(0)).count() / 1000);
        line += state.check.message.empty() ? "" : fmt::format(" \"{}\"", state.check.message);
        line += " [";
        for (const double latency : state.latenciesMs) {
            line += fmt::format(" {}", latency);
        }
        line += fmt::format(" ] {:.0f}%", state.uptimeRatio * 100);
        lines << QString::fromStdString(line);
    }
    return lines.join(u'\n');
}

constexpr auto kUp = Status::Healthy;
constexpr auto kDown = Status::Unhealthy;

} // namespace

class HealthStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryMoment_data();
    void knowsEveryMoment();
    void removesWhatIsNoLongerReported();
    void showsAServiceWithoutChecks();
    void keepsOrderAndSourcesApart();
    void neverRunsBackwards();
    void countsUnknownAsNotObserved();
    void keepsSoMuchOfACheck();
    void refusesChecksBeyondTheBound();
    void staysWithinItsBytes();
    void remembersVersions();
    void servesThreads();
};

void HealthStoreTest::knowsEveryMoment_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("states");
    const auto row = [](int seconds, const char *states) {
        QTest::addRow("%d s", seconds) << seconds << QString::fromUtf8(states);
    };
    row(-1, "");
    row(0, "ws/shop/db healthy 0 0 [ 1 ] 100%");
    row(9, "ws/shop/db healthy 0 0 [ 1 ] 100%");
    row(10, "ws/shop/db unhealthy 10 10 \"timeout\" [ 1 2 ] 100%\n"
            "ws/shop/mq healthy 10 10 [ 7 ] 100%");
    row(20, "ws/shop/db unhealthy 10 20 \"refused\" [ 1 2 ] 50%\n"
            "ws/shop/mq degraded 20 20 \"slow\" [ 7 8 ] 100%");
    row(29, "ws/shop/db unhealthy 10 20 \"refused\" [ 1 2 ] 34%\n"
            "ws/shop/mq degraded 20 20 \"slow\" [ 7 8 ] 100%");
    row(30, "ws/shop/db healthy 30 30 [ 1 2 4 ] 33%\n"
            "ws/shop/mq degraded 20 30 \"slow\" [ 7 8 9 ] 100%");
    row(1000, "ws/shop/db healthy 30 40 [ 1 2 4 5 ] 50%\n"
              "ws/shop/mq degraded 20 40 \"slow\" [ 7 8 9 9 ] 100%");
}

void HealthStoreTest::knowsEveryMoment()
{
    QFETCH(int, seconds);
    QFETCH(QString, states);
    HealthStore store;
    const auto kSlow = Status::Degraded;
    store.append("ws", report(0, {check("db", kUp, 1)}));
    store.append("ws", report(10, {check("db", kDown, 2, "timeout"), check("mq", kUp, 7)}));
    store.append("ws",
                 report(20, {check("db", kDown, {}, "refused"), check("mq", kSlow, 8, "slow")}));
    store.append("ws", report(30, {check("db", kUp, 4), check("mq", kSlow, 9, "slow")}));
    store.append("ws", report(40, {check("db", kUp, 5), check("mq", kSlow, 9, "slow")}));
    QCOMPARE(picture(store.states(at(seconds))), states);
    if (seconds == 1000) {
        QCOMPARE(picture(store.states()), states);
    }
}

void HealthStoreTest::removesWhatIsNoLongerReported()
{
    HealthStore store;
    store.append("ws", report(0, {check("db", kUp), check("mq", kUp)}));
    store.append("ws", report(10, {check("db", kUp)}));
    store.append("ws", report(20, {check("db", kUp), check("mq", kDown)}));
    QCOMPARE(store.states(at(5)).size(), 2U);
    QCOMPARE(store.states(at(15)).size(), 1U);
    QCOMPARE(picture(store.states()), QStringLiteral("ws/shop/db healthy 0 20 [ ] 100%\n"
                                                     "ws/shop/mq unhealthy 20 20 [ ] 100%"));
    store.removeSource("other");
    QCOMPARE(store.states().size(), 2U);
    store.removeSource("ws");
    QVERIFY(store.states().empty());
    QVERIFY(store.states(at(5)).empty());
}

void HealthStoreTest::showsAServiceWithoutChecks()
{
    HealthStore store;
    store.append("ws", {kDown, "shop", "", at(0), {}});
    QCOMPARE(picture(store.states()), QStringLiteral("ws/shop/shop unhealthy 0 0 [ ] 0%"));
    store.append("ws", {kDown, "shop", "", at(10), {check("db", kUp)}});
    QCOMPARE(picture(store.states()), QStringLiteral("ws/shop/shop unhealthy 0 10 [ ] 0%\n"
                                                     "ws/shop/db healthy 10 10 [ ] 100%"));
    store.append("ws", {kUp, "shop", "", at(20), {check("db", kUp)}});
    QCOMPARE(picture(store.states()), QStringLiteral("ws/shop/db healthy 10 20 [ ] 100%"));
}

void HealthStoreTest::keepsOrderAndSourcesApart()
{
    HealthStore store;
    store.append("b", report(0, {check("z", kUp), check("a", kUp)}));
    store.append("a", report(0, {check("z", kUp)}));
    store.append("b", report(10, {check("a", kUp), check("z", kUp)}));
    QStringList names;
    for (const auto &state : store.states()) {
        names << QString::fromStdString(state.source + state.check.name);
    }
    QCOMPARE(names.join(u' '), QStringLiteral("bz ba az"));
}

void HealthStoreTest::neverRunsBackwards()
{
    HealthStore store;
    store.append("ws", report(100, {check("db", kUp, 1)}));
    store.append("ws", report(50, {check("db", kDown, 2, "late")}));
    QCOMPARE(picture(store.states()),
             QStringLiteral("ws/shop/db unhealthy 100 100 \"late\" [ 1 2 ] 0%"));
    QVERIFY(store.states(at(99)).empty());
    store.append("ws", report(110, {check("db", kUp, 3)}));
    QCOMPARE(picture(store.states()), QStringLiteral("ws/shop/db healthy 110 110 [ 1 2 3 ] 0%"));
}

void HealthStoreTest::countsUnknownAsNotObserved()
{
    HealthStore store;
    store.append("ws", report(0, {check("db", Status::Unknown)}));
    QCOMPARE(store.states().at(0).uptimeRatio, 1.0);
    store.append("ws", report(100, {check("db", kUp)}));
    store.append("ws", report(101, {check("db", kDown)}));
    store.append("ws", report(102, {check("db", kDown)}));
    QCOMPARE(store.states().at(0).uptimeRatio, 0.5);
    QCOMPARE(store.states(at(50)).at(0).check.status, Status::Unknown);
}

void HealthStoreTest::keepsSoMuchOfACheck()
{
    HealthStore store;
    constexpr int kReports = 5000;
    for (int i = 0; i < kReports; ++i) {
        store.append("ws", report(i, {check("db", i % 4 == 3 ? kDown : kUp, i)}));
    }
    const auto state = store.states().at(0);
    QCOMPARE(state.latenciesMs.size(), HealthStore::kLatencies);
    QCOMPARE(state.latenciesMs.back(), double(kReports - 1));
    // What was dropped still counts.
    QVERIFY(std::abs(state.uptimeRatio - 0.75) < 0.001);
    // Two transitions every four seconds.
    QVERIFY(store.states(at(kReports - 2 * int(HealthStore::kMaxTransitions) - 10)).empty());
    const auto early = store.states(at(kReports - 2 * int(HealthStore::kMaxTransitions) + 10));
    QCOMPARE(early.size(), 1U);
    QVERIFY(early[0].latenciesMs.empty());
    QVERIFY(std::abs(early[0].uptimeRatio - 0.75) < 0.001);
}

void HealthStoreTest::refusesChecksBeyondTheBound()
{
    HealthStore store(2);
    store.append("ws", report(0, {check("a", kUp), check("b", kUp), check("c", kUp)}));
    QCOMPARE(store.states().size(), 2U);
    QCOMPARE(store.refused(), 1U);
    store.append("ws", report(1, {check("a", kUp)}));
    store.append("ws", report(2, {check("a", kUp), check("c", kUp)}));
    QCOMPARE(store.refused(), 1U);
    QCOMPARE(store.states().at(1).check.name, std::string("c"));
}

void HealthStoreTest::staysWithinItsBytes()
{
    HealthStore store(HealthStore::kMaxChecksKept, 100'000);
    for (int i = 0; i < 1000; ++i) {
        store.append("ws", report(i, {check("a", i % 2 ? kUp : kDown, i,
                                            std::to_string(i) + std::string(1000, 'x')),
                                      check("b", kUp, i)}));
    }
    const auto states = store.states();
    QCOMPARE(states.size(), 2U);
    QVERIFY(states[0].latenciesMs.size() < HealthStore::kLatencies);
    QCOMPARE(states[0].check.message.substr(0, 4), std::string("999x"));
    QCOMPARE(states[1].updatedAt, at(999));
}

void HealthStoreTest::remembersVersions()
{
    HealthStore store;
    const auto tell = [&store](std::int64_t seconds, const char *version,
                               const char *source = "s") {
        Report told = report(seconds, {check("db", kUp)});
        told.version = version;
        store.append(source, told);
    };
    for (const auto &[seconds, version] :
         {std::pair(0, "1"), {10, "1"}, {20, ""}, {30, "2"}, {40, "2"}, {50, "1"}}) {
        tell(seconds, version);
        tell(seconds, "7", "other");
    }
    const auto changes = store.versionChanges();
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].version, std::string("2"));
    QCOMPARE(changes[0].service, std::string("shop"));
    QCOMPARE(changes[0].time, at(30));
    QCOMPARE(changes[1].version, std::string("1"));
    for (std::size_t i = 0; i < 2 * HealthStore::kMaxVersionChanges; ++i) {
        tell(60, std::to_string(i).c_str());
    }
    QCOMPARE(store.versionChanges().size(), HealthStore::kMaxVersionChanges);
    store.removeSource("s");
    QVERIFY(store.versionChanges().empty());
}

void HealthStoreTest::servesThreads()
{
    HealthStore store;
    std::atomic<bool> isDone = false;
    std::thread reader([&store, &isDone] {
        while (!isDone) {
            store.states();
            store.states(at(500));
        }
    });
    for (int i = 0; i < 2000; ++i) {
        store.append("ws", report(i, {check("db", i % 7 ? kUp : kDown, i, "m")}));
    }
    isDone = true;
    reader.join();
    QCOMPARE(store.states().size(), 1U);
}

QTEST_APPLESS_MAIN(HealthStoreTest)
#include "tst_healthstore.moc"
