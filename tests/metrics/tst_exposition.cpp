// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"

#include <QFile>
#include <QTest>

#include <clocale>
#include <limits>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::metrics;

namespace {

const WallTime kNow = wallTimeFromMs(1'700'000'000'000);

/// `name{label="value"} 1.5 @1700000000000`, a sample a line; the time only when it is not now.
QString shown(const std::vector<SeriesSample> &samples)
{
    QStringList lines;
    for (const auto &[key, sample] : samples) {
        auto line = fmt::format("{} {}", key.text(), sample.value);
        if (sample.time != kNow) {
            line += fmt::format(" @{}", msSinceEpoch(sample.time));
        }
        lines << QString::fromStdString(line);
    }
    return lines.join(u'\n');
}

Exposition parsed(const QByteArray &text)
{
    return parseExposition({text.constData(), std::size_t(text.size())}, kNow, "http://h/metrics");
}

} // namespace

class ExpositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSamples_data();
    void readsSamples();
    void readsFamilies();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keepsTheRestAndTheFirstErrors();
    void ignoresTheLocale();
    void writesWhatItReads();
    void readsRealScrapes_data();
    void readsRealScrapes();
};

void ExpositionTest::readsSamples_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("samples");
    const auto row = [](const char *name, const char *text, const char *samples) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(samples);
    };
    row("empty", "", "");
    row("blank lines", "\n\n  \t\n", "");
    row("no end of line", "up 1", "up 1");
    row("CR LF", "up 1\r\ndown 0\r\n", "up 1\ndown 0");
    row("blanks around", "  up\t 1  \n", "up 1");
    row("labels", "a{b=\"c\",d=\"e\"} 2", "a{b=\"c\",d=\"e\"} 2");
    row("labels are sorted", "a{d=\"e\",b=\"c\"} 2", "a{b=\"c\",d=\"e\"} 2");
    row("blanks in labels", "a { b = \"c\" , d = \"e\" , } 2", "a{b=\"c\",d=\"e\"} 2");
    row("no labels", "a{} 2", "a 2");
    row("an empty label is none", "a{b=\"\",c=\"d\"} 2", "a{c=\"d\"} 2");
    row("no blank before the value", "a{b=\"c\"}2", "a{b=\"c\"} 2");
    row("escapes", R"(a{b="x\\y\"z\nw"} 1)", R"(a{b="x\\y\"z\nw"} 1)");
    row("unknown escapes stay", R"(a{b="C:\dir\t"} 1)", R"(a{b="C:\\dir\\t"} 1)");
    row("braces and blanks in a value", "a{b=\"} 2 #{\"} 1", "a{b=\"} 2 #{\"} 1");
    row("UTF-8", "a{b=\"\xC3\xA9\xE2\x82\xAC\"} 1", "a{b=\"\xC3\xA9\xE2\x82\xAC\"} 1");
    row("invalid UTF-8 is shown", "a{b=\"\xE9\"} 1", "a{b=\"\\\\xE9\"} 1");
    row("colons", "job:rate:sum 1", "job:rate:sum 1");
    row("quoted names of Prometheus 3", R"({"my.metric","a.b"="c"} 1)", R"(my.metric{a.b="c"} 1)");
    row("numbers", "a 1e3\na -1.5E-3\na +7\na .5\na 5.\na 0",
        "a 1000\na -0.0015\na 7\na 0.5\na 5\na 0");
    row("not a number", "a NaN\na nan", "a nan\na nan");
    row("infinities", "a +Inf\na -Inf\na inf\na +infinity", "a inf\na -inf\na inf\na inf");
    row("the edges of double",
        "a 1.7976931348623157e308\na 5e-324\na 1e-400\na -1e-400\na 18446744073709551616",
        "a 1.7976931348623157e+308\na 5e-324\na 0\na -0\na 1.8446744073709552e+19");
    row("timestamp in ms", "a 1 1395066363000\na 1 -3982045", "a 1 @1395066363000\na 1 @-3982045");
    row("timestamp with a fraction is in s", "a 1 1395066363.5", "a 1 @1395066363500");
    row("comments", "# just so\n#HELPER x\n#\na 1", "a 1");
    row("OpenMetrics timestamps are in s", "a_total 1 1395066363\n# EOF\n",
        "a_total 1 @1395066363000");
    row("OpenMetrics exemplars",
        "a_bucket{le=\"1\"} 3 # {trace_id=\"KOO5S\"} 0.67\n"
        "a_bucket{le=\"2\"} 4 1395066363 # {trace_id=\"x\"} 0.67 1395066363.2\n# EOF",
        "a_bucket{le=\"1\"} 3\na_bucket{le=\"2\"} 4 @1395066363000");
    row("OpenMetrics unit", "# UNIT a_seconds seconds\na_seconds 1\n# EOF", "a_seconds 1");
}

