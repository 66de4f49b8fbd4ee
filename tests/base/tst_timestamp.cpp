// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"

#include <QTest>

using namespace foretop;

class TimestampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIso8601_data();
    void readsIso8601();
    void readsAPrefix();
    void writesWhatItReads();
    void tellsTheUnitOfAnEpoch_data();
    void tellsTheUnitOfAnEpoch();
};

void TimestampTest::readsIso8601_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("ms");

    constexpr qint64 kMoment = 1705314600000; // 2024-01-15T10:30:00Z
    QTest::newRow("UTC") << QByteArray("2024-01-15T10:30:00Z") << true << kMoment;
    QTest::newRow("ms") << QByteArray("2024-01-15T10:30:00.123Z") << true << kMoment + 123;
    QTest::newRow("ns are cut") << QByteArray("2024-01-15T10:30:00.123999999Z") << true
                                << kMoment + 123;
    QTest::newRow("one digit") << QByteArray("2024-01-15T10:30:00.5Z") << true << kMoment + 500;
    QTest::newRow("comma") << QByteArray("2024-01-15 10:30:00,123") << true << kMoment + 123;
    QTest::newRow("no zone") << QByteArray("2024-01-15T10:30:00") << true << kMoment;
    QTest::newRow("east") << QByteArray("2024-01-15T12:30:00+02:00") << true << kMoment;
    QTest::newRow("west") << QByteArray("2024-01-15T05:00:00-0530") << true << kMoment;
    QTest::newRow("hours") << QByteArray("2024-01-15T11:30:00+01") << true << kMoment;
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << true
                              << qint64(1709164800000);
    QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z") << true
                                 << qint64(1483228800000);
    QTest::newRow("before the epoch")
        << QByteArray("1969-12-31T23:59:59.999Z") << true << qint64(-1);
    QTest::newRow("no leap day") << QByteArray("2023-02-29T00:00:00Z") << false << qint64(0);
    QTest::newRow("month 13") << QByteArray("2024-13-01T00:00:00Z") << false << qint64(0);
    QTest::newRow("no seconds") << QByteArray("2024-01-15T10:30Z") << true << kMoment;
    QTest::newRow("the day's end")
        << QByteArray("2024-01-14T24:00:00Z") << true << kMoment - 37'800'000;
    QTest::newRow("hour 24") << QByteArray("2024-01-01T24:00:01Z") << false << qint64(0);
    QTest::newRow("year 0 in UTC") << QByteArray("0001-01-01T00:00:00+00:01") << false << qint64(0);
    QTest::newRow("year 10000 in UTC")
        << QByteArray("9999-12-31T23:59:59-00:01") << false << qint64(0);
    QTest::newRow("tail") << QByteArray("2024-01-15T10:30:00Zx") << false << qint64(0);
    QTest::newRow("date alone") << QByteArray("2024-01-15") << false << qint64(0);
    QTest::newRow("empty") << QByteArray() << false << qint64(0);
    QTest::newRow("words") << QByteArray("not a time at all!!") << false << qint64(0);
}

void TimestampTest::readsIso8601()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QFETCH(qint64, ms);
    const auto time = parseIso8601(text.toStdString());
    QCOMPARE(time.has_value(), valid);
    if (valid) {
        QCOMPARE(msSinceEpoch(*time), ms);
    }
}

void TimestampTest::readsAPrefix()
{
    std::size_t length = 0;
    const auto time = parseIso8601Prefix("2024-01-15 10:30:00,123 INFO started", length);
    QVERIFY(time);
    QCOMPARE(length, std::size_t(23));
    // A "-" that no digits follow is text, not a zone.
    QVERIFY(parseIso8601Prefix("2024-01-15 10:30:00 - web - up", length));
    QCOMPARE(length, std::size_t(19));
}

void TimestampTest::writesWhatItReads()
{
    const std::string text = "2024-01-15T10:30:00.007Z";
    QCOMPARE(formatIso8601(*parseIso8601(text)), text);
    QCOMPARE(formatIso8601(wallTimeFromMs(-1)), std::string("1969-12-31T23:59:59.999Z"));
}

void TimestampTest::tellsTheUnitOfAnEpoch_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("s") << 1705314600.5 << qint64(1705314600500);
    QTest::newRow("ms") << 1705314600123.0 << qint64(1705314600123);
    QTest::newRow("us") << 1705314600123456.0 << qint64(1705314600123);
    QTest::newRow("ns") << 1705314600123456768.0 << qint64(1705314600123);
    QTest::newRow("too small") << 12.0 << qint64(-1);
    QTest::newRow("negative") << -1705314600.0 << qint64(-1);
    QTest::newRow("NaN") << std::nan("") << qint64(-1);
}

void TimestampTest::tellsTheUnitOfAnEpoch()
{
    QFETCH(double, value);
    QFETCH(qint64, ms);
    const auto time = wallTimeFromEpoch(value);
    QCOMPARE(time ? msSinceEpoch(*time) : -1, ms);
}

QTEST_APPLESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"
