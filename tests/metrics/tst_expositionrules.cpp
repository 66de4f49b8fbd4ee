// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"

#include <QTest>

using namespace foretop;
using namespace foretop::metrics;

namespace {

const WallTime kNow = wallTimeFromMs(1'700'000'000'000);

/// "valid", or what is wrong as `line:column: message`.
QString verdict(const QByteArray &text, ExpositionFormat format)
{
    const auto parsed =
        parseStrict({text.constData(), std::size_t(text.size())}, kNow, "page", format);
    return parsed ? QStringLiteral("valid")
                  : QString::fromStdString(parsed.error().text())
                        .mid(qsizetype(sizeof "page"))
                        .trimmed();
}

void row(const char *name, const char *text, const char *expected)
{
    QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
}

void columns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
}

} // namespace

class ExpositionRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void obeysPrometheus_data();
    void obeysPrometheus();
    void obeysOpenMetrics_data();
    void obeysOpenMetrics();
    void choosesTheFormat();
    void keepsExemplars();
    void isLenientAboutTheEnd();
    void readsUnits();
};

void ExpositionRulesTest::obeysPrometheus_data()
{
    columns();
    row("empty", "", "valid");
    row("comments and blanks", "# just so\n\n  a  1  \n", "valid");
    row("no line feed at the end", "a 1", "the last line must end with a line feed");
    row("a bad line", "a 1\nb one\n", "2:3: the value must be a number, not \"one\"");
    row("TYPE after samples", "a 1\n# TYPE a gauge\n",
        "2:10: TYPE must be before the samples of \"a\"");
    row("two TYPEs", "# TYPE a gauge\n# TYPE a gauge\n", "2:10: a second TYPE of \"a\"");
    row("two HELPs", "# HELP a x\n# HELP a y\n", "2:10: a second HELP of \"a\"");
    row("a type of OpenMetrics", "# TYPE a info\n",
        "1:10: the type of \"a\" must be counter, gauge, histogram, summary or untyped, "
        "not \"info\"");
    row("families torn apart", "a 1\nb 1\na{x=\"1\"} 1\n",
        "3:1: the lines of \"a\" must be in one group");
    row("the same sample twice", "a{x=\"1\",y=\"2\"} 1\na{y=\"2\",x=\"1\"} 2\n",
        "2:1: a{x=\"1\",y=\"2\"} is there twice");
    row("a histogram, its metrics in turn",
        "# TYPE h histogram\nh_bucket{m=\"a\",le=\"1\"} 1\nh_bucket{m=\"b\",le=\"1\"} 1\n"
        "h_bucket{m=\"a\",le=\"+Inf\"} 2\nh_bucket{m=\"b\",le=\"+Inf\"} 2\n"
        "h_sum{m=\"a\"} 3\nh_count{m=\"a\"} 2\nh_sum{m=\"b\"} 3\nh_count{m=\"b\"} 2\n",
        "valid");
    row("a bucket without a bound", "# TYPE h histogram\nh_bucket 1\n",
        "2:1: a bucket must have a number as label \"le\"");
    row("no bucket to +Inf", "# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_sum 1\nh_count 1\n",
        "4: \"h\" has no bucket to +Inf");
    row("another count", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1\nh_count 2\n",
        "3: the count of \"h\" is not that of its bucket to +Inf");
    row("buckets out of order", "# TYPE h histogram\nh_bucket{le=\"2\"} 1\nh_bucket{le=\"1\"} 1\n",
        "3:1: buckets must be in order and their values must not fall");
    row("buckets that fall", "# TYPE h histogram\nh_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\n",
        "3:1: buckets must be in order and their values must not fall");
    row("a bare histogram", "# TYPE h histogram\nh 1\n",
        "2:1: \"h\" is no name for a sample of a histogram");
    row("summary", "# TYPE s summary\ns{quantile=\"0.5\"} NaN\ns_sum 1\ns_count 1\n", "valid");
    row("a quantile beyond 1", "# TYPE s summary\ns{quantile=\"1.5\"} 1\n",
        "2:1: a quantile must have a number from 0 to 1 as label \"quantile\"");
    row("something after the timestamp", "a 1 2 # {} 1\n", "1:7: nothing may follow the timestamp");
}

