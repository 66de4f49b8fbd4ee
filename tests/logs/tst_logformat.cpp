// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "logs/linerules.h"
#include "logs/recordparser.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

const QString kDirectory = QStringLiteral(FORETOP_TEST_DATA "/logs/");
constexpr auto kNow = wallTimeFromMs(1'710'000'000'000); // 2024-03-09

std::shared_ptr<const Clock> fixedClock()
{
    return std::make_shared<ManualClock>(kNow);
}

FormatContext fixedContext(const char *zone = "UTC")
{
    return {.now = kNow, .zone = *TimeZone::named(zone)};
}

std::string readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

QByteArray nameOf(const LogFormatPtr &format)
{
    return format ? QByteArray::fromStdString(format->name()) : QByteArray("none");
}

/// "TIME LEVEL LOGGER | MESSAGE | NAME=VALUE ..."
QByteArray shown(const Record &record, const std::vector<Field> &fields)
{
    QByteArray text = record.time ? QByteArray::fromStdString(formatIso8601(*record.time)) : "-";
    const auto level = levelName(record.level);
    text += ' ' + QByteArray(level.data(), int(level.size())) + ' ' +
            (record.logger.empty() ? "-" : QByteArray::fromStdString(record.logger)) + " | " +
            QByteArray::fromStdString(record.message) + " |";
    for (const auto &[name, value] : fields) {
        text += ' ' + QByteArray::fromStdString(name) + '=' + QByteArray::fromStdString(value);
    }
    return text.replace('\n', "\\n").replace('\t', "\\t");
}

/// All records of @p text, one a line.
QByteArray shownRecords(std::string_view text, const LineRules &rules)
{
    LineReader reader(rules);
    std::vector<std::string> records;
    while (!text.empty()) {
        const auto line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
        text.remove_prefix(line.size());
        if (records.empty() || reader.read(line).startsRecord) {
            records.emplace_back();
        }
        records.back() += line;
    }
    QByteArray out;
    RecordParser parser(rules);
    for (const auto &record : records) {
        const auto parsed = parser.parseText(record);
        out += shown(parsed, parser.fields(parsed.raw)) + '\n';
    }
    return out;
}

QByteArray readWith(const LogFormat &format, const char *text, const char *zone = "UTC")
{
    Record record;
    return format.read(text, fixedContext(zone), record) ? shown(record, format.fields(text))
                                                         : QByteArray("none");
}

QByteArray errorText(const Error &error)
{
    return QByteArray::fromStdString(error.text());
}

} // namespace

class LogFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSamples_data();
    void readsSamples();
    void detects_data();
    void detects();
    void groupsLines_data();
    void groupsLines();
    void takesTheZone();
    void readsByRegex_data();
    void readsByRegex();
    void refusesRegexes_data();
    void refusesRegexes();
    void boundsHostilePatterns();
    void prefersOwnFormats();
    void readsLnavFormats();
    void warnsOfLnavFormats_data();
    void warnsOfLnavFormats();
    void readsDirectories();
};

void LogFormatTest::readsSamples_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &file : QDir(kDirectory).entryList({QStringLiteral("*.log")})) {
        QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
}

void LogFormatTest::readsSamples()
{
    QFETCH(QString, file);
    const auto text = readAll(kDirectory + file + QStringLiteral(".log"));
    const auto expected = readAll(kDirectory + file + QStringLiteral(".expected"));
    const auto rules = detectLineRules(text, fixedClock());
    QCOMPARE(nameOf(rules.format), file.section(QLatin1Char('-'), 0, 0).toLatin1());
    const auto records = shownRecords(text, rules).split('\n');
    const auto lines = QByteArray::fromStdString(expected).split('\n');
    for (qsizetype i = 0; i < std::min(records.size(), lines.size()); ++i) {
        QCOMPARE(records[i], lines[i]);
    }
    QCOMPARE(records.size(), lines.size());
}

