// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafanaexpression.h"
#include "models/grafanaimport.h"
#include "models/grafanaunits.h"

#include <QFile>
#include <QTest>

#include <limits>

using namespace foretop;
using namespace foretop::models;
using Level = Threshold::Level;

class GrafanaImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsGraphsAndSingleStats();
    void importsVariables();
    void importsTimeSeriesAndStats();
    void importsRows();
    void tellsWhatIsLeftOut_data();
    void tellsWhatIsLeftOut();
    void isReadAgain_data();
    void isReadAgain();
    void rewritesExpressions_data();
    void rewritesExpressions();
    void dropsMatchers_data();
    void dropsMatchers();
    void tellsLevels_data();
    void tellsLevels();
    void rejects_data();
    void rejects();
    void recognises_data();
    void recognises();
    void boundsNotes();
    void boundsPanels();
};

namespace {

constexpr double kLowest = -std::numeric_limits<double>::infinity();

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(FORETOP_TEST_DATA "/grafana/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ImportedDashboard import(const QString &name)
{
    auto imported = importGrafana(contents(name), name);
    if (!imported) {
        qFatal("%s", imported.error().text().c_str());
    }
    return std::move(*imported);
}

PanelSpec panel(const Dashboard &dashboard, const QString &title)
{
    for (const PanelSpec &each : dashboard.panels) {
        if (each.title == title) {
            return each;
        }
    }
    return {};
}

} // namespace

void GrafanaImportTest::importsGraphsAndSingleStats()
{
    const Dashboard dashboard = import(QStringLiteral("schema16.json")).dashboard;
    QCOMPARE(dashboard.title, QStringLiteral("Shop, as it was"));
    QStringList titles;
    for (const PanelSpec &each : dashboard.panels) {
        titles.push_back(QStringLiteral("%1 %2,%3 %4x%5")
                             .arg(each.title)
                             .arg(each.place.x())
                             .arg(each.place.y())
                             .arg(each.place.width())
                             .arg(each.place.height()));
    }
    QCOMPARE(titles.join(u'/'),
             QStringLiteral("Requests 0,0 12x7/Busy 12,0 6x7/Uptime 18,0 6x7/Table 0,7 24x5/"
                            "Latency 0,12 24x8"));
    const PanelSpec requests = panel(dashboard, QStringLiteral("Requests"));
    QCOMPARE(requests.kind, PanelKind::TimeSeries);
    QCOMPARE(requests.style, LineStyle::Stacked);
    QCOMPARE(requests.legend, LegendKind::Table);
    QCOMPARE(requests.unit, Unit::PerSecond);
    QCOMPARE(requests.decimals, std::optional(1));
    QCOMPARE(requests.least, std::optional(0.0));
    QVERIFY(!requests.greatest);
    QCOMPARE(requests.thresholds,
             (QVector<Threshold>{{50, Level::Warning}, {90, Level::Critical}}));
    QCOMPARE(requests.targets.size(), 2);
    QCOMPARE(requests.targets.at(0).expression,
             QStringLiteral("sum(rate(${prefix}_requests_total{job=~\"$job\", "
                            "instance=~\"$node.*\", code!=\"500\"}[$__interval])) by (code)"));
    QCOMPARE(requests.targets.at(0).legend, QStringLiteral("{{code}}"));
    QCOMPARE(requests.targets.at(1).expression, QStringLiteral("up{instance!~'${node}'}"));
    QVERIFY(requests.targets.at(1).isHidden);
    const PanelSpec busy = panel(dashboard, QStringLiteral("Busy"));
    QCOMPARE(busy.kind, PanelKind::Gauge);
    QCOMPARE(busy.unit, Unit::Percent);
    QCOMPARE(busy.reduction, Reduction::Mean);
    QCOMPARE(busy.greatest, std::optional(100.0));
    QCOMPARE(busy.thresholds,
             (QVector<Threshold>{
                 {kLowest, Level::Normal}, {70, Level::Warning}, {90, Level::Critical}}));
    QCOMPARE(panel(dashboard, QStringLiteral("Uptime")).kind, PanelKind::Stat);
    QVERIFY(panel(dashboard, QStringLiteral("Uptime")).thresholds.isEmpty());
    QCOMPARE(panel(dashboard, QStringLiteral("Table")).kind, PanelKind::Table);
    QCOMPARE(panel(dashboard, QStringLiteral("Latency")).kind, PanelKind::HeatMap);
    QCOMPARE(panel(dashboard, QStringLiteral("Latency")).unit, Unit::Seconds);
}

void GrafanaImportTest::importsVariables()
{
    const Dashboard dashboard = import(QStringLiteral("schema16.json")).dashboard;
    QStringList texts;
    for (const DashboardVariable &each : dashboard.variables) {
        texts.push_back(QStringLiteral("%1 [%2] %3|%4|%5|%6%7")
                            .arg(each.name, each.title, each.selector, each.label,
                                 each.choices.join(u','), each.chosen.join(u','),
                                 each.allowsSeveral ? QStringLiteral("+") : QString()));
    }
    QCOMPARE(texts, (QStringList{
                        QStringLiteral("job [Job] http_requests_total|job||+"),
                        QStringLiteral("node [] up{env=\"prod\"}|instance||web-1:80"),
                        QStringLiteral("all_nodes [] |instance||"),
                        QStringLiteral("window [] ||1m,5m,1h|1m"),
                        QStringLiteral("q [] ||0.5,0.95,0.99|0.95"),
                        QStringLiteral("prefix [] ||shop|shop"),
                        QStringLiteral("top [] ||a,b|b"),
                    }));
}

void GrafanaImportTest::importsTimeSeriesAndStats()
{
    const Dashboard dashboard = import(QStringLiteral("schema36.json")).dashboard;
    QCOMPARE(dashboard.title, QStringLiteral("Shop"));
    QCOMPARE(dashboard.description, QStringLiteral("As it is"));
    QCOMPARE(dashboard.variables.first().chosen,
             (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    const PanelSpec memory = panel(dashboard, QStringLiteral("Memory"));
    QCOMPARE(memory.style, LineStyle::Stacked);
    QCOMPARE(memory.legend, LegendKind::Table);
    QCOMPARE(memory.unit, Unit::Bytes);
    QCOMPARE(memory.least, std::optional(0.0));
    QVERIFY(memory.thresholds.isEmpty());
    QCOMPARE(memory.targets.size(), 1);
    QCOMPARE(memory.targets.first().expression,
             QStringLiteral("mem_bytes{instance=~\"$instance\"}"));
    QCOMPARE(memory.targets.first().legend, QString());
    const PanelSpec errors = panel(dashboard, QStringLiteral("Errors"));
    QCOMPARE(errors.style, LineStyle::Area);
    QCOMPARE(errors.legend, LegendKind::None);
    QCOMPARE(errors.unit, Unit::Ratio);
    QCOMPARE(errors.thresholds,
             (QVector<Threshold>{
                 {kLowest, Level::Normal}, {0.01, Level::Warning}, {0.05, Level::Critical}}));
    const PanelSpec up = panel(dashboard, QStringLiteral("Up"));
    QCOMPARE(up.kind, PanelKind::Stat);
    QCOMPARE(up.unit, Unit::Number);
    QCOMPARE(up.thresholds, (QVector<Threshold>{{kLowest, Level::Critical}, {1, Level::Normal}}));
    const PanelSpec disk = panel(dashboard, QStringLiteral("Disk"));
    QCOMPARE(disk.kind, PanelKind::Gauge);
    QCOMPARE(disk.reduction, Reduction::Greatest);
    QCOMPARE(disk.thresholds,
             (QVector<Threshold>{
                 {kLowest, Level::Normal}, {140, Level::Warning}, {170, Level::Critical}}));
    QCOMPARE(panel(dashboard, QStringLiteral("Queues")).kind, PanelKind::TopN);
    QCOMPARE(panel(dashboard, QStringLiteral("Durations")).unit, Unit::Seconds);
    QCOMPARE(panel(dashboard, QStringLiteral("Durations")).place, QRect(0, 13, 12, 8));
    QCOMPARE(panel(dashboard, QStringLiteral("Bars")).kind, PanelKind::Bars);
    QCOMPARE(panel(dashboard, QStringLiteral("Table")).place, QRect(0, 21, 24, 6));
}

void GrafanaImportTest::importsRows()
{
    const Dashboard dashboard = import(QStringLiteral("rows.json")).dashboard;
    QCOMPARE(dashboard.panels.size(), 4);
    QCOMPARE(panel(dashboard, QStringLiteral("a")).place, QRect(0, 0, 12, 7));
    QCOMPARE(panel(dashboard, QStringLiteral("a")).unit, Unit::Bytes);
    QCOMPARE(panel(dashboard, QStringLiteral("b")).place, QRect(12, 0, 12, 7));
    QCOMPARE(panel(dashboard, QStringLiteral("b")).legend, LegendKind::None);
    QCOMPARE(panel(dashboard, QStringLiteral("c")).place, QRect(0, 7, 24, 7));
    QCOMPARE(panel(dashboard, QStringLiteral("d")).place, QRect(0, 14, 6, 3));
}

void GrafanaImportTest::tellsWhatIsLeftOut_data()
{
    QTest::addColumn<QStringList>("notes");
    QTest::newRow("schema16.json") << QStringList{
        QStringLiteral("variable 'datasource': chooses a data source, which the dashboard's own "
                       "choice does here"),
        QStringLiteral("variable 'job': \"All\" stands for '.*' here, not for '.+'"),
        QStringLiteral("variable 'node': depends on other variables; its values are offered for "
                       "all of them"),
        QStringLiteral("variable 'node': its regular expression is left out; all values are "
                       "offered"),
        QStringLiteral("variable 'extra': type 'adhoc' is left out"),
        QStringLiteral("variable 'top': query 'query_result(topk(5, up))' is not understood; the "
                       "values it had are offered"),
        QStringLiteral("row 'Traffic': its title is left out"),
        QStringLiteral("panel 'Requests': is stacked by value, not to 100 %"),
        QStringLiteral("panel 'Requests': the variable in legend '$node' is not replaced"),
        QStringLiteral("panel 'Requests': a threshold for values below 1 is left out"),
        QStringLiteral("panel 'Requests': 1 series overrides are left out"),
        QStringLiteral("panel 'Requests': its alert is left out"),
        QStringLiteral("panel 'Requests': its own time range '6h' is left out"),
        QStringLiteral("panel 'Busy': postfix '!' is left out"),
        QStringLiteral("panel 'Busy': texts in the place of values are left out"),
        QStringLiteral("panel 'Uptime': unit 'dateTimeAsIso' is shown as a number"),
        QStringLiteral("panel 'Uptime': shows the last value, not 'range'"),
        QStringLiteral("row 'Folded': its title is left out"),
        QStringLiteral("row 'Folded': is shown once, not for each value of 'node'"),
        QStringLiteral("panel 'Read me': type 'text' is left out"),
        QStringLiteral("panel 'SQL': target A has no PromQL expression; it is left out"),
        QStringLiteral("panel 'SQL': has no PromQL expression; it is left out"),
        QStringLiteral("dashboard: annotation query 'Restarts' is left out"),
        QStringLiteral("dashboard: links are left out"),
    };
    QTest::newRow("schema36.json") << QStringList{
        QStringLiteral("panel 'Memory': target B has no PromQL expression; it is left out"),
        QStringLiteral("panel 'Memory': transformation 'reduce' is left out"),
        QStringLiteral("panel 'Memory': 1 field overrides are left out"),
        QStringLiteral("panel 'Errors': bars are drawn as lines"),
        QStringLiteral("panel 'Up': texts in the place of values are left out"),
        QStringLiteral("panel 'Up': is shown once, not for each value of 'instance'"),
        QStringLiteral("panel 'Queues': unit 'celsius' is shown as a number"),
        QStringLiteral("panel 'Queues': shows the last value, not 'count'"),
        QStringLiteral("row 'More': its title is left out"),
        QStringLiteral("panel 'Pie': type 'piechart' is left out"),
        QStringLiteral("panel 'Lib': is a library panel, whose content is not in the file; it is "
                       "left out"),
    };
    QTest::newRow("rows.json") << QStringList{QStringLiteral("row 'CPU': its title is left out")};
}

void GrafanaImportTest::tellsWhatIsLeftOut()
{
    QFETCH(const QStringList, notes);
    QCOMPARE(import(QString::fromUtf8(QTest::currentDataTag())).notes.join(u'\n'),
             notes.join(u'\n'));
}

void GrafanaImportTest::isReadAgain_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"schema16.json", "schema36.json", "rows.json"}) {
        QTest::newRow(file) << QString::fromUtf8(file);
    }
}