void ExpositionTest::readsSamples()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, samples);
    const auto exposition = parsed(text);
    QVERIFY2(exposition.firstErrors.empty(),
             exposition.firstErrors.empty() ? "" : exposition.firstErrors[0].text().c_str());
    QCOMPARE(exposition.badLines, 0U);
    QCOMPARE(shown(exposition.samples), samples);
}

void ExpositionTest::readsFamilies()
{
    const auto exposition = parsed("# HELP a How many\\nand \\\\ why\n"
                                   "# TYPE a counter\n"
                                   "a 1\n"
                                   "#  TYPE \t b  histogram \n"
                                   "# HELP c\n"
                                   "# TYPE c summary\n"
                                   "# TYPE d untyped\n"
                                   "# TYPE e info\n"
                                   "# TYPE f gaugehistogram\n"
                                   "# TYPE a gauge\n");
    QCOMPARE(exposition.badLines, 0U);
    QStringList families;
    for (const auto &family : exposition.families) {
        families << QString::fromStdString(
            fmt::format("{} {} {}", family.name, int(family.type), family.help));
    }
    QCOMPARE(families,
             QStringList({QStringLiteral("a 2 How many\nand \\ why"), QStringLiteral("b 3 "),
                          QStringLiteral("c 4 "), QStringLiteral("d 0 "), QStringLiteral("e 6 "),
                          QStringLiteral("f 5 ")}));
}

void ExpositionTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &line, int column, const char *message) {
        QTest::newRow(name) << line << column << QString::fromUtf8(message);
    };
    row("a digit first", "1up 1", 1, "a metric name must start with a letter or \"_\"");
    row("a foreign character", "my-metric 1", 3,
        "a metric name must have only letters, digits, \"_\" and \":\"");
    row("long name", QByteArray(1025, 'a') + " 1", 1,
        "a metric name must be at most 1024 bytes long");
    row("no name", "{a=\"b\"} 1", 8, "the metric name is missing");
    row("no value", "up", 3, "the value is missing");
    row("no value after labels", "up{a=\"b\"} ", 11, "the value is missing");
    row("not a number", "up one", 4, "the value must be a number, not \"one\"");
    row("a comma for a point", "up 1,5", 4, "the value must be a number, not \"1,5\"");
    row("a unit", "up 15ms", 4, "the value must be a number, not \"15ms\"");
    row("two signs", "up +-1", 4, "the value must be a number, not \"+-1\"");
    row("hexadecimal", "up 0x10", 4, "the value must be a number, not \"0x10\"");
    row("NaN with a payload", "up nan(1)", 4, "the value must be a number, not \"nan(1)\"");
    row("too large", "up 1e400", 4, "the value must be a number, not \"1e400\"");
    row("many digits", "up " + QByteArray(400, '9'), 4,
        ("the value must be a number, not \"" + QByteArray(60, '9') + "\"").constData());
    row("not UTF-8", "up \xE9", 4, "the value must be a number, not \"\\xE9\"");
    row("timestamp", "up 1 now", 6, "the timestamp must be milliseconds since 1970, not \"now\"");
    row("timestamp far off", "up 1 253402300800000", 6,
        "the timestamp must be milliseconds since 1970, not \"253402300800000\"");
    row("more after the timestamp", "up 1 2 3", 8, "nothing may follow the timestamp");
    row("no label name", "up{=\"b\"} 1", 4, "a label name must start with a letter or \"_\"");
    row("two commas", "up{a=\"b\",,c=\"d\"} 1", 10,
        "a label name must start with a letter or \"_\"");
    row("colon in a label name", "up{a:b=\"c\"} 1", 5, "\"=\" is missing after the label name");
    row("no equals sign", "up{a \"b\"} 1", 6, "\"=\" is missing after the label name");
    row("no quotes", "up{a=b} 1", 6, "a label value must be in double quotes");
    row("no closing quote", "up{a=\"b} 1", 7, "a label value has no closing quote");
    row("an escaped closing quote", "up{a=\"b\\\"} 1", 7, "a label value has no closing quote");
    row("a backslash at the end", "up{a=\"b\\", 7, "a label value has no closing quote");
    row("no comma", "up{a=\"b\" c=\"d\"} 1", 10, "\",\" or \"}\" is missing after the label");
    row("no closing brace", "up{a=\"b\"", 9, "\",\" or \"}\" is missing after the label");
    row("open brace only", "up{", 4, "a label name must start with a letter or \"_\"");
    row("the same label twice", "up{a=\"b\",c=\"d\",a=\"e\"} 1", 22, "label \"a\" is there twice");
    row("long label value", "up{a=\"" + QByteArray(16385, 'x') + "\"} 1", 7,
        "a label value must be at most 16384 bytes long");
    QByteArray many = "up{";
    for (int i = 0; i < 65; ++i) {
        many += "l" + QByteArray::number(i) + "=\"1\",";
    }
    row("many labels", many + "} 1", int(many.size()), "more than 64 labels");
    row("help without a name", "# HELP", 7, "a metric name must start with a letter or \"_\"");
    row("long help", "# HELP a " + QByteArray(1025, 'x'), 10,
        "help must be at most 1024 bytes long");
    row("no type", "# TYPE a", 9,
        "the type of \"a\" must be counter, gauge, histogram, summary or untyped, not \"\"");
    row("unknown type", "# TYPE a speedometer", 10,
        "the type of \"a\" must be counter, gauge, histogram, summary or untyped, "
        "not \"speedometer\"");
}

void ExpositionTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, line);
    QFETCH(int, column);
    QFETCH(QString, message);
    const auto exposition = parsed("before 1\n" + line + "\nafter 2\n");
    QCOMPARE(exposition.badLines, 1U);
    QCOMPARE(exposition.firstErrors.size(), 1U);
    QCOMPARE(QString::fromStdString(exposition.firstErrors[0].text()),
             QStringLiteral("http://h/metrics:2:%1: %2").arg(column).arg(message));
    QCOMPARE(shown(exposition.samples), QStringLiteral("before 1\nafter 2"));
}

void ExpositionTest::keepsTheRestAndTheFirstErrors()
{
    QByteArray text;
    for (int i = 0; i < 100; ++i) {
        text += "good " + QByteArray::number(i) + "\nbad\n";
    }
    const auto exposition = parsed(text);
    QCOMPARE(exposition.badLines, 100U);
    QCOMPARE(exposition.samples.size(), 100U);
    QCOMPARE(exposition.firstErrors.size(), kMaxErrorsKept);
    QCOMPARE(exposition.firstErrors.back().place, Place::atLine(20, 4));
}

void ExpositionTest::ignoresTheLocale()
{
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    if (!std::setlocale(LC_NUMERIC, "de_DE.UTF-8")) {
        QSKIP("no German locale here");
    }
    const auto exposition = parsed("a 1.5");
    std::setlocale(LC_NUMERIC, before.c_str());
    QCOMPARE(exposition.samples.at(0).sample.value, 1.5);
}

void ExpositionTest::writesWhatItReads()
{
    const auto first = parsed(R"(a{x="\\\"\n",y="{}=, "} 1)");
    QCOMPARE(first.samples.size(), 1U);
    const auto text = first.samples[0].key.text() + " 1";
    const auto second = parsed(QByteArray::fromStdString(text));
    QCOMPARE(second.samples.size(), 1U);
    QVERIFY(first.samples[0].key == second.samples[0].key);
}

void ExpositionTest::readsRealScrapes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("families");
    QTest::addColumn<int>("samples");
    QTest::newRow("format documentation") << QStringLiteral("documented") << 5 << 23;
    QTest::newRow("OpenMetrics") << QStringLiteral("openmetrics") << 6 << 15;
}

void ExpositionTest::readsRealScrapes()
{
    QFETCH(QString, file);
    QFETCH(int, families);
    QFETCH(int, samples);
    QFile in(QStringLiteral(FORETOP_TEST_DATA "/corpus/exposition/") + file);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const auto exposition = parsed(in.readAll());
    QVERIFY2(exposition.firstErrors.empty(),
             exposition.firstErrors.empty() ? "" : exposition.firstErrors[0].text().c_str());
    QCOMPARE(int(exposition.families.size()), families);
    QCOMPARE(int(exposition.samples.size()), samples);
}

QTEST_APPLESS_MAIN(ExpositionTest)
#include "tst_exposition.moc"
