// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/errorstore.h"

#include <QTest>

#include <atomic>
#include <numeric>
#include <thread>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::errors;

namespace {

// A whole minute.
WallTime at(std::int64_t seconds)
{
    return wallTimeFromMs(1'705'314'600'000 + seconds * 1000);
}

ErrorEvent errorOf(const std::string &type, std::int64_t seconds, const std::string &message = "m")
{
    ErrorEvent event;
    event.timestamp = at(seconds);
    event.type = type;
    event.message = message;
    return event;
}

/// `type count first..last "message"`, separated by ", "; times in seconds.
QString picture(const std::vector<ErrorGroup> &groups)
{
    QStringList parts;
    for (const auto &group : groups) {
        parts << QString::fromStdString(
            fmt::format("{} {} {}..{} {}", group.newest.type, group.count,
                        (group.firstSeen - at(0)).count() / 1000,
                        (group.lastSeen - at(0)).count() / 1000, group.newest.message));
    }
    return parts.join(QStringLiteral(", "));
}

/// The last minutes that have a count, as `minutes ago:count`.
QString minutes(const ErrorGroup &group)
{
    QStringList parts;
    for (std::size_t i = 0; i < group.perMinute.size(); ++i) {
        if (group.perMinute[i] > 0) {
            parts << QStringLiteral("%1:%2")
                         .arg(group.perMinute.size() - 1 - i)
                         .arg(group.perMinute[i]);
        }
    }
    return parts.join(u' ');
}

} // namespace

class ErrorStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryMoment_data();
    void knowsEveryMoment();
    void countsByMinute();
    void takesEventsInAnyOrder();
    void remembersBeyondTheTimesItKeeps();
    void dropsTheGroupSeenLongestAgo();
    void boundsGroups();
    void staysWithinItsBytes();
    void servesThreads();
};

void ErrorStoreTest::knowsEveryMoment_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("groups");
    QTest::newRow("before all") << -1 << QString();
    QTest::newRow("first") << 0 << QStringLiteral("A 1 0..0 no 1");
    QTest::newRow("second group") << 15 << QStringLiteral("B 1 10..10 x, A 1 0..0 no 1");
    QTest::newRow("first again") << 20 << QStringLiteral("A 2 0..20 no 2, B 1 10..10 x");
    QTest::newRow("after all") << 9999 << QStringLiteral("B 2 10..30 x, A 2 0..20 no 2");
}

void ErrorStoreTest::knowsEveryMoment()
{
    QFETCH(int, seconds);
    QFETCH(QString, groups);
    ErrorStore store;
    store.append("ws", errorOf("A", 0, "no 1"));
    store.append("ws", errorOf("B", 10, "x"));
    store.append("io", errorOf("A", 20, "no 2"));
    store.append("ws", errorOf("B", 30, "x"));
    QCOMPARE(store.revision(), 4U);
    QCOMPARE(picture(store.groups(at(seconds))), groups);
    if (seconds == 9999) {
        QCOMPARE(picture(store.groups()), groups);
        QCOMPARE(store.groups().at(1).source, std::string("io"));
        QCOMPARE(store.groups(at(15)).at(1).source, std::string("ws"));
    }
}