void GrafanaImportTest::isReadAgain()
{
    QFETCH(const QString, file);
    const Dashboard dashboard = import(file).dashboard;
    const auto again = readDashboard(writeDashboard(dashboard), file);
    QVERIFY2(again, again ? "" : again.error().text().c_str());
    QCOMPARE(*again, dashboard);
}

void GrafanaImportTest::rewritesExpressions_data()
{
    QTest::addColumn<QString>("after");
    const auto row = [](const char *before, const char *after) {
        QTest::newRow(before) << QString::fromUtf8(after);
    };
    row("up", "up");
    row("up{a=\"$v\"}", "up{a=~\"$v\"}");
    row("up{a = '$v', b!=\"${v}\"}", "up{a =~ '$v', b!~\"${v}\"}");
    row("up{a=\"$w\"}", "up{a=\"$w\"}");
    row("up{a=~\"$v\", b!~\"$v\", c=\"x\"}", "up{a=~\"$v\", b!~\"$v\", c=\"x\"}");
    row("up{a=\"[[v]]:80\"}", "up{a=~\"${v}:80\"}");
    row("up{a=~\"${v:regex}\", b=~\"[[v:pipe]]\"}", "up{a=~\"${v}\", b=~\"${v}\"}");
    row("rate(x[$__rate_interval])", "rate(x[$__rate_interval])");
    row("rate(x[${__rate_interval}])", "rate(x[${__rate_interval}])");
    row("rate(x[$__auto_interval_window])", "rate(x[$__interval])");
    row("x == $v", "x == $v");
    row("label_replace(x, \"a\", \"$1\", \"b\", \"(.*)\")",
        "label_replace(x, \"a\", \"$1\", \"b\", \"(.*)\")");
    row("up{a=\"\\\"$v\"}", "up{a=~\"\\\"$v\"}");
}

