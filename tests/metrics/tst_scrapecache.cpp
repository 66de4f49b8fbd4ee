// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "metrics/expositionparser.h"
#include "metrics/scrapecache.h"

#include <QTest>

#include <array>
#include <random>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::metrics;

namespace {

const WallTime kNow = wallTimeFromMs(1'700'000'000'000);

std::string told(const Exemplar &exemplar)
{
    return fmt::format("exemplar {} {} {} {}\n", exemplar.sample,
                       SeriesKey{{}, exemplar.labels}.text(), exemplar.value,
                       exemplar.time ? msSinceEpoch(*exemplar.time) : -1);
}

template <typename Page>
std::string toldOf(const Page &page, const std::vector<Family> &families)
{
    std::string text;
    for (const auto &family : families) {
        text += fmt::format("family {} {} {} {}\n", family.name, int(family.type), family.help,
                            family.unit);
    }
    for (const auto &exemplar : page.exemplars) {
        text += told(exemplar);
    }
    for (const auto &error : page.firstErrors) {
        text += error.text() + '\n';
    }
    return text + fmt::format("{} bad\n", page.badLines);
}

std::string told(const SeriesKey &key, const Sample &sample)
{
    return fmt::format("{} {} {}\n", key.text(), sample.value, msSinceEpoch(sample.time));
}

std::string told(const Exposition &page)
{
    std::string text;
    for (const auto &[key, sample] : page.samples) {
        text += told(key, sample);
    }
    return text + toldOf(page, page.families);
}

std::string told(const Scrape &page)
{
    std::string text;
    for (const auto &[series, sample] : page.values) {
        text += told(page.series->keys.at(series), sample);
    }
    return text + toldOf(page, page.series->families);
}

/// What the parser of single lines makes of all of them: what faster readers are measured by.
std::string toldByLines(std::string_view text, ExpositionFormat format)
{
    ExpositionParser parser(kNow, "page", isOpenMetrics(format, text));
    while (!text.empty()) {
        parser.read(takeUntil(text, '\n'));
    }
    parser.end();
    return told(owned(parser.take()));
}

/// A page of lines of all kinds, where parts of lines are put in, taken out and doubled.
class ChangingText
{
public:
    explicit ChangingText(unsigned seed)
        : m_random(seed)
    {
    }