void ExpositionRulesTest::obeysPrometheus()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(verdict(text, ExpositionFormat::Prometheus), expected);
}

void ExpositionRulesTest::obeysOpenMetrics_data()
{
    columns();
    row("nothing but the end", "# EOF\n", "valid");
    row("no line feed at the end", "# EOF", "valid");
    row("no end", "a 1\n", "2: \"# EOF\" is missing at the end");
    row("empty", "", "1: \"# EOF\" is missing at the end");
    row("content after the end", "# EOF\na 1\n", "2:1: nothing may follow \"# EOF\"");
    row("words after the end", "# EOF x\n", "1:6: nothing may follow \"# EOF\"");
    row("a blank line", "a 1\n\n# EOF\n", "2:1: blank lines are not allowed");
    row("carriage returns", "a 1\r\n# EOF\n", "1:3: the value must be a number, not \"1\r\"");
    row("another comment", "# nothing\n# EOF\n", "1:3: a comment must be TYPE, HELP, UNIT or EOF");
    row("no space after #", "#TYPE a gauge\n# EOF\n", "1:2: there must be one space");
    row("two spaces", "a  1\n# EOF\n", "1:3: there must be one space");
    row("a tab", "a\t1\n# EOF\n", "1:2: there must be one space");
    row("a space at the end", "a 1 \n# EOF\n", "1:5: there must be one space");
    row("a space at the front", " a 1\n# EOF\n",
        "1:1: a metric name must start with a letter or \"_\"");
    row("spaces in labels", "a{b=\"c\", d=\"e\"} 1\n# EOF\n",
        "1:9: a label name must start with a letter or \"_\"");
    row("a comma too many", "a{b=\"c\",} 1\n# EOF\n", "1:9: a label is missing after \",\"");
    row("no space before the value", "a{b=\"c\"}1\n# EOF\n", "1:9: there must be one space");
    row("untyped", "# TYPE a untyped\n# EOF\n",
        "1:10: the type of \"a\" must be counter, gauge, histogram, summary or gaugehistogram, "
        "info, stateset or unknown, not \"untyped\"");

    row("counter", "# TYPE a counter\n# HELP a b\na_total 1\na_created 1520872607.123\n# EOF\n",
        "valid");
    row("counter without a suffix", "# TYPE a counter\na 1\n# EOF\n",
        "2:1: \"a\" is no name for a sample of a counter");
    row("negative counter", "# TYPE a counter\na_total -1\n# EOF\n",
        "2:1: a count must be 0 or more");
    row("counter that is no number", "# TYPE a counter\na_total NaN\n# EOF\n",
        "2:1: a count must be 0 or more");
    row("gauge", "# TYPE a gauge\na -1.5\na{b=\"c\"} NaN\n# EOF\n", "valid");
    row("unknown", "# TYPE a unknown\na 1\n# EOF\n", "valid");
    row("info", "# TYPE a info\na_info{version=\"1\"} 1\n# EOF\n", "valid");
    row("info that is not 1", "# TYPE a info\na_info{version=\"1\"} 2\n# EOF\n",
        "2:1: the value of an info must be 1");
    row("info without a suffix", "# TYPE a info\na 1\n# EOF\n",
        "2:1: \"a\" is no name for a sample of a info");
    row("stateset", "# TYPE a stateset\na{a=\"on\"} 1\na{a=\"off\"} 0\n# EOF\n", "valid");
    row("stateset without its label", "# TYPE a stateset\na{b=\"on\"} 1\n# EOF\n",
        "2:1: a state must have the label \"a\"");
    row("stateset that is not 0 or 1", "# TYPE a stateset\na{a=\"on\"} 0.5\n# EOF\n",
        "2:1: the value of a state must be 0 or 1");
    row("histogram",
        "# TYPE h histogram\nh_bucket{le=\"1.0\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_count 2\n"
        "h_sum 3.5\nh_created 1\n# EOF\n",
        "valid");
    row("histogram without a sum",
        "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_count 2\n# EOF\n",
        "3: \"h\" must have both a sum and a count or none");
    row("histogram with buckets below zero and a sum",
        "# TYPE h histogram\nh_bucket{le=\"-1\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_count 2\nh_sum 3\n"
        "# EOF\n",
        "5: \"h\" has buckets below zero and so must have no sum");
    row("gauge histogram",
        "# TYPE h gaugehistogram\nh_bucket{le=\"1.0\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_gcount 2\n"
        "h_gsum -3.5\n# EOF\n",
        "valid");
    row("summary",
        "# TYPE s summary\ns_count 2\ns_sum 3\ns_created 1\ns{quantile=\"0.95\"} 1\n# EOF\n",
        "valid");
    row("quantile out of bounds", "# TYPE s summary\ns{quantile=\"-0.1\"} 1\n# EOF\n",
        "2:1: a quantile must have a number from 0 to 1 as label \"quantile\"");

    row("unit", "# TYPE a_seconds gauge\n# UNIT a_seconds seconds\na_seconds 1\n# EOF\n", "valid");
    row("a unit that is not in the name", "# UNIT a seconds\n# EOF\n",
        "1:10: \"a\" must end with its unit, \"_seconds\"");
    row("an empty unit", "# UNIT a \na 1\n# EOF\n", "valid");
    row("an info with a unit", "# TYPE a_x info\n# UNIT a_x x\na_x_info 1\n# EOF\n",
        "3:1: \"a_x\" must have no unit");
    row("two UNITs", "# UNIT a_s s\n# UNIT a_s s\n# EOF\n", "2:12: a second UNIT of \"a_s\"");

    row("metrics torn apart",
        "# TYPE a gauge\na{x=\"1\"} 1 1\na{x=\"2\"} 1 1\na{x=\"1\"} 1 2\n# EOF\n",
        "4:1: the samples of one metric of \"a\" must be together");
    row("families torn apart", "a 1\nb 1\na{c=\"d\"} 1\n# EOF\n",
        "3:1: the lines of \"a\" must be in one group");
    row("clashing names",
        "# TYPE a counter\na_total 1\n# TYPE a_created gauge\na_created 1\n# EOF\n",
        "4:1: \"a_created\" has a sample name of another family");
    row("several times", "# TYPE a gauge\na 1 1\na 2 2\na 2 3.5\n# EOF\n", "valid");
    row("times that go back", "# TYPE a gauge\na 1 2\na 2 1\n# EOF\n",
        "3:1: timestamps of one metric must not go back");
    row("the same time twice", "# TYPE a gauge\na 1 2\na 2 2\n# EOF\n", "3:1: a is there twice");
    row("some with a time", "# TYPE a gauge\na 1\na 2 2\n# EOF\n",
        "3:1: of one metric either all samples or none have a timestamp");
    row("times of a histogram",
        "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2 1\nh_count 2 1\nh_sum 2 1\n"
        "h_bucket{le=\"+Inf\"} 3 2\nh_count 3 2\nh_sum 3 2\n# EOF\n",
        "valid");
    row("a timestamp that is no number", "a 1 NaN\n# EOF\n",
        "1:5: the timestamp must be seconds since 1970, not \"NaN\"");

    row("exemplars",
        "# TYPE a counter\na_total 1 # {trace_id=\"x\"} 0.5\n# TYPE h histogram\n"
        "h_bucket{le=\"1\"} 1 # {} 0.5 1520879607.789\nh_bucket{le=\"+Inf\"} 1 3 # {a=\"b\"} 0.5\n"
        "# EOF\n",
        "5:1: of one metric either all samples or none have a timestamp");
    row("an exemplar of a gauge", "# TYPE a gauge\na 1 # {a=\"b\"} 1\n# EOF\n",
        "2:1: only buckets and counters may have exemplars");
    row("an exemplar without labels", "# TYPE a counter\na_total 1 # 1\n# EOF\n",
        "2:13: the labels of the exemplar are missing");
    row("an exemplar without a value", "# TYPE a counter\na_total 1 # {a=\"b\"}\n# EOF\n",
        "2:20: there must be one space");
    row("an exemplar with more", "# TYPE a counter\na_total 1 # {a=\"b\"} 1 2 3\n# EOF\n",
        "2:24: nothing may follow the exemplar");
    const auto labels = QByteArray(64, 'a') + "=\"" + QByteArray("\xC3\xA9").repeated(64);
    QTest::newRow("an exemplar of 128 characters")
        << QByteArray("# TYPE a counter\na_total 1 # {" + labels + "\"} 1\n# EOF\n")
        << QStringLiteral("valid");
    QTest::newRow("an exemplar of 129 characters")
        << QByteArray("# TYPE a counter\na_total 1 # {" + labels + "b\"} 1\n# EOF\n")
        << QStringLiteral("2:1: the labels of an exemplar must have at most 128 characters");
}

