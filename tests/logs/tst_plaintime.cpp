// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "logs/plaintime.h"
#include "logs/timelayout.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

class PlainTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void tellsTheYear_data();
    void tellsTheYear();
    void takesTheFrontOnly();
    void knowsSecondsOfLayouts_data();
    void knowsSecondsOfLayouts();
};

void PlainTimeTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");    // in a zone of UTC; empty: is no time
    QTest::addColumn<QByteArray>("berlin"); // in Europe/Berlin
    const auto zoned = [](const char *text, const char *time) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(time) << QByteArray(time);
    };
    const auto local = [](const char *text, const char *utc, const char *berlin) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(utc) << QByteArray(berlin);
    };
    constexpr auto kNoon = "2024-01-15T10:30:00.000Z";
    constexpr auto kHourBefore = "2024-01-15T09:30:00.000Z";
    constexpr auto kMs = "2024-01-15T10:30:00.123Z";
    constexpr auto kMsBefore = "2024-01-15T09:30:00.123Z";

    zoned("2024-01-15T10:30:00Z", kNoon);
    zoned("2024-01-15T10:30Z", kNoon);
    zoned("2024-01-15t10:30:00.123z", kMs);
    zoned("2024-01-15 11:30:00+01:00", kNoon);
    zoned("2024-01-15 11:30:00.123456789 +0100", kMs);
    zoned("2024-01-15 05:00:00 -05:30", kNoon);
    zoned("2024-01-15 10:30:00 UTC", kNoon);
    zoned("2024-01-15 10:30:00 GMT", kNoon);
    zoned("2024-01-15 05:30:00 EST", kNoon);
    zoned("2024-01-15 11:30:00.123 CET", kMs);
    zoned("20240115T103000Z", kNoon);
    zoned("20240115T103000.123Z", kMs);
    zoned("15/Jan/2024:11:30:00 +0100", kNoon);
    zoned("15/Jan/2024:11:30 +0100", kNoon);
    zoned("15/Jan/2024:10:30:00 +0000", kNoon);
    zoned("Mon, 15 Jan 2024 11:30:00 +0100", kNoon);
    zoned("1705314600", kNoon);
    zoned("1705314600.123", kMs);
    zoned("1705314600123", kMs);
    zoned("1705314600123456", kMs);
    zoned("1705314600123456789", kMs);
    local("2024-01-15T10:30:00", kNoon, kHourBefore);
    local("2024-01-15 10:30:00,123", kMs, kMsBefore);
    local("2024-01-14 24:00:00", "2024-01-15T00:00:00.000Z", "2024-01-14T23:00:00.000Z");
    local("2024/01/15 10:30:00.123", kMs, kMsBefore);
    local("15.01.2024 10:30:00", kNoon, kHourBefore);
    local("15.01.2024 10:30", kNoon, kHourBefore);
    local("15.01.2024, 10:30:00.123", kMs, kMsBefore);
    local("15-Jan-2024 10:30:00.123", kMs, kMsBefore);
    local("15 Jan 2024 10:30:00.123", kMs, kMsBefore);
    local("20240115 103000", kNoon, kHourBefore);
    local("20240115 10:30:00.123", kMs, kMsBefore);
    local("20240115-10:30:00", kNoon, kHourBefore);
    local("20240115103000", kNoon, kHourBefore);
    local("Mon Jan 15 10:30:00 2024", kNoon, kHourBefore);
    local("Mon Jan 15 10:30:00.123 2024", kMs, kMsBefore);
    local("Mon 2024-01-15 10:30:00", kNoon, kHourBefore);
    local("Jan 15 10:30:00", kNoon, kHourBefore);
    local("Jan 15 10:30:00.123", kMs, kMsBefore);
    local("01-15 10:30:00.123", kMs, kMsBefore);
    local("2023-07-15 10:30:00", "2023-07-15T10:30:00.000Z", "2023-07-15T08:30:00.000Z");
    for (const char *const text :
         {"", "x", "10:30:00", "2024-01-15", "2024-13-15 10:30:00", "2024-01-15 25:30:00",
          "2024-01-15 10:30:00x", "15/01/2024 10:30:00", "4155551234", "17053146001",
          "20241301 103000", "13-15 10:30:00", "99999999999999", "Foo 15 10:30:00",
          "15.13.2024 10:30:00", "00000000 000000", "Jan 32 10:30:00"}) {
        zoned(text, "");
    }
}