    const std::string &text() const { return m_text; }
    /// Puts a comment in front, so that the rest lies elsewhere in the parts that are read at once.
    void shift() { m_text.insert(0, "# " + std::string(m_random() % 20'000, 'x') + '\n'); }
    void change()
    {
        const auto at = m_random() % (m_text.size() + 1);
        const auto size = m_random() % 12;
        switch (m_random() % 4) {
        case 0:
            m_text.erase(at, size);
            break;
        case 1:
            m_text.insert(at, m_text.substr(m_random() % (m_text.size() + 1), 5 * size));
            break;
        default:
            m_text.insert(at, kParts[m_random() % kParts.size()]);
        }
    }

private:
    static constexpr std::array<std::string_view, 44> kParts{"{",
                                                             "}",
                                                             "\"",
                                                             ",",
                                                             "=",
                                                             " ",
                                                             "\t",
                                                             "\n",
                                                             "\r\n",
                                                             "\\",
                                                             "\\n",
                                                             "\xC3\xA9",
                                                             "\xE9",
                                                             "#",
                                                             "1",
                                                             "0",
                                                             "a",
                                                             "le",
                                                             "a=\"b\"",
                                                             "a=\"\",",
                                                             "\",b=\"c",
                                                             "{a=\"b\"}",
                                                             "{}",
                                                             "# HELP ",
                                                             "# TYPE ",
                                                             "counter",
                                                             " gauge\n",
                                                             "# EOF\n",
                                                             "# UNIT a ",
                                                             "\nup 1\n",
                                                             "NaN",
                                                             "+Inf",
                                                             "-1.5e-07",
                                                             " 1700",
                                                             "1e400",
                                                             "# {t=\"x\"} 1",
                                                             "{\"q.r\",",
                                                             "a_long_name_of_more_than_16",
                                                             "a value of more than 16 bytes",
                                                             "123456789.123456789",
                                                             "a_total{",
                                                             "\"} 2\n",
                                                             "job:rate",
                                                             "\0"};

    std::mt19937 m_random;
    std::string m_text = "# HELP requests_total How many\n"
                         "# TYPE requests_total counter\n"
                         "requests_total{method=\"GET\",code=\"200\"} 1027\n"
                         "requests_total{code=\"500\",method=\"POST\"} 3 1700000000000\n"
                         "# HELP latency_seconds Of \\\"all\\\"\n"
                         "# TYPE latency_seconds histogram\n"
                         "latency_seconds_bucket{le=\"0.1\",} 0.25\n"
                         "latency_seconds_bucket{le=\"+Inf\"} 1.5e+06\n"
                         "latency_seconds_sum 12.7512345678901234\n"
                         "up 1\nb{c=\"\"} NaN\nb{c=\"d\\ne\"} 2 # {t=\"x\"} 1\n"
                         "# TYPE a gauge\na{b=\"\xC3\xA9\"} -7";
};

} // namespace

class ScrapeCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsTheParserDoes_data();
    void readsAsTheParserDoes();
    void readsRandomPagesAsTheParserDoes();
    void readsChangedPagesLineByLine();
};

void ScrapeCacheTest::readsAsTheParserDoes_data()
{
    QTest::addColumn<QStringList>("pages");
    QTest::addColumn<int>("learnt");
    const auto row = [](const char *name, const QStringList &pages, int learnt) {
        QTest::newRow(name) << pages << learnt;
    };
    row("other values",
        {QStringLiteral("# TYPE a counter\na 1\nb{c=\"d\"} 2\n"),
         QStringLiteral("# TYPE a counter\na 17.25\nb{c=\"d\"} 2e9\n"),
         QStringLiteral("# TYPE a counter\na NaN\nb{c=\"d\"} +Inf\n")},
        1);
    row("no end of line",
        {QStringLiteral("a 1"), QStringLiteral("a 2"), QStringLiteral("a 12345678901234567890")},
        1);
    row("timestamps", {QStringLiteral("a 1 5\nb 1\n"), QStringLiteral("a 2 6\nb 2 7\n")}, 1);
    row("CR LF", {QStringLiteral("a 1\r\nb 2\r\n"), QStringLiteral("a 3\r\nb 4\r\n")}, 1);
    row("one more", {QStringLiteral("a 1\n"), QStringLiteral("a 1\nb 1\n")}, 2);
    row("one less", {QStringLiteral("a 1\nb 1\n"), QStringLiteral("a 1\n")}, 2);
    row("cut short", {QStringLiteral("a 1\nbcd 1\n"), QStringLiteral("a 1\nbc")}, 2);
    row("cut before the value", {QStringLiteral("a 1\nb 1\n"), QStringLiteral("a 1\nb ")}, 2);
    row("another blank", {QStringLiteral("a 1\n"), QStringLiteral("a  1\n")}, 2);
    row("another help", {QStringLiteral("# HELP a x\na 1\n"), QStringLiteral("# HELP a y\na 1\n")},
        2);
    row("bad lines stay bad",
        {QStringLiteral("a 1\nbad\nb 1\n"), QStringLiteral("a 2\nbad\nb 2\n")}, 1);
    row("a value goes bad",
        {QStringLiteral("a 1\nb 1\n"), QStringLiteral("a 1\nb x\n"), QStringLiteral("a 1\nb 1\n")},
        3);
    row("empty", {QString(), QStringLiteral("a 1\n"), QString()}, 3);
    row("nothing but comments", {QStringLiteral("# x\n"), QStringLiteral("# x\n")}, 1);
    row("exemplars",
        {QStringLiteral("a_total 1 # {t=\"x\"} 1\nb 1\n# EOF\n"),
         QStringLiteral("a_total 2 # {t=\"y\"} 2 3\nb 1\n# EOF\n"),
         QStringLiteral("a_total 3\nb 1 # {} 4\n# EOF\n")},
        1);
    row("the end goes", {QStringLiteral("a 1 5\n# EOF\n"), QStringLiteral("a 1 5\n")}, 2);
    row("the same series twice", {QStringLiteral("a 1\na 2\n"), QStringLiteral("a 3\na 4\n")}, 1);
}

void ScrapeCacheTest::readsAsTheParserDoes()
{
    QFETCH(QStringList, pages);
    QFETCH(int, learnt);
    ScrapeCache cache("page");
    std::vector<std::shared_ptr<const ScrapedSeries>> series;
    for (const auto &page : pages) {
        const auto text = page.toStdString();
        const auto scrape = cache.parse(text, kNow);
        QCOMPARE(told(scrape), told(parseExposition(text, kNow, "page")));
        if (series.empty() || series.back() != scrape.series) {
            series.push_back(scrape.series);
        }
    }
    QCOMPARE(int(series.size()), learnt);
}

void ScrapeCacheTest::readsRandomPagesAsTheParserDoes()
{
    std::mt19937 random(20240115);
    constexpr std::string_view kLetters = "ab1 .\n#{}=\",e-";
    std::string text = "# TYPE a counter\na 1\na{a=\"b\"} 2.5\nb 1e3 5\n";
    ScrapeCache cache("page");
    for (int round = 0; round < 20'000; ++round) {
        if (random() % 3 == 0) {
            const auto at = random() % text.size();
            const char letter = kLetters[random() % kLetters.size()];
            switch (random() % 3) {
            case 0:
                text[at] = letter;
                break;
            case 1:
                text.insert(at, 1, letter);
                break;
            default:
                text.erase(at, text.size() > 20 ? 1 : 0);
            }
        }
        const auto scrape = cache.parse(text, kNow);
        const auto expected = told(parseExposition(text, kNow, "page"));
        if (told(scrape) != expected) {
            QFAIL(qPrintable(
                QStringLiteral("round %1: %2").arg(round).arg(QString::fromStdString(text))));
        }
    }
}

void ScrapeCacheTest::readsChangedPagesLineByLine()
{
    constexpr int kPages = 600;
    constexpr int kChanges = 40;
    for (unsigned seed = 0; seed < kPages; ++seed) {
        ChangingText page(seed);
        if (seed % 3 == 0) {
            page.shift();
        }
        ScrapeCache cache("page");
        for (int change = 0; change < kChanges; ++change) {
            const auto format =
                seed % 2 == 0 ? ExpositionFormat::Prometheus : ExpositionFormat::OpenMetrics;
            // Of its own size, so that a sanitizer sees what is read behind it.
            const std::vector<char> bytes(page.text().begin(), page.text().end());
            const std::string_view text(bytes.data(), bytes.size());
            const auto expected = toldByLines(text, format);
            const bool isSame = told(parseExposition(text, kNow, "page", format)) == expected &&
                                told(cache.parse(text, kNow, format)) == expected &&
                                told(cache.parse(text, kNow, format)) == expected;
            if (!isSame) {
                QFAIL(qPrintable(QStringLiteral("seed %1, change %2: %3")
                                     .arg(seed)
                                     .arg(change)
                                     .arg(QString::fromStdString(page.text()))));
            }
            page.change();
        }
    }
}

QTEST_APPLESS_MAIN(ScrapeCacheTest)
#include "tst_scrapecache.moc"