void ErrorStoreTest::countsByMinute()
{
    ErrorStore store;
    for (const int seconds : {0, 59, 60, 200, 3600}) {
        store.append("ws", errorOf("A", seconds));
    }
    store.append("ws", errorOf("B", 3700));
    const auto countsAt = [&store](std::optional<WallTime> time) {
        for (const auto &group : store.groups(time)) {
            if (group.newest.type == "A") {
                return minutes(group);
            }
        }
        return QString();
    };
    QCOMPARE(countsAt({}), QStringLiteral("58:1 1:1"));
    QCOMPARE(countsAt(at(3600)), QStringLiteral("59:1 57:1 0:1"));
    QCOMPARE(countsAt(at(61)), QStringLiteral("1:2 0:1"));
    QCOMPARE(countsAt(at(58)), QStringLiteral("0:1"));
    QCOMPARE(countsAt(at(100'000)), QString());
    QCOMPARE(store.groups().at(0).perMinute.size(), ErrorStore::kMinutes);
}

void ErrorStoreTest::takesEventsInAnyOrder()
{
    ErrorStore store;
    for (const int seconds : {50, 10, 30, 90, 20}) {
        store.append("ws",
                     errorOf("A", seconds, "x" + std::string(std::size_t(seconds / 10), 'y')));
    }
    QCOMPARE(picture(store.groups()), QStringLiteral("A 1 90..90 xyyyyyyyyy, A 1 50..50 xyyyyy, "
                                                     "A 1 30..30 xyyy, A 1 20..20 xyy, "
                                                     "A 1 10..10 xy"));
    ErrorStore same;
    for (const int seconds : {50, 10, 30, 90, 20}) {
        same.append("ws", errorOf("A", seconds, std::to_string(seconds)));
    }
    QCOMPARE(picture(same.groups()), QStringLiteral("A 5 10..90 90"));
    QCOMPARE(picture(same.groups(at(30))), QStringLiteral("A 3 10..30 30"));
    QCOMPARE(minutes(same.groups().at(0)), QStringLiteral("1:4 0:1"));
}

void ErrorStoreTest::remembersBeyondTheTimesItKeeps()
{
    // One every 20 seconds: times reach back 10000 s, minutes a day.
    constexpr int kEvents = 10'000;
    ErrorStore store;
    for (int i = 0; i < kEvents; ++i) {
        store.append("ws", errorOf("A", i * 20, std::to_string(i)));
    }
    QCOMPARE(picture(store.groups()), QStringLiteral("A 10000 0..199980 9999"));
    QCOMPARE(store.groups(at(195'000)).at(0).count, 9751U);
    // Before the kept times: by whole minutes.
    const auto early = store.groups(at(150'010)).at(0);
    QCOMPARE(early.count, 7503U);
    QCOMPARE(early.lastSeen, at(150'010));
    QCOMPARE(early.newest.message, std::string("9990"));
    QCOMPARE(early.perMinute.back(), 3U);
}

void ErrorStoreTest::dropsTheGroupSeenLongestAgo()
{
    ErrorStore store(2);
    store.append("ws", errorOf("A", 10));
    store.append("ws", errorOf("B", 20));
    store.append("ws", errorOf("A", 30));
    store.append("ws", errorOf("C", 40));
    QCOMPARE(picture(store.groups()), QStringLiteral("C 1 40..40 m, A 2 10..30 m"));
    QCOMPARE(store.dropped(), 1U);
    // A new group is shown even when its event is old.
    store.append("ws", errorOf("D", 0));
    QCOMPARE(picture(store.groups()), QStringLiteral("C 1 40..40 m, D 1 0..0 m"));
}

void ErrorStoreTest::boundsGroups()
{
    ErrorStore store;
    for (std::size_t i = 0; i < ErrorStore::kMaxGroups + 100; ++i) {
        store.append("ws", errorOf("T" + std::to_string(i), int(i)));
    }
    QCOMPARE(store.groups().size(), ErrorStore::kMaxGroups);
    QCOMPARE(store.dropped(), 100U);
}

void ErrorStoreTest::staysWithinItsBytes()
{
    ErrorStore store(ErrorStore::kMaxGroups, 100'000);
    for (int i = 0; i < 100; ++i) {
        auto large = errorOf("T" + std::to_string(i), i);
        large.stack.assign(10, std::string(200, 'f'));
        store.append("ws", large);
    }
    const auto groups = store.groups();
    QVERIFY(groups.size() > 20 && groups.size() < 50);
    QCOMPARE(groups.size() + store.dropped(), 100U);
    QCOMPARE(groups.front().newest.type, std::string("T99"));
}

void ErrorStoreTest::servesThreads()
{
    ErrorStore store(10);
    std::atomic<bool> isDone = false;
    std::thread reader([&store, &isDone] {
        while (!isDone) {
            store.groups();
            store.groups(at(500));
            store.revision();
        }
    });
    for (int i = 0; i < 2000; ++i) {
        store.append("ws", errorOf("T" + std::to_string(i % 30), i));
    }
    isDone = true;
    reader.join();
    QCOMPARE(store.groups().size(), 10U);
}

QTEST_APPLESS_MAIN(ErrorStoreTest)
#include "tst_errorstore.moc"
