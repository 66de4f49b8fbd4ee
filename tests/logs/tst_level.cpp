// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/level.h"

#include <QTest>

using namespace foretop::logs;

Q_DECLARE_METATYPE(Level)
Q_DECLARE_METATYPE(LevelScale)

class LevelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNames_data();
    void readsNames();
    void rejectsOtherWords_data();
    void rejectsOtherWords();
    void readsNumbers_data();
    void readsNumbers();
    void readsWhatItNames();
    void masks();
};

void LevelTest::readsNames_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<Level>("level");
    QTest::newRow("trace") << QByteArray("trace TRC finest Verbose silly T V") << Level::Trace;
    QTest::newRow("debug") << QByteArray("debug DBG dbug fine DEBUG5 d") << Level::Debug;
    QTest::newRow("info") << QByteArray("info INF Information notice LOG config I INFO+2")
                          << Level::Info;
    QTest::newRow("warning") << QByteArray("warn WARNING wrn W WARN-1") << Level::Warning;
    QTest::newRow("error") << QByteArray("error ERR severe fail e") << Level::Error;
    QTest::newRow("critical")
        << QByteArray("critical CRIT fatal FTL alert emerg emergency panic dpanic F C")
        << Level::Critical;
    QTest::newRow("unknown") << QByteArray("Unknown") << Level::Unknown;
}

void LevelTest::readsNames()
{
    QFETCH(QByteArray, names);
    QFETCH(Level, level);
    for (const auto &name : names.split(' ')) {
        QVERIFY2(levelFromName(name.toStdString()) == level, name.constData());
    }
}

void LevelTest::rejectsOtherWords_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("  ");
    QTest::newRow("word") << QByteArray("information_schema");
    QTest::newRow("letter") << QByteArray("x");
    QTest::newRow("sign alone") << QByteArray("+2");
    QTest::newRow("number") << QByteArray("30");
}

void LevelTest::rejectsOtherWords()
{
    QFETCH(QByteArray, name);
    QVERIFY(!levelFromName(name.toStdString()));
}

void LevelTest::readsNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<LevelScale>("scale");
    QTest::addColumn<int>("level");

    const auto row = [](const char *name, double number, LevelScale scale, int level) {
        QTest::newRow(name) << number << scale << level;
    };
    const auto of = [](Level level) { return int(level); };
    row("pino trace", 10, LevelScale::Pino, of(Level::Trace));
    row("pino info", 30, LevelScale::Pino, of(Level::Info));
    row("pino own level", 35, LevelScale::Pino, of(Level::Info));
    row("pino fatal", 60, LevelScale::Pino, of(Level::Critical));
    row("pino beyond fatal", 70, LevelScale::Pino, of(Level::Critical));
    row("syslog emerg", 0, LevelScale::Pino, of(Level::Critical));
    row("syslog err", 3, LevelScale::Pino, of(Level::Error));
    row("syslog notice", 5, LevelScale::Pino, of(Level::Info));
    row("syslog debug", 7, LevelScale::Pino, of(Level::Debug));
    row("no syslog severity", 8, LevelScale::Pino, -1);
    row("python debug", 10, LevelScale::Python, of(Level::Debug));
    row("python warning", 30, LevelScale::Python, of(Level::Warning));
    row("python own level", 25, LevelScale::Python, of(Level::Info));
    row("python critical", 50, LevelScale::Python, of(Level::Critical));
    row("python notset", 0, LevelScale::Python, -1);
    row("otel trace4", 4, LevelScale::OpenTelemetry, of(Level::Trace));
    row("otel info", 9, LevelScale::OpenTelemetry, of(Level::Info));
    row("otel fatal4", 24, LevelScale::OpenTelemetry, of(Level::Critical));
    row("otel unspecified", 0, LevelScale::OpenTelemetry, -1);
    row("negative", -1, LevelScale::Pino, -1);
    row("large", 1e300, LevelScale::Pino, -1);
    row("NaN", qQNaN(), LevelScale::Pino, -1);
    row("infinite", qInf(), LevelScale::OpenTelemetry, -1);
}

void LevelTest::readsNumbers()
{
    QFETCH(double, number);
    QFETCH(LevelScale, scale);
    QFETCH(int, level);
    const auto read = levelFromNumber(number, scale);
    QCOMPARE(read ? int(*read) : -1, level);
}

void LevelTest::readsWhatItNames()
{
    for (const auto level : kLevels) {
        QVERIFY(levelFromName(levelName(level)) == level);
    }
}

void LevelTest::masks()
{
    const auto grave = LevelMask::from(Level::Warning);
    QVERIFY(grave.contains(Level::Warning) && grave.contains(Level::Critical));
    QVERIFY(!grave.contains(Level::Info) && !grave.contains(Level::Unknown));
    QVERIFY(LevelMask::all().with(Level::Info, false).with(Level::Info, true) == LevelMask::all());
    QVERIFY(!LevelMask::all().with(Level::Debug, false).contains(Level::Debug));
}

QTEST_APPLESS_MAIN(LevelTest)
#include "tst_level.moc"