void LogFormatTest::detects_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<LineKind>("kind");
    const auto row = [](const char *name, const char *sample, const char *format, LineKind kind) {
        QTest::newRow(name) << QByteArray(sample) << QByteArray(format) << kind;
    };
    row("empty", "", "none", LineKind::Plain);
    row("one byte", "x", "none", LineKind::Plain);
    row("text", "one\ntwo\nthree\n", "none", LineKind::Plain);
    row("an unknown format with times", "2024-01-15 10:30:00 one\n2024-01-15 10:30:01 two\n",
        "none", LineKind::Timed);
    row("one record", "{\"level\":\"info\"}", "json", LineKind::Json);
    row("from the middle of a trace",
        "  File \"a.py\", line 3\n    x()\nValueError: y\n"
        "2024-01-15 10:30:00,123 - a.b - INFO - m\n",
        "python", LineKind::Timed);
    row("mostly traces",
        "2024-01-15 10:30:00,123 ERROR [main] a.B - m\njava.io.IOException: c\n\tat a.B\n"
        "Caused by: d\n\tat e.F\nsomething else\n",
        "log4j", LineKind::Timed);
    row("JSON with stray text", "Starting\n{\"level\":\"info\"}\n{\"level\":\"info\"}\n", "json",
        LineKind::Json);
    row("half of each", "{\"time\":\"2024-01-15T10:30:00Z\"}\nlevel=info ts=2024-01-15T10:30:00Z\n",
        "json", LineKind::Json);
    row("thirds",
        "{\"time\":\"2024-01-15T10:30:00Z\"}\nlevel=info ts=2024-01-15T10:30:00Z\n"
        "10.0.0.1 - - [15/Jan/2024:11:30:00 +0100] \"GET / HTTP/1.1\" 200 1\n",
        "none", LineKind::Timed);
    row("not UTF-8", "\xFF\xFE\n\xC3(\n", "none", LineKind::Plain);
    row("carriage returns", "level=info a=1\r\nlevel=info a=2\r\n", "logfmt", LineKind::Plain);
    row("the last line cut off", "{\"level\":\"info\"}\n{\"level\":\"in", "json", LineKind::Json);
}

void LogFormatTest::detects()
{
    QFETCH(QByteArray, sample);
    const auto rules = detectLineRules(sample.toStdString(), fixedClock());
    QTEST(nameOf(rules.format), "format");
    QTEST(rules.kind, "kind");
}

void LogFormatTest::groupsLines_data()
{
    QTest::addColumn<LineKind>("kind");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("starts");
    const auto row = [](LineKind kind, const char *line, bool starts) {
        const auto name = QByteArray::number(int(kind)) + ' ' + line;
        QTest::newRow(name.constData()) << kind << QByteArray(line) << starts;
    };
    for (const char *const line :
         {"Caused by: java.io.IOException: x", "ValueError: bad", "KeyboardInterrupt",
          "java.lang.Foo: msg", "requests.exceptions.HTTPError: 404",
          "goroutine 1 [running]:", "main.run(0xc000)", "}", "]", "  at x", "",
          "During handling of the above exception, another exception occurred:"}) {
        row(LineKind::Json, line, false);
        row(LineKind::Timed, line, false);
        row(LineKind::Plain, line, true);
    }
    for (const char *const line : {"Starting up", "Error: no such file", "see a.b: c", "Error",
                                   "Traceback (most recent call last):", "panic: oh"}) {
        row(LineKind::Json, line, true);
        row(LineKind::Timed, line, false);
    }
    row(LineKind::Timed, "{\"a\":1}", true);
    row(LineKind::Timed, "{", false);
    row(LineKind::Timed, "2024-01-15 10:30:00 m", true);
    row(LineKind::Timed, "<34>Jan 15 10:30:00 web-1 su: m", true);
    row(LineKind::Timed, "20240115 103000 m", true);
}

void LogFormatTest::groupsLines()
{
    QFETCH(LineKind, kind);
    QFETCH(QByteArray, line);
    LineReader reader({.kind = kind, .clock = fixedClock(), .format = {}, .zone = {}});
    QTEST(reader.read(line.toStdString()).startsRecord, "starts");
}

