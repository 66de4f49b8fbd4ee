// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "logs/timezone.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

class TimeZoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void converts_data();
    void converts();
    void refuses_data();
    void refuses();
    void followsTheEnvironment();
};

void TimeZoneTest::converts_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("utc");
    QTest::addColumn<QByteArray>("back");

    const auto row = [](const char *title, const char *zone, const char *name, const char *local,
                        const char *utc, const char *back) {
        QTest::newRow(title) << QByteArray(zone) << QByteArray(name) << QByteArray(local)
                             << QByteArray(utc) << QByteArray(back);
    };
    row("UTC", "utc", "UTC", "2024-01-15T10:30:00.123Z", "2024-01-15T10:30:00.123Z",
        "2024-01-15T10:30:00.123Z");
    row("east", "+02:00", "+02:00", "2024-01-15T01:30:00.123Z", "2024-01-14T23:30:00.123Z",
        "2024-01-15T01:30:00.123Z");
    row("west", "-0330", "-03:30", "2024-01-15T10:30:00.000Z", "2024-01-15T14:00:00.000Z",
        "2024-01-15T10:30:00.000Z");
    row("hours", "+05", "+05:00", "2024-01-15T10:30:00.000Z", "2024-01-15T05:30:00.000Z",
        "2024-01-15T10:30:00.000Z");
    row("no offset", "+00:00", "UTC", "2024-01-15T10:30:00.000Z", "2024-01-15T10:30:00.000Z",
        "2024-01-15T10:30:00.000Z");
    row("winter", "Europe/Berlin", "Europe/Berlin", "2024-01-15T10:30:00.123Z",
        "2024-01-15T09:30:00.123Z", "2024-01-15T10:30:00.123Z");
    row("summer", "Europe/Berlin", "Europe/Berlin", "2024-07-15T10:30:00.000Z",
        "2024-07-15T08:30:00.000Z", "2024-07-15T10:30:00.000Z");
    row("twice", "Europe/Berlin", "Europe/Berlin", "2024-10-27T02:30:00.000Z",
        "2024-10-27T00:30:00.000Z", "2024-10-27T02:30:00.000Z");
    row("never", "Europe/Berlin", "Europe/Berlin", "2024-03-31T02:30:00.000Z",
        "2024-03-31T01:30:00.000Z", "2024-03-31T03:30:00.000Z");
    row("half an hour", "Asia/Kolkata", "Asia/Kolkata", "2024-01-15T10:30:00.000Z",
        "2024-01-15T05:00:00.000Z", "2024-01-15T10:30:00.000Z");
    row("long ago", "America/New_York", "America/New_York", "0001-01-02T00:00:00.000Z",
        "0001-01-02T04:56:02.000Z", "0001-01-02T00:00:00.000Z");
    row("far ahead", "America/New_York", "America/New_York", "2037-07-01T00:00:00.000Z",
        "2037-07-01T04:00:00.000Z", "2037-07-01T00:00:00.000Z");
}

void TimeZoneTest::converts()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, local);
    const auto found = TimeZone::named(zone.toStdString());
    QVERIFY(found);
    QTEST(QByteArray::fromStdString(found->name()), "name");
    const auto utc = found->toUtc(*parseIso8601(local.toStdString()));
    QTEST(QByteArray::fromStdString(formatIso8601(utc)), "utc");
    QTEST(QByteArray::fromStdString(formatIso8601(found->toLocal(utc))), "back");
    QVERIFY(*found == *TimeZone::named(found->name()));
}

void TimeZoneTest::refuses_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *const zone : {"", "Europe/Atlantis", "+25:00", "+02:60", "+2", "+02:0", "+-1",
                                   "../../etc/passwd", "/etc/passwd", "CET-1CEST"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

void TimeZoneTest::refuses()
{
    QFETCH(QByteArray, zone);
    const auto found = TimeZone::named(zone.toStdString());
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Unknown);
    QVERIFY(found.error().message.find(zone.toStdString()) != std::string::npos);
}

void TimeZoneTest::followsTheEnvironment()
{
    const auto was = qgetenv("TZ");
    qputenv("TZ", ":Asia/Tokyo");
    QCOMPARE(TimeZone::local().name(), std::string("Asia/Tokyo"));
    QCOMPARE(TimeZone::named("local")->name(), std::string("Asia/Tokyo"));
    qputenv("TZ", "no/such");
    QVERIFY(TimeZone::local() == TimeZone());
    qputenv("TZ", "local");
    QVERIFY(TimeZone::local() == TimeZone());
    qunsetenv("TZ");
    QVERIFY(!TimeZone::local().name().empty());
    if (!was.isNull()) {
        qputenv("TZ", was);
    }
}

QTEST_APPLESS_MAIN(TimeZoneTest)
#include "tst_timezone.moc"