void GrafanaImportTest::rewritesExpressions()
{
    QFETCH(const QString, after);
    QCOMPARE(expressionOfGrafana(QString::fromUtf8(QTest::currentDataTag()), {QStringLiteral("v")}),
             after);
}

void GrafanaImportTest::dropsMatchers_data()
{
    QTest::addColumn<QString>("after");
    QTest::newRow("up") << QStringLiteral("up");
    QTest::newRow("up{a=~\"$v\"}") << QStringLiteral("up");
    QTest::newRow("up{a=\"1,}\", b=~\"[[v]]\", c!='2'}") << QStringLiteral("up{a=\"1,}\", c!='2'}");
    QTest::newRow("{__name__=~\"x.*\", a=\"$v\"}") << QStringLiteral("{__name__=~\"x.*\"}");
}

void GrafanaImportTest::dropsMatchers()
{
    QFETCH(const QString, after);
    QCOMPARE(withoutVariableMatchers(QString::fromUtf8(QTest::currentDataTag())), after);
}

void GrafanaImportTest::tellsLevels_data()
{
    QTest::addColumn<Level>("level");
    const auto row = [](const char *colour, Level level) { QTest::newRow(colour) << level; };
    for (const char *colour :
         {"green", "semi-dark-green", "#299c46", "#73BF69", "#37872D", "blue", "#1F60C4", "purple",
          "#8F3BB8", "transparent", "text", "#808080", "rgba(50, 172, 45, 0.97)", "", "#x"}) {
        row(colour, Level::Normal);
    }
    for (const char *colour : {"yellow", "dark-orange", "#EAB839", "#ED8128", "#FF9830", "#FADE2A",
                               "rgba(237, 129, 40, 0.89)"}) {
        row(colour, Level::Warning);
    }
    for (const char *colour :
         {"red", "super-light-red", "#d44a3a", "#E02F44", "#C4162A", "rgba(245, 54, 54, 0.9)"}) {
        row(colour, Level::Critical);
    }
}