void LogFormatTest::takesTheZone()
{
    const auto zone = *TimeZone::named("America/New_York");
    const auto rules = lineRulesOf(nullptr, "", fixedClock(), zone);
    RecordParser parser(rules);
    const auto timeOf = [&](const char *text) {
        const auto time = parser.parseText(text).time;
        return time ? QByteArray::fromStdString(formatIso8601(*time)) : QByteArray();
    };
    QCOMPARE(timeOf("2024-01-15 10:30:00 m"), QByteArray("2024-01-15T15:30:00.000Z"));
    QCOMPARE(timeOf("2024-01-15T10:30:00Z m"), QByteArray("2024-01-15T10:30:00.000Z"));
    QCOMPARE(timeOf("Jan 15 10:30:00 h a: m"), QByteArray("2024-01-15T15:30:00.000Z"));
    QCOMPARE(timeOf("I0115 10:30:00.000000    4711 a.go:1] m"),
             QByteArray("2024-01-15T15:30:00.000Z"));
    QCOMPARE(timeOf(R"({"time":"2024-01-15T10:30:00"})"), QByteArray("2024-01-15T15:30:00.000Z"));
    QCOMPARE(timeOf(R"({"time":1705314600})"), QByteArray("2024-01-15T10:30:00.000Z"));
    QCOMPARE(timeOf("time=2024-01-15T10:30:00 level=info"), QByteArray("2024-01-15T15:30:00.000Z"));
}

void LogFormatTest::readsByRegex_data()
{
    QTest::addColumn<QByteArray>("regex");
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *regex, const char *times, const char *text,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(regex) << QByteArray(times) << QByteArray(text)
                            << QByteArray(expected);
    };
    row("all groups",
        R"((?<time>\S+ \S+) <(?<level>\w+)> (?<logger>\S+) u=(?<user>\d+) (?<message>.*))", "",
        "2024-01-15 10:30:00 <warn> shop.cart u=7 low stock",
        "2024-01-15T10:30:00.000Z WARNING shop.cart | low stock | user=7");
    row("no message", R"((?<level>[A-Z]+)>(?<n>\d*))", "", "ERROR>5 x",
        "- ERROR - | ERROR>5 x | n=5");
    row("an empty group", R"((?<level>[A-Z]+)>(?<n>\d*))", "", "ERROR>x", "- ERROR - | ERROR>x |");
    row("more lines", R"((?<level>[A-Z]+) (?<message>.*)$)", "", "INFO a\n  b\n  c",
        "- INFO - | a\\n  b\\n  c |");
    row("no match", R"((?<level>[A-Z]+) (?<message>.*))", "", "x INFO a", "none");
    row("no time where one must be", R"((?<time>\S+) (?<message>.*))", "", "soon a", "none");
    row("a time format", R"((?<time>[^|]+)\|(?<message>.*))", "%d-%b-%y %I:%M %p",
        "15-Jan-24 04:30 PM|m", "2024-01-15T16:30:00.000Z UNKNOWN - | m |");
    row("a time without a year", R"((?<time>[^|]+)\|(?<message>.*))", "%m/%d %H.%M.%S.%L %z",
        "01/15 10.30.00.250 +0100|m", "2024-01-15T09:30:00.250Z UNKNOWN - | m |");
    row("a time's zone", R"((?<time>[^|]+)\|(?<message>.*))", "%F %T %Z",
        "2024-01-15 10:30:00 CET|m", "2024-01-15T09:30:00.000Z UNKNOWN - | m |");
    row("the day of the year", R"((?<time>[^|]+)\|(?<message>.*))", "%Y-%j %H:%M",
        "2024-015 10:30|m", "2024-01-15T10:30:00.000Z UNKNOWN - | m |");
    row("a Unix time", R"((?<time>\d+)\|(?<message>.*))", "%i", "1705314600123|m",
        "2024-01-15T10:30:00.123Z UNKNOWN - | m |");
    row("a level's number", R"((?<level>\d+) (?<message>.*))", "", "3 m", "- ERROR - | m |");
}

void LogFormatTest::readsByRegex()
{
    QFETCH(QByteArray, regex);
    QFETCH(QByteArray, times);
    QFETCH(QByteArray, text);
    const auto format = formatFromRegex("own", "Own", regex.toStdString(), times.toStdString());
    QVERIFY2(format, format ? "" : errorText(format.error()).constData());
    QTEST(readWith(**format, text.constData()), "expected");
}

