// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familypanel.h"

#include <QTest>

using namespace foretop;
using namespace foretop::app;
using metrics::FamilyType;
using models::PanelKind;

class FamilyPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suits_data();
    void suits();
    void filters();
    void drawsHeatMaps_data();
    void drawsHeatMaps();
};

namespace {

const std::vector<std::string> kNames{"build_info",   "d_bucket",  "d_count",   "d_sum",
                                      "fruits_total", "gd_bucket", "gd_gcount", "gd_gsum",
                                      "http_total",   "load1",     "native"};

models::MetricCatalog::Entry entryOf(const QString &name, FamilyType type)
{
    return {{name.toStdString(), type, "Help."}, {}, {}};
}

QStringList expressionsOf(const models::PanelSpec &spec)
{
    QStringList texts;
    for (const models::PanelTarget &target : spec.targets) {
        texts << target.expression;
    }
    return texts;
}

} // namespace

void FamilyPanelTest::suits_data()
{
    QTest::addColumn<FamilyType>("type");
    QTest::addColumn<QStringList>("expressions");
    QTest::addColumn<PanelKind>("kind");
    const auto row = [](const char *name, FamilyType type, const QStringList &expressions,
                        PanelKind kind = PanelKind::TimeSeries) {
        QTest::newRow(name) << type << expressions << kind;
    };
    const auto percentiles = [](const char *inner) {
        QStringList texts;
        for (const char *quantile : {"0.5", "0.95", "0.99"}) {
            texts << QStringLiteral("histogram_quantile(%1, %2)")
                         .arg(QLatin1String(quantile), QLatin1String(inner));
        }
        return texts;
    };
    row("load1", FamilyType::Gauge, {QStringLiteral("load1")});
    row("http_total", FamilyType::Counter, {QStringLiteral("rate(http_total[$__rate_interval])")});
    row("fruits", FamilyType::Counter, {QStringLiteral("rate(fruits_total[$__rate_interval])")});
    row("unheard", FamilyType::Counter, {QStringLiteral("rate(unheard[$__rate_interval])")});
    row("d", FamilyType::Histogram, percentiles("sum by (le) (rate(d_bucket[$__rate_interval]))"));
    row("native", FamilyType::Histogram, percentiles("sum(rate(native[$__rate_interval]))"));
    row("gd", FamilyType::GaugeHistogram, percentiles("sum by (le) (gd_bucket)"));
    row("s", FamilyType::Summary,
        {QStringLiteral("rate(s_sum[$__rate_interval]) / rate(s_count[$__rate_interval])"),
         QStringLiteral("s")});
    row("build", FamilyType::Info, {QStringLiteral("build_info")}, PanelKind::Table);
    row("go_info", FamilyType::Gauge, {QStringLiteral("go_info")}, PanelKind::Table);
    row("phase", FamilyType::StateSet, {QStringLiteral("phase")}, PanelKind::Table);
    row("process_start_time_seconds", FamilyType::Gauge,
        {QStringLiteral("process_start_time_seconds")}, PanelKind::Table);
    row("untold", FamilyType::Unknown, {QStringLiteral("untold")});
    row("untold_total", FamilyType::Unknown,
        {QStringLiteral("rate(untold_total[$__rate_interval])")});
    row("dotted.name", FamilyType::Gauge, {QStringLiteral("{__name__=\"dotted.name\"}")});
}

void FamilyPanelTest::suits()
{
    QFETCH(FamilyType, type);
    QFETCH(QStringList, expressions);
    QFETCH(PanelKind, kind);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const models::PanelSpec spec = familyPanel(entryOf(name, type), kNames);
    QCOMPARE(expressionsOf(spec), expressions);
    QCOMPARE(spec.kind, kind);
    QCOMPARE(spec.title, name);
    QCOMPARE(spec.description, QStringLiteral("Help."));
    QCOMPARE(spec.unit, models::Unit::Auto);
    QVERIFY(expressions.size() == 1 || !spec.targets[0].legend.isEmpty());
}

void FamilyPanelTest::filters()
{
    const models::PanelSpec spec = familyPanel(
        entryOf(QStringLiteral("d"), FamilyType::Histogram), kNames,
        {{QStringLiteral("path"), models::LabelFilter::Operator::Equal, QStringLiteral("/\"a\"")}});
    QCOMPARE(spec.targets[1].expression,
             QStringLiteral("histogram_quantile(0.95, sum by (le) "
                            "(rate(d_bucket{path=\"/\\\"a\\\"\"}[$__rate_interval])))"));
    QCOMPARE(spec.targets[1].legend, QStringLiteral("p95"));
}

void FamilyPanelTest::drawsHeatMaps_data()
{
    QTest::addColumn<FamilyType>("type");
    QTest::addColumn<QString>("expression");
    QTest::newRow("d") << FamilyType::Histogram
                       << QStringLiteral("sum by (le) (rate(d_bucket[$__rate_interval]))");
    QTest::newRow("gd") << FamilyType::GaugeHistogram << QStringLiteral("sum by (le) (gd_bucket)");
}

void FamilyPanelTest::drawsHeatMaps()
{
    QFETCH(FamilyType, type);
    QFETCH(QString, expression);
    const auto entry = entryOf(QString::fromUtf8(QTest::currentDataTag()), type);
    QVERIFY(isHistogram(entry.family));
    const auto spec = familyHeatMap(entry.family, models::builtFor(entry.family, kNames));
    QCOMPARE(expressionsOf(spec), QStringList{expression});
    QCOMPARE(spec.kind, PanelKind::HeatMap);
}

QTEST_GUILESS_MAIN(FamilyPanelTest)
#include "tst_familypanel.moc"