void GrafanaImportTest::tellsLevels()
{
    QFETCH(const Level, level);
    QCOMPARE(levelOfGrafana(QString::fromUtf8(QTest::currentDataTag())), level);
}

void GrafanaImportTest::rejects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("no JSON") << QByteArray("{\n  \"panels\": [,]}")
                             << QStringLiteral("x.json:2:14: ");
    QTest::newRow("array") << QByteArray("[]") << QStringLiteral("x.json");
    QTest::newRow("nothing") << QByteArray("{}") << QStringLiteral("x.json: panels: is missing");
    QTest::newRow("other type") << QByteArray(R"({"panels": {}})")
                                << QStringLiteral("x.json: panels: is missing or no array");
    QTest::newRow("version 2") << QByteArray(R"({"apiVersion": "v2", "spec": {"elements": {}}})")
                               << QStringLiteral("x.json: spec: Grafana's schema version 2");
    QTest::newRow("large") << QByteArray(Dashboard::kMaxFileBytes + 1, ' ')
                           << QStringLiteral("x.json: a dashboard has at most 4194304 bytes");
}

void GrafanaImportTest::rejects()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, error);
    const auto imported = importGrafana(json, QStringLiteral("x.json"));
    QVERIFY(!imported);
    const QString text = QString::fromStdString(imported.error().text());
    QVERIFY2(text.startsWith(error), qPrintable(text));
}