void LogFormatTest::refusesRegexes_data()
{
    QTest::addColumn<QByteArray>("regex");
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("bracket") << QByteArray("(?<a>x[)") << QByteArray()
                             << QByteArray("1:9: missing terminating ] for character class");
    QTest::newRow("no groups") << QByteArray("(a)b") << QByteArray()
                               << QByteArray("the pattern has no named groups; write "
                                             "(?<message>...) and the like");
    QTest::newRow("conversion") << QByteArray("(?<time>.*)") << QByteArray("%Y-%Q")
                                << QByteArray("1:4: \"%Q\" is not known");
    QTest::newRow("long") << QByteArray(40'000, 'x') << QByteArray()
                          << QByteArray("a pattern may have up to 32768 bytes");
}

void LogFormatTest::refusesRegexes()
{
    QFETCH(QByteArray, regex);
    QFETCH(QByteArray, times);
    const auto format = formatFromRegex("own", "Own", regex.toStdString(), times.toStdString());
    QVERIFY(!format);
    QTEST(errorText(format.error()), "error");
}

void LogFormatTest::boundsHostilePatterns()
{
    const auto format = formatFromRegex("own", "Own", R"((?<a>(x+x+)+y))");
    QVERIFY(format);
    const std::string text(5000, 'x');
    Record record;
    // Without bounds each of these would take longer than the universe has.
    for (int i = 0; i < 300; ++i) {
        QVERIFY(!(*format)->read(text, fixedContext(), record));
    }
    QVERIFY(!(*format)->read("xxxxy", fixedContext(), record));
}

void LogFormatTest::prefersOwnFormats()
{
    FormatCatalogue formats;
    QVERIFY(formats.named("json") && !formats.named("own"));
    formats.add(*formatFromRegex("any", "Anything", "(?<message>.*)"));
    formats.add(*formatFromRegex("own", "Own", R"((?<time>\S+ \S+) - (?<message>.*))"));
    const auto count = formats.formats().size();
    const std::string python = "2024-01-15 10:30:00,123 - a.b - INFO - m\n";
    QCOMPARE(nameOf(formats.detect(python, fixedContext())), QByteArray("own"));
    QCOMPARE(nameOf(formats.detect("{\"time\":\"2024-01-15T10:30:00Z\"}\n", fixedContext())),
             QByteArray("json"));
    formats.add(*formatFromRegex("own", "Own", "(?<x>nothing)"));
    QCOMPARE(formats.formats().size(), count);
    QCOMPARE(nameOf(formats.detect(python, fixedContext())), QByteArray("python"));
}

void LogFormatTest::readsLnavFormats()
{
    std::vector<Error> warnings;
    const auto json = readAll(kDirectory + QStringLiteral("formats/shop.json"));
    const auto formats = formatsFromLnav(json, "shop.json", warnings);
    QVERIFY2(formats, formats ? "" : errorText(formats.error()).constData());
    QVERIFY2(warnings.empty(), warnings.empty() ? "" : errorText(warnings[0]).constData());
    QCOMPARE(formats->size(), std::size_t(2));
    const auto &text = *formats->at(0);
    QCOMPARE(text.title(), std::string("Shop backend"));
    QCOMPARE(readWith(text, "15.01.24 10:30:00,250;E2;cart;7;gone"),
             QByteArray("2024-01-15T10:30:00.250Z ERROR cart | gone | request=7"));
    QCOMPARE(readWith(text, "15.01.24 10:30:00,250;I1;cart;7;in", "Europe/Berlin"),
             QByteArray("2024-01-15T09:30:00.250Z INFO cart | in | request=7"));
    QCOMPARE(readWith(text, "at 1705314600|started"),
             QByteArray("2024-01-15T10:30:00.000Z UNKNOWN - | started |"));
    const auto &members = *formats->at(1);
    QCOMPARE(
        readWith(members, R"({"at":1705314600123,"sev":7,"who":{"unit":"pump"},"n":1,"x":"y"})"),
        QByteArray("2024-01-15T10:30:00.123Z ERROR pump | n is 1, y | at=1705314600123 sev=7 "
                   "who.unit=pump n=1 x=y"));
    QCOMPARE(readWith(members, R"({"at":"never"})"), QByteArray("none"));
    QCOMPARE(readWith(members, "{}"), QByteArray("none"));
}

void LogFormatTest::warnsOfLnavFormats_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("error"); // of the whole
    QTest::addColumn<QByteArray>("warning");
    const auto row = [](const char *name, const char *json, const char *error,
                        const char *warning) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(error) << QByteArray(warning);
    };
    constexpr auto kNone = "f.json: there is no format in it that can be used";
    row("no regex", R"x({"a":{"title":"A"}})x", kNone,
        "f.json: a/regex: is missing, and so the format cannot be used");
    row("not an object", R"x({"a":7})x", kNone, "f.json: a: must be an object");
    row("a bad regex", R"x({"a":{"regex":{"x":{"pattern":"(?<b>["}}}})x", kNone,
        "f.json: a/regex/x/pattern: 1:7: missing terminating ] for character class");
    row("a bad time", R"x({"a":{"regex":{"x":{"pattern":"(?<b>.)"
}
}
, "timestamp-format" : ["%E"]
}
})x",
        "", "f.json: a/timestamp-format/0: 1:1: \"%E\" is not known");
    row("an unknown level", R"x({"a":{"regex":{"x":{"pattern":"(?<b>.)"
    }
    }
    , "level":
    {
        "loud" : "L"
    }
    }
    })x",
        "", "f.json: a/level/loud: is no level that is known");
    row("a sample", R"x({"a":{"regex":{"x":{"pattern":"(?<b>y)"
    }
    }
    , "sample" : [ {"line" : "x"} ]
    }
    })x",
        "", "f.json: a/sample/0/line: is not read by this format");
    row("what is not supported", R"x({"a":{"regex":{"x":{"pattern":"(?<b>y)"
    }
    }
    , "converter": {}
    }
    })x",
        "", "f.json: a/converter: is not supported and has no effect");
    row("own, no name", R"x({"formats":[{"regex":"(?<b>y)"
    }]
    })x",
        kNone, "f.json item 0: a format must have a \"name\" and a \"regex\"");
    row("own, a bad regex", R"x({"formats":[{"name":"n","regex":"(?<b>y"}]})x", kNone,
        "f.json item 0: n: missing closing parenthesis (at its column 7)");
}

