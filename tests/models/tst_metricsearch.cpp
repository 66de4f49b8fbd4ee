// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metricnames.h"
#include "models/metricsearch.h"

#include <QTest>

#include <cmath>

using namespace foretop;
using namespace foretop::models;
using metrics::FamilyType;

namespace {

MetricCatalog::Entry entry(const char *name, FamilyType type, const char *help,
                           std::optional<std::size_t> count, std::optional<double> last)
{
    return {{name, type, help}, count, last};
}

const std::vector<MetricCatalog::Entry> kEntries{
    entry("api_latency_seconds", FamilyType::Histogram, "How long requests took.", 12, {}),
    entry("http_requests", FamilyType::Counter, "Requests answered.", 3, 5),
    entry("load1", FamilyType::Gauge, "Load of one minute.", 1, NAN),
    entry("old_requests_total", FamilyType::Unknown, "", {}, 2),
    entry("requests_in_flight", FamilyType::Gauge, "", 3, 9),
};

} // namespace

class MetricSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void findsFamilies();
};

void MetricSearchTest::finds_data()
{
    using Order = MetricSearch::Order;
    QTest::addColumn<MetricSearch>("search");
    QTest::addColumn<QString>("found"); // the first letters
    const auto row = [](const char *name, const MetricSearch &search, const char *found) {
        QTest::newRow(name) << search << QString::fromLatin1(found);
    };
    row("all", {}, "ahlor");
    row("by name, descending", {{}, {}, Order::Name, true}, "rolha");
    row("relevance", {"Requests", {}, Order::Relevance, false}, "rhoa");
    row("words", {"requests took", {}, Order::Name, false}, "a");
    row("in any order", {" total  OLD ", {}, Order::Name, false}, "o");
    row("nothing", {"nowhere", {}, Order::Name, false}, "");
    row("type", {{}, FamilyType::Gauge, Order::Name, false}, "lr");
    row("type and text", {"load", FamilyType::Gauge, Order::Relevance, false}, "l");
    row("by type", {{}, {}, Order::Type, false}, "hlrao");
    row("by help", {{}, {}, Order::Help, false}, "alhor");
    row("by series", {{}, {}, Order::SeriesCount, false}, "lhrao");
    row("by series, descending", {{}, {}, Order::SeriesCount, true}, "ahrlo");
    row("by last", {{}, {}, Order::Last, false}, "ohral");
    row("by last, descending", {{}, {}, Order::Last, true}, "rhoal");
}

void MetricSearchTest::finds()
{
    QFETCH(MetricSearch, search);
    QFETCH(QString, found);
    QString letters;
    for (const auto row : foundMetrics(kEntries, search)) {
        letters += QChar::fromLatin1(kEntries[row].family.name[0]);
    }
    QCOMPARE(letters, found);
}

void MetricSearchTest::findsFamilies()
{
    const MetricNames names{{},
                            std::make_shared<const std::vector<MetricCatalog::Entry>>(kEntries)};
    const auto familyName = [&names](const char *metric) {
        const auto *family = familyOf(names, QString::fromLatin1(metric));
        return family ? QString::fromStdString(family->family.name) : QString();
    };
    QCOMPARE(familyName("load1"), QStringLiteral("load1"));
    QCOMPARE(familyName("http_requests_total"), QStringLiteral("http_requests"));
    QCOMPARE(familyName("old_requests_total"), QStringLiteral("old_requests_total"));
    QCOMPARE(familyName("api_latency_seconds_bucket"), QStringLiteral("api_latency_seconds"));
    QCOMPARE(familyName("load"), QString());
    QVERIFY(!familyOf({}, QStringLiteral("load1")));
}

QTEST_GUILESS_MAIN(MetricSearchTest)
#include "tst_metricsearch.moc"