void ExpositionRulesTest::obeysOpenMetrics()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(verdict(text, ExpositionFormat::OpenMetrics), expected);
}

void ExpositionRulesTest::choosesTheFormat()
{
    QCOMPARE(expositionFormat("application/openmetrics-text; version=1.0.0; charset=utf-8"),
             ExpositionFormat::OpenMetrics);
    QCOMPARE(expositionFormat("text/plain; version=0.0.4"), ExpositionFormat::Prometheus);
    QCOMPARE(expositionFormat("text/plain"), ExpositionFormat::Prometheus);
    QCOMPARE(expositionFormat("text/html"), ExpositionFormat::Detect);
    QCOMPARE(expositionFormat(""), ExpositionFormat::Detect);
    const auto ms = [](std::string_view text, ExpositionFormat format) {
        return msSinceEpoch(parseExposition(text, kNow, {}, format).samples.at(0).sample.time);
    };
    QCOMPARE(ms("a 1 5000\n# EOF\n", ExpositionFormat::Detect), 5'000'000);
    QCOMPARE(ms("a 1 5000\n# EOF\n", ExpositionFormat::Prometheus), 5'000);
    QCOMPARE(ms("a 1 5000\n", ExpositionFormat::OpenMetrics), 5'000'000);
    QCOMPARE(ms("a 1 5000\n", ExpositionFormat::Detect), 5'000);
}

void ExpositionRulesTest::keepsExemplars()
{
    const auto page = parseExposition("a 1\n"
                                      "b_total 2 # {trace_id=\"x\",span=\"y\"} 0.25 1.5\n"
                                      "c_bucket{le=\"1\"} 3 4 # {} -1\n"
                                      "d_total 2 # {trace_id=\"x\"} one\n"
                                      "# EOF\n",
                                      kNow, "page");
    QCOMPARE(page.exemplars.size(), 2U);
    QCOMPARE(page.exemplars[0].sample, 1U);
    QCOMPARE(page.exemplars[0].labels, (Labels{{"span", "y"}, {"trace_id", "x"}}));
    QCOMPARE(page.exemplars[0].value, 0.25);
    QCOMPARE(page.exemplars[0].time.value(), wallTimeFromMs(1500));
    QCOMPARE(page.exemplars[1].sample, 2U);
    QVERIFY(page.exemplars[1].labels.empty());
    QVERIFY(!page.exemplars[1].time);
    QCOMPARE(page.badLines, 1U);
    QCOMPARE(page.firstErrors.at(0).text(),
             std::string("page:4:28: the value must be a number, not \"one\""));
}

void ExpositionRulesTest::isLenientAboutTheEnd()
{
    const auto open = parseExposition("a 1\n", kNow, "page", ExpositionFormat::OpenMetrics);
    QCOMPARE(open.samples.size(), 1U);
    QCOMPARE(open.badLines, 1U);
    QCOMPARE(open.firstErrors.at(0).text(), std::string("page:2: \"# EOF\" is missing at the end"));
    const auto more =
        parseExposition("a 1\n# EOF\n\nb 1\n", kNow, "page", ExpositionFormat::OpenMetrics);
    QCOMPARE(more.samples.size(), 1U);
    QCOMPARE(more.firstErrors.at(0).text(), std::string("page:4:1: nothing may follow \"# EOF\""));
}

void ExpositionRulesTest::readsUnits()
{
    const auto page =
        parseExposition("# UNIT a_seconds seconds\n# TYPE a_seconds stateset\n# EOF", kNow, "page");
    QCOMPARE(page.families.size(), 1U);
    QCOMPARE(page.families[0].unit, std::string("seconds"));
    QCOMPARE(page.families[0].type, FamilyType::StateSet);
}

QTEST_APPLESS_MAIN(ExpositionRulesTest)
#include "tst_expositionrules.moc"