void PlainTimeTest::reads()
{
    QFETCH(QByteArray, text);
    const auto now = *parseIso8601("2024-03-09T00:00:00Z");
    const auto shown = [&](const char *zone) {
        const FormatContext context{.now = now, .zone = *TimeZone::named(zone)};
        const auto time = plainTime(text.toStdString(), context);
        return time ? QByteArray::fromStdString(formatIso8601(*time)) : QByteArray();
    };
    QTEST(shown("UTC"), "utc");
    QTEST(shown("Europe/Berlin"), "berlin");
}

void PlainTimeTest::tellsTheYear_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("time");
    const auto row = [](const char *title, const char *now, const char *zone, const char *text,
                        const char *time) {
        QTest::newRow(title) << QByteArray(now) << QByteArray(zone) << QByteArray(text)
                             << QByteArray(time);
    };
    row("before New Year", "2024-01-01T00:10:00Z", "UTC", "Dec 31 23:59:59",
        "2023-12-31T23:59:59.000Z");
    row("New Year of a zone ahead", "2023-12-31T12:00:00Z", "Asia/Tokyo", "Jan  1 00:00:01",
        "2023-12-31T15:00:01.000Z");
    row("of a zone behind", "2024-01-01T02:00:00Z", "America/New_York", "Dec 31 20:59:00",
        "2024-01-01T01:59:00.000Z");
    row("more than a day ahead", "2024-06-01T00:00:00Z", "UTC", "06-03 00:00:00",
        "2023-06-03T00:00:00.000Z");
    row("less than a day ahead", "2024-06-01T00:00:00Z", "UTC", "06-01 23:00:00",
        "2024-06-01T23:00:00.000Z");
    row("leap day", "2027-03-01T00:00:00Z", "UTC", "Feb 29 10:00:00", "2024-02-29T10:00:00.000Z");
    row("no such day", "2024-06-01T00:00:00Z", "UTC", "Feb 30 10:00:00", "");
}

void PlainTimeTest::tellsTheYear()
{
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, text);
    const FormatContext context{.now = *parseIso8601(now.toStdString()),
                                .zone = *TimeZone::named(zone.toStdString())};
    const auto time = plainTime(text.toStdString(), context);
    QTEST(time ? QByteArray::fromStdString(formatIso8601(*time)) : QByteArray(), "time");
}

void PlainTimeTest::takesTheFrontOnly()
{
    const FormatContext context{.now = *parseIso8601("2024-03-09T00:00:00Z"), .zone = {}};
    const auto lengthOf = [&](const char *text) {
        const auto found = plainTimeAtStart(text, context);
        return found ? found->length : 0;
    };
    QCOMPARE(lengthOf("2024-01-15 10:30:00 - web - up"), std::size_t(19));
    QCOMPARE(lengthOf("2024-01-15 10:30:00 CETERA"), std::size_t(19));
    QCOMPARE(lengthOf("2024-01-15 10:30:00 CET [7] m"), std::size_t(23));
    QCOMPARE(lengthOf("2024-01-15 10:30:00 -5 items"), std::size_t(19));
    QCOMPARE(lengthOf("Jan 15 10:30:00 web-1 a: m"), std::size_t(15));
    QCOMPARE(lengthOf("20240115 103000 m"), std::size_t(15));
    QCOMPARE(lengthOf("01-15 10:30:00.123  1234 m"), std::size_t(18));
}

void PlainTimeTest::knowsSecondsOfLayouts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("ISO") << QByteArray("2024-01-15T10:30:00.123Z ")
                         << QByteArray("2024-01-15T10:30:59.456Z ");
    QTest::newRow("access") << QByteArray("15/Jan/2024:10:30:00 +0000]")
                            << QByteArray("15/Jan/2024:10:30:59 +0000]");
    QTest::newRow("Unix") << QByteArray("1705314600.123 ") << QByteArray("1705314659.456 ");
}

/// What a layout tells of another time in its minute is what is read from that.
void PlainTimeTest::knowsSecondsOfLayouts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, other);
    const auto now = *parseIso8601("2024-03-09T00:00:00Z");
    const auto size = static_cast<std::size_t>(text.size());
    const auto timeIn = [now](const QByteArray &bytes) {
        return plainTime(bytes.chopped(1).toStdString(), now).value_or(WallTime());
    };
    const TimeLayout layout(text.toStdString(), size - 1, timeIn(text));
    QVERIFY(layout.isKnown());
    other.append(TimeLayout::kMostBytes, ' ');
    QVERIFY(layout.matches(other.constData()));
    const auto key = layout.key(other.constData());
    const auto time = timeIn(other.left(text.size()));
    QVERIFY(layout.earliestOf(key) <= time && time <= layout.latestOf(key));
}

QTEST_APPLESS_MAIN(PlainTimeTest)
#include "tst_plaintime.moc"
