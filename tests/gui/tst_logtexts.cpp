// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leveltext.h"
#include "app/logdetailpane.h"
#include "app/logtally.h"
#include "app/paintabletext.h"
#include "app/prettyjson.h"
#include "models/recordtext.h"

#include <QJsonDocument>
#include <QTest>

using namespace foretop;
using namespace foretop::app;
using models::FieldText;
using models::stackTraceOf;

class LogTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsLevelsApartWithoutColour();
    void talliesRecords_data();
    void talliesRecords();
    void paintsHostileText_data();
    void paintsHostileText();
    void indentsJson_data();
    void indentsJson();
    void knowsJson();
    void findsStackTraces_data();
    void findsStackTraces();
};

void LogTextsTest::tellsLevelsApartWithoutColour()
{
    QSet<QString> letters;
    for (const logs::Level level : logs::kLevels) {
        QVERIFY(!levelWord(level).isEmpty());
        letters.insert(levelLetter(level));
    }
    QCOMPARE(letters.size(), qsizetype(logs::kLevelCount));
}

void LogTextsTest::talliesRecords_data()
{
    QTest::addColumn<LogTally>("tally");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << LogTally() << "0 records";
    QTest::newRow("one") << LogTally{.shown = 1, .held = 1} << "1 record";
    QTest::newRow("all") << LogTally{.shown = 1'204'331, .held = 1'204'331} << "1,204,331 records";
    QTest::newRow("some") << LogTally{.shown = 312, .held = 1'204'331, .filtered = true}
                          << "312 of 1,204,331 records";
    QTest::newRow("one of one") << LogTally{.shown = 1, .held = 1, .filtered = true}
                                << "1 of 1 record";
    QTest::newRow("evicted") << LogTally{.shown = 1'204'331,
                                         .held = 1'204'331,
                                         .evicted = 12'000,
                                         .byteBudget = 256 << 20}
                             << "1,204,331 records, 12,000 older ones dropped (budget 256 MiB)";
    QTest::newRow("one evicted") << LogTally{.shown = 2,
                                             .held = 2,
                                             .evicted = 1,
                                             .byteBudget = 1 << 20}
                                 << "2 records, 1 older one dropped (budget 1 MiB)";
}

void LogTextsTest::talliesRecords()
{
    QFETCH(LogTally, tally);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(tallyText(tally), text);
}

void LogTextsTest::paintsHostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("painted");
    const auto row = [](const char *name, const QString &text, const QString &painted) {
        QTest::newRow(name) << text << painted;
    };
    row("plain", QStringLiteral("plain"), QStringLiteral("plain"));
    row("umlauts and emoji", QString::fromUtf8("grüß 😀"), QString::fromUtf8("grüß 😀"));
    row("tab", QStringLiteral("a\tb"), QStringLiteral("a    b"));
    row("NUL", QString::fromUtf8("a\0b", 3), QString::fromUtf8("a\u2400b"));
    row("bell", QStringLiteral("\a!"), QString::fromUtf8("\u2407!"));
    row("colours", QStringLiteral("\x1b[1;31mred\x1b[0m"), QStringLiteral("red"));
    row("other escapes", QStringLiteral("\x1b[2J"), QString::fromUtf8("\u241b[2J"));
    row("colour cut short", QStringLiteral("\x1b[31"), QString::fromUtf8("\u241b[31"));
    row("CRLF", QStringLiteral("a\r\nb\r"), QStringLiteral("a\nb"));
    row("CR alone", QStringLiteral("a\rb"), QString::fromUtf8("a\u240db"));
    row("direction", QString::fromUtf8("a\u202eb"), QString::fromUtf8("a\ufffdb"));
    row("too long", QString(200, u'x'), QString(100, u'x'));
}

void LogTextsTest::paintsHostileText()
{
    QFETCH(QString, text);
    QFETCH(QString, painted);
    QCOMPARE(paintableText(text, 100), painted);
}

void LogTextsTest::indentsJson_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("pretty");
    QTest::newRow("order and numbers stay")
        << R"({"z":1.50,"a":12345678901234567890})"
        << "{\n  \"z\": 1.50,\n  \"a\": 12345678901234567890\n}";
    QTest::newRow("nested") << R"({"a":[1,{"b":null}]})"
                            << "{\n  \"a\": [\n    1,\n    {\n      \"b\": null\n    }\n  ]\n}";
    QTest::newRow("empty") << R"({"a":{},"b":[ ]})"
                           << "{\n  \"a\": {},\n  \"b\": []\n}";
    QTest::newRow("strings") << R"({"a":"x,\"{}\\"})"
                             << "{\n  \"a\": \"x,\\\"{}\\\\\"\n}";
    QTest::newRow("spaces") << "{ \"a\" :\n 1 }"
                            << "{\n  \"a\": 1\n}";
    QTest::newRow("cut short") << R"({"a":"b\)"
                               << "{\n  \"a\": \"b\\";
}

void LogTextsTest::indentsJson()
{
    QFETCH(QString, json);
    QFETCH(QString, pretty);
    QCOMPARE(prettyJson(json), pretty);
    QCOMPARE(QJsonDocument::fromJson(pretty.toUtf8()), QJsonDocument::fromJson(json.toUtf8()));
}

void LogTextsTest::knowsJson()
{
    QVERIFY(isJsonDocument(QStringLiteral(" {\"a\":1}")));
    QVERIFY(isJsonDocument(QStringLiteral("[]")));
    QVERIFY(!isJsonDocument(QStringLiteral("{\"a\":1} tail")));
    QVERIFY(!isJsonDocument(QStringLiteral("12")));
    QVERIFY(!isJsonDocument(QString()));
}

void LogTextsTest::findsStackTraces_data()
{
    QTest::addColumn<QVector<FieldText>>("fields");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("stack");
    const auto field = [](const char *name, const char *text) {
        return QVector<FieldText>{{QString::fromUtf8(name), QString::fromUtf8(text)}};
    };
    QTest::newRow("python-json-logger") << field("exc_info", "Traceback\n  x") << "m"
                                        << "Traceback\n  x";
    QTest::newRow("ECS") << field("error.stack_trace", "a\nb") << "m"
                         << "a\nb";
    QTest::newRow("pino") << field("err.stack", "Error: x\n  at y") << "m"
                          << "Error: x\n  at y";
    QTest::newRow("one line is none") << field("exception", "ValueError") << "m"
                                      << "";
    QTest::newRow("in the message") << QVector<FieldText>() << "failed\n  at x\n  at y"
                                    << "  at x\n  at y";
}

void LogTextsTest::findsStackTraces()
{
    QFETCH(QVector<FieldText>, fields);
    QFETCH(QString, message);
    QFETCH(QString, stack);
    QCOMPARE(stackTraceOf(fields, message), stack);
}

QTEST_APPLESS_MAIN(LogTextsTest)
#include "tst_logtexts.moc"