void GrafanaImportTest::recognises_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("is");
    for (const char *file : {"schema16.json", "schema36.json", "rows.json"}) {
        QTest::newRow(file) << contents(QString::fromUtf8(file)) << true;
    }
    QTest::newRow("own") << writeDashboard({}) << false;
    QTest::newRow("no JSON") << QByteArray("{") << false;
    QTest::newRow("other") << QByteArray("{\"panels\": []}") << false;
}

void GrafanaImportTest::recognises()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, is);
    QCOMPARE(isGrafanaDashboard(json), is);
}

void GrafanaImportTest::boundsNotes()
{
    QByteArray panels;
    for (int i = 0; i < kMaxImportNotes + 99; ++i) {
        panels += (i == 0 ? "" : ",") + QByteArray(R"({"type": "text", "title": ")") +
                  QByteArray::number(i) + "\"}";
    }
    const auto imported =
        importGrafana(R"({"title": "T", "panels": [)" + panels + "]}", QStringLiteral("x"));
    QVERIFY(imported);
    QCOMPARE(imported->notes.size(), kMaxImportNotes);
    QCOMPARE(imported->notes.last(), QStringLiteral("and 100 more"));
    QVERIFY(imported->dashboard.panels.isEmpty());
}

void GrafanaImportTest::boundsPanels()
{
    const QByteArray one = R"({"type": "graph", "gridPos": {"h": 99999, "w": 24},
                               "targets": [{"expr": "up"}]})";
    const QByteArray panels = (one + ',').repeated(Dashboard::kMaxPanels) + one;
    const auto imported = importGrafana(R"({"panels": [)" + panels + "]}", QStringLiteral("x"));
    QVERIFY(imported);
    QCOMPARE(imported->dashboard.panels.size(), Dashboard::kMaxPanels);
    QCOMPARE(imported->notes, QStringList{QStringLiteral(
                                  "dashboard: has more than 200 panels; the rest is left out")});
    QVERIFY(readDashboard(writeDashboard(imported->dashboard), QStringLiteral("x")));
}

QTEST_GUILESS_MAIN(GrafanaImportTest)
#include "tst_grafanaimport.moc"