void LogFormatTest::warnsOfLnavFormats()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, error);
    std::vector<Error> warnings;
    const auto formats = formatsFromJson(json.toStdString(), "f.json", warnings);
    QCOMPARE(formats ? QByteArray() : errorText(formats.error()), error);
    QVERIFY(!warnings.empty());
    QTEST(errorText(warnings[0]), "warning");
}

void LogFormatTest::readsDirectories()
{
    QTemporaryDir directory;
    const auto write = [&](const char *name, const QByteArray &bytes) {
        const QFileInfo info(directory.filePath(QString::fromLatin1(name)));
        QVERIFY(QDir().mkpath(info.path()));
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    write("b.json", R"x({"formats":[{"name":"b","regex":"(?<message>b)","time_format":"%s"
    }]
    })x");
    write("installed/a.json", "#! /usr/bin/env lnav -i\n"
                              R"x({"a":{"regex":{"x":{"pattern":"(?<body>a)"
    }
    }
    }
    })x");
    write("c.json", "{");
    write("large.json", QByteArray(2 << 20, ' '));
    write("notes.txt", "x");
    std::vector<Error> warnings;
    const auto formats = readFormats(directory.path().toStdString(), warnings);
    QCOMPARE(formats.size(), std::size_t(2));
    QCOMPARE(nameOf(formats[0]) + nameOf(formats[1]), QByteArray("ba"));
    QCOMPARE(warnings.size(), std::size_t(2));
    QVERIFY(warnings[0].source.ends_with("c.json"));
    QVERIFY(warnings[1].source.ends_with("large.json"));

    warnings.clear();
    QCOMPARE(
        readFormats(directory.filePath(QStringLiteral("b.json")).toStdString(), warnings).size(),
        std::size_t(1));
    QVERIFY(readFormats("/no/such/directory", warnings).empty());
    QVERIFY(warnings.empty());
    readFormats("/dev/null", warnings);
    QCOMPARE(warnings.size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(LogFormatTest)
#include "tst_logformat.moc"
