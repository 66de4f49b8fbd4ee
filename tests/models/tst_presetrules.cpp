// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/evaluator.h"
#include "metrics/scrapecache.h"
#include "metrics/seriesstore.h"
#include "models/presetdata.h"
#include "models/presetrules.h"
#include "models/rolemention.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace foretop;
using namespace foretop::models;

class PresetRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areValid_data();
    void areValid();
    void parseInEveryWay_data();
    void parseInEveryWay();
    void showThemselves_data();
    void showThemselves();
    void giveValues_data();
    void giveValues();
    void fillRoles_data();
    void fillRoles();
    void showLibrariesUnderEachOther();
    void offerVariables();
    void shareRows();
    void translate();
    void rejects_data();
    void rejects();
    void stopsWhenAsked();
    void areAsDocumented();
};

namespace {

const QString kRules = QStringLiteral(FORETOP_SOURCE_DIR "/resources/presets/");
const QString kPages = QStringLiteral(FORETOP_TEST_DATA "/expositions/");
constexpr std::int64_t kStart = 1'700'000'000'000;
constexpr int kScrapes = 60;
constexpr int kInterval = 15'000;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PresetRules rules(const QString &file)
{
    auto read = PresetRules::read(contents(kRules + file), file);
    if (!read) {
        qFatal("%s", read.error().text().c_str());
    }
    return std::move(*read);
}

QVector<PresetRules> allRules()
{
    QVector<PresetRules> result;
    for (const QString &file : QDir(kRules).entryList(QDir::Files)) {
        result.push_back(rules(file));
    }
    return result;
}

bool isCounter(const std::string &name)
{
    static constexpr std::array<std::string_view, 5> kEnds = {"_total", "_sum", "_count", "_bucket",
                                                              "pgmajfault"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&name](std::string_view end) { return name.ends_with(end); }) ||
           name.starts_with("pg_stat_database_") || name.starts_with("node_netstat_") ||
           name.starts_with("mysql_global_status_");
}

/// As if @p page had been scraped for a quarter of an hour while its counters grew.
void scrape(metrics::SeriesStore &store, const std::string &source, const QByteArray &page)
{
    metrics::ScrapeCache cache(source);
    for (int i = 0; i < kScrapes; ++i) {
        auto scraped = cache.parse(page.toStdString(), wallTimeFromMs(kStart + i * kInterval));
        for (auto &value : scraped.values) {
            if (isCounter(scraped.series->keys.at(value.series).name)) {
                value.sample.value = value.sample.value * (1 + i / 20.0);
            }
        }
        store.append(source, scraped);
    }
}

/// One of metrics with labels: "a{b,c} d{}".
class Names : public metrics::Vocabulary
{
public:
    explicit Names(const QByteArray &picture)
    {
        for (const QByteArray &part : picture.split(' ')) {
            const qsizetype brace = part.indexOf('{');
            auto &labels = m_metrics[part.left(brace).toStdString()];
            for (const QByteArray &label : part.mid(brace + 1).chopped(1).split(',')) {
                labels.push_back(label.toStdString());
            }
            std::sort(labels.begin(), labels.end());
        }
    }

    std::vector<std::string> metricNames() const override
    {
        std::vector<std::string> names;
        for (const auto &metric : m_metrics) {
            names.push_back(metric.first);
        }
        return names;
    }
    std::vector<std::string> labelNames(std::string_view metric) const override
    {
        const auto found = m_metrics.find(std::string(metric));
        return found == m_metrics.end() ? std::vector<std::string>() : found->second;
    }
    std::vector<std::string> labelValues(std::string_view, std::string_view label) const override
    {
        return label == "source" || label == "instance" ? values : std::vector<std::string>{"x"};
    }

    std::vector<std::string> values{"one"};

private:
    std::map<std::string, std::vector<std::string>> m_metrics;
};

QString withDurations(QString expression)
{
    return expression.replace(QStringLiteral("$__rate_interval"), QStringLiteral("1m"))
        .replace(QStringLiteral("$__interval"), QStringLiteral("15s"));
}

QString withVariables(QString expression, const Dashboard &dashboard)
{
    for (const DashboardVariable &variable : dashboard.variables) {
        expression.replace(u'$' + variable.name, variableText(variable));
    }
    return withDurations(expression);
}

/// Rules with @p roles of one panel a target.
QByteArray small(const QByteArray &roles, const QByteArray &expressions,
                 const QByteArray &more = {})
{
    QByteArray panels;
    for (const QByteArray &expression : expressions.split(';')) {
        panels += (panels.isEmpty() ? "" : ",") + QByteArray(R"({"width": 12, "targets": [)") +
                  R"({"expression": ")" + QByteArray(expression).replace('"', "\\\"") + R"("}]})";
    }
    return R"({"format": "foretop.preset/1", "name": "n", "title": "T", "roles": [)" + roles +
           R"(], "rows": [{"panels": [)" + panels + "]}]" + more + "}";
}

QStringList expressionsOf(const std::optional<Dashboard> &dashboard)
{
    QStringList result;
    if (dashboard) {
        for (const PanelSpec &panel : dashboard->panels) {
            for (const PanelTarget &target : panel.targets) {
                result.push_back(target.expression);
            }
        }
    }
    return result;
}

} // namespace

void PresetRulesTest::areValid_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : QDir(kRules).entryList(QDir::Files)) {
        QTest::newRow(qPrintable(file)) << file;
    }
}

void PresetRulesTest::areValid()
{
    QFETCH(const QString, file);
    const PresetRules read = rules(file);
    QCOMPARE(read.name() + QStringLiteral(".json"), file);
    QVERIFY(!read.texts().isEmpty());
}

void PresetRulesTest::parseInEveryWay_data()
{
    areValid_data();
}

/// Every expression, with every way to fill the roles in it.
void PresetRulesTest::parseInEveryWay()
{
    QFETCH(const QString, file);
    const auto data = readPresetData(contents(kRules + file), file);
    QVERIFY(data);
    std::map<std::string, std::vector<const RoleMetric *>> ways;
    const auto add = [&ways](const std::vector<RoleMetric> &roles) {
        for (const RoleMetric &role : roles) {
            ways[role.role].push_back(&role);
        }
    };
    add(data->roles);
    for (const PresetLibrary &library : data->libraries) {
        add(library.roles);
    }
    std::size_t most = 1;
    for (const auto &way : ways) {
        most = std::max(most, way.second.size());
    }
    for (std::size_t way = 0; way < most; ++way) {
        std::function<std::optional<QString>(const RoleMention &)> fill =
            [&](const RoleMention &mention) -> std::optional<QString> {
            const auto &choices = ways.at(mention.role.toStdString());
            const RoleMetric &role = *choices.at(std::min(way, choices.size() - 1));
            if (!mention.label.isEmpty()) {
                const auto own = role.labels.find(mention.label.toStdString());
                const auto common = data->labels.find(mention.label.toStdString());
                const bool isCommon = own == role.labels.end();
                return isCommon && common == data->labels.end()
                           ? std::optional(mention.label)
                           : QString::fromStdString((isCommon ? common : own)->second.front());
            }
            QString where = QString::fromStdString(role.where);
            where.remove(u'<').remove(u'>');
            const QString own = *withMentionsFilled(mention.matchers, fill);
            const QString name =
                QString::fromStdString(role.metric.empty() ? role.role : role.metric);
            return QStringLiteral("%1%2{%3%4%5}")
                .arg(name, mention.suffix, where,
                     where.isEmpty() || own.isEmpty() ? QString() : QStringLiteral(", "), own);
        };
        for (const PresetRow &row : data->rows) {
            for (const PresetPanel &panel : row.panels) {
                for (const auto &choices : panel.targets) {
                    for (const PresetTarget &target : choices) {
                        const QString text =
                            withDurations(*withMentionsFilled(target.expression, fill));
                        const auto parsed = metrics::parseExpression(text.toStdString());
                        QVERIFY2(parsed, qPrintable(text + QStringLiteral(": ") +
                                                    QString::fromStdString(
                                                        parsed ? "" : parsed.error().text())));
                    }
                }
            }
        }
    }
}

void PresetRulesTest::showThemselves_data()
{
    QTest::addColumn<QStringList>("presets");
    const auto row = [](const char *page, const QStringList &presets) {
        QTest::newRow(page) << presets;
    };
    const QString api = QStringLiteral("api");
    const QString jobs = QStringLiteral("jobs");
    const QString database = QStringLiteral("database");
    row("flask", {api});
    row("fastapi", {api});
    row("django", {api, database});
    row("spring", {api, database, jobs});
    row("go", {api, database});
    row("express", {api});
    row("grpc", {api});
    row("traefik", {api});
    row("celery", {jobs});
    row("rq", {jobs});
    row("sidekiq", {jobs});
    row("scraper", {jobs});
    row("postgres", {database});
    row("mysql", {database});
    row("redis", {database});
    row("sqlalchemy", {database});
    row("node", {QStringLiteral("host"), QStringLiteral("overview")});
    row("prometheus", {QStringLiteral("prometheus")});
    row("alertmanager", {QStringLiteral("prometheus")});
    row("foretopd", {QStringLiteral("agent"), QStringLiteral("host"), QStringLiteral("overview")});
}

void PresetRulesTest::showThemselves()
{
    QFETCH(const QStringList, presets);
    metrics::SeriesStore store;
    const QByteArray page =
        contents(kPages + QString::fromUtf8(QTest::currentDataTag()) + QStringLiteral(".txt"));
    QVERIFY(!page.isEmpty());
    scrape(store, "a", page);
    QStringList shown;
    for (const PresetRules &each : allRules()) {
        if (each.match(store)) {
            shown.push_back(each.name());
        }
    }
    QCOMPARE(shown, presets);
}

void PresetRulesTest::giveValues_data()
{
    showThemselves_data();
}

/// Every panel of every preset that shows itself for a page has something to show.
void PresetRulesTest::giveValues()
{
    metrics::SeriesStore store;
    scrape(store, "a",
           contents(kPages + QString::fromUtf8(QTest::currentDataTag()) + QStringLiteral(".txt")));
    const auto end = wallTimeFromMs(kStart + (kScrapes - 1) * kInterval);
    const metrics::EvaluationRange range{end - std::chrono::minutes(2), end,
                                         std::chrono::seconds(15)};
    for (const PresetRules &each : allRules()) {
        const auto dashboard = each.match(store);
        if (!dashboard) {
            continue;
        }
        for (const PanelSpec &panel : dashboard->panels) {
            std::size_t values = 0;
            bool isSelective = panel.kind == PanelKind::Table;
            for (const PanelTarget &target : panel.targets) {
                const QString text = withVariables(target.expression, *dashboard);
                isSelective = isSelective || text.contains(QStringLiteral("> 0")) ||
                              text.contains(QStringLiteral(">= 0"));
                const auto parsed = metrics::parseExpression(text.toStdString());
                QVERIFY2(parsed, qPrintable(text));
                const auto result = metrics::evaluate(*parsed, store, range);
                QVERIFY2(result,
                         result ? "" : (text.toStdString() + ": " + result.error().text()).c_str());
                for (const auto &series : *result) {
                    values += std::size_t(std::count_if(
                        series.samples.begin(), series.samples.end(),
                        [](const metrics::Sample &sample) { return std::isfinite(sample.value); }));
                }
            }
            const QString place =
                each.name() + u'/' + panel.title + u' ' + panel.targets.first().expression;
            QVERIFY2(values > 0 || isSelective, qPrintable(place));
            QVERIFY(shownUnit(panel) != Unit::Auto);
        }
    }
}

void PresetRulesTest::fillRoles_data()
{
    QTest::addColumn<QByteArray>("roles");
    QTest::addColumn<QByteArray>("expressions");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("filled");
    const auto row = [](const char *name, const QByteArray &roles, const QByteArray &expressions,
                        const QByteArray &names, const QByteArray &filled) {
        QTest::newRow(name) << roles << expressions << names << filled;
    };
    row("a name", R"({"role": "r", "metric": "a"})", "rate(<r>[1m])", "a{}", "rate(a[1m])");
    row("the first that is there",
        R"({"role": "r", "metric": "a"}, {"role": "r", "metric": "b"}, {"role": "r", "metric": "c"})",
        "<r>", "b{} c{}", "b");
    row("no role, no panel", R"({"role": "r", "metric": "a"}, {"role": "s", "metric": "b"})",
        "<r>;<s>;<r> / <s>", "b{}", "b");
    row("labels", R"({"role": "r", "metric": "a", "labels": {"code": "status|code", "m": "m"}})",
        "sum by (<r.code>) (<r>);sum by (<r.m>) (<r>)", "a{code}", "sum by (code) (a)");
    row("required labels",
        R"({"role": "r", "metric": "a", "labels": {"code": "code"}, "required": ["code"]},
           {"role": "r", "metric": "b"})",
        "<r>", "a{} b{}", "b");
    row("suffixes", R"({"role": "r", "metric": "a", "suffix": "_count"})",
        "<r>_sum / <r>_count;<r>_bucket", "a_count{} a_sum{}", "a_sum / a_count");
    row("conditions",
        R"({"role": "r", "metric": "a", "labels": {"code": "status"}, "where": "<code>=~\"5.*\""})",
        "<r>;<r>{x=\"1\"}", "a{status}", "a{status=~\"5.*\"};a{status=~\"5.*\", x=\"1\"}");
    row("matchers with labels", R"({"role": "r", "metric": "a", "labels": {"code": "status"}})",
        "<r>{<r.code>=\"2\"}", "a{status}", "a{status=\"2\"}");
    row("a pattern", R"({"role": "r", "pattern": "([a-z]+_)*requests_total"})", "<r>",
        "requests{} http_requests_total{} requests_total_x{}", "http_requests_total");
    row("most labels of a pattern",
        R"({"role": "r", "pattern": "[a-z]+_total", "labels": {"code": "code"}})", "<r>",
        "a_total{} bb_total{code} ccc_total{}", "bb_total");
    row("the shortest of a pattern", R"({"role": "r", "pattern": "[a-z]+_total"})", "<r>",
        "bb_total{} c_total{} d_total{}", "c_total");
    row("several roles", R"({"role": "r|s", "metric": "a"})", "<r> / <s>", "a{}", "a / a");
    row("comparisons are none", R"({"role": "r", "metric": "a"})", "<r> < 3 > 1", "a{}",
        "a < 3 > 1");
}

void PresetRulesTest::fillRoles()
{
    QFETCH(const QByteArray, roles);
    QFETCH(const QByteArray, expressions);
    QFETCH(const QByteArray, names);
    QFETCH(const QByteArray, filled);
    const auto read = PresetRules::read(small(roles, expressions), QStringLiteral("x"));
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    const auto dashboard = read->match(Names(names));
    QCOMPARE(expressionsOf(dashboard).join(u';').toUtf8(), filled);
}

void PresetRulesTest::showLibrariesUnderEachOther()
{
    const auto read = PresetRules::read(R"({
        "format": "foretop.preset/1", "name": "n", "title": "T", "library_when": ["r"],
        "roles": [{"role": "c", "metric": "common"}],
        "libraries": [
            {"title": "A", "roles": [{"role": "r", "metric": "a_total"}, {"role": "s", "metric": "s"}]},
            {"title": "None", "roles": [{"role": "s", "metric": "s"}]},
            {"title": "B", "roles": [{"role": "r", "pattern": "[a-z]_total"}]}],
        "rows": [{"height": 5, "panels": [
            {"title": "Requests", "targets": [{"expression": "<r>"}]},
            {"title": "Common", "targets": [{"expression": "<c>"}]}]}]})",
                                        QStringLiteral("x"));
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    const auto titles = [&read](const QByteArray &names) {
        QStringList result;
        if (const auto dashboard = read->match(Names(names))) {
            for (const PanelSpec &panel : dashboard->panels) {
                result.push_back(QStringLiteral("%1 %2,%3")
                                     .arg(panel.title)
                                     .arg(panel.place.x())
                                     .arg(panel.place.y()));
            }
        }
        return result.join(u'/');
    };
    QCOMPARE(titles("a_total{} common{}"), QStringLiteral("Requests 0,0/Common 12,0"));
    QCOMPARE(titles("b_total{} common{}"), QStringLiteral("Requests 0,0/Common 12,0"));
    QCOMPARE(titles("a_total{} b_total{} s{} common{}"),
             QString::fromUtf8("Requests – A 0,0/Common 12,0/Requests – B 0,5"));
    QCOMPARE(titles("common{} s{}"), QStringLiteral("Common 0,0"));
    QCOMPARE(titles("other{}"), QString());
}

void PresetRulesTest::offerVariables()
{
    const QByteArray json =
        small(R"({"role": "r", "metric": "a"}, {"role": "s", "metric": "b"})", "<r>{x=\"1\"};<s>",
              R"(, "variables": [{"name": "host", "title": "Host", "label": "instance|source",
                                  "of": "t|r", "one": true}])");
    QVERIFY(!PresetRules::read(json, QStringLiteral("x")));
    const auto read = PresetRules::read(QByteArray(json).replace("t|r", "r"), QStringLiteral("x"));
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    Names names("a{source} b{}");
    const auto alone = read->match(names);
    QVERIFY(alone && alone->variables.isEmpty());
    QCOMPARE(expressionsOf(alone).first(), QStringLiteral("a{x=\"1\"}"));
    names.values = {"one", "two"};
    const auto both = read->match(names);
    QVERIFY(both);
    QCOMPARE(both->variables.size(), 1);
    QCOMPARE(both->variables.first().selector, QStringLiteral("a"));
    QCOMPARE(both->variables.first().label, QStringLiteral("source"));
    QCOMPARE(both->variables.first().chosen, QStringList{QStringLiteral("one")});
    QCOMPARE(expressionsOf(both),
             (QStringList{QStringLiteral("a{source=~\"$host\", x=\"1\"}"), QStringLiteral("b")}));
}

void PresetRulesTest::shareRows()
{
    const auto read = PresetRules::read(
        QByteArray(small(R"({"role": "r", "metric": "a"}, {"role": "s", "metric": "b"})",
                         "<r>;<s>;<r>;<r>"))
            .replace(R"("width": 12)", R"("width": 5)"),
        QStringLiteral("x"));
    QVERIFY(read);
    const auto places = [&read](const QByteArray &names) {
        QStringList result;
        const auto dashboard = read->match(Names(names));
        for (const PanelSpec &panel : dashboard->panels) {
            result.push_back(QStringLiteral("%1+%2").arg(panel.place.x()).arg(panel.place.width()));
        }
        return result.join(u' ');
    };
    QCOMPARE(places("a{} b{}"), QStringLiteral("0+6 6+6 12+6 18+6"));
    QCOMPARE(places("a{}"), QStringLiteral("0+8 8+8 16+8"));
    QCOMPARE(places("b{}"), QStringLiteral("0+10"));
}

void PresetRulesTest::translate()
{
    const PresetRules host = rules(QStringLiteral("host.json"));
    const QStringList texts = host.texts();
    QVERIFY(texts.contains(QStringLiteral("Load against cores")));
    QVERIFY(texts.contains(QStringLiteral("{{<received.device>}} in")));
    QVERIFY(!texts.contains(QStringLiteral("{{<disk_busy.device>}}")));
    QCOMPARE(QSet<QString>(texts.cbegin(), texts.cend()).size(), texts.size());
    const PresetRules upper =
        host.translated([](const QString &text) { return QStringLiteral("x ") + text; });
    metrics::SeriesStore store;
    scrape(store, "a", contents(kPages + QStringLiteral("node.txt")));
    const auto dashboard = upper.match(store);
    QVERIFY(dashboard);
    QCOMPARE(dashboard->title, QStringLiteral("x Host"));
    QCOMPARE(dashboard->panels.first().title, QStringLiteral("x CPU"));
    const auto network =
        std::find_if(dashboard->panels.cbegin(), dashboard->panels.cend(),
                     [](const PanelSpec &panel) { return panel.title == u"x Network throughput"; });
    QVERIFY(network != dashboard->panels.cend());
    QCOMPARE(network->targets.first().legend, QStringLiteral("x {{device}} in"));
}

void PresetRulesTest::rejects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const QByteArray &json, const char *error) {
        QTest::newRow(error) << json << QByteArray("x.json: ") + error;
    };
    const QByteArray role = R"({"role": "r", "metric": "a"})";
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("x.json:1:");
    row("{}", "format: is missing");
    row(small(role, "<s>"), "rows[0].panels[0].targets[0].expression: <s> is no role");
    row(small(role, "<r.x>"),
        "rows[0].panels[0].targets[0].expression: <r.x> is no label of the role");
    row(small(role, "<r>{<r.y>=\"\"}"),
        "rows[0].panels[0].targets[0].expression: <r.y> is no label of the role");
    row(small(R"({"role": "r"})", "<r>"),
        "roles[0].metric: must be given, or \"pattern\", not both");
    row(small(R"({"role": "r", "metric": "a", "pattern": "a"})", "<r>"),
        "roles[0].metric: must be given, or \"pattern\", not both");
    row(small(R"({"role": "r", "pattern": "("})", "<r>"), "roles[0].pattern: ");
    row(small(R"({"role": "r", "metric": "a", "suffix": ".*"})", "<r>"),
        "roles[0].suffix: must be letters, digits and underscores");
    row(small(role, "<r>", R"(, "shown_when": ["r|s"])"), "shown_when: \"s\" is no role");
    row(small(R"({"role": "r", "metric": "a", "colour": 1})", "<r>"),
        "roles[0].colour: is not known here");
    row(small(R"({"role": "r", "metric": "a", "labels": {"a": 1}})", "<r>"),
        "roles[0].labels.a: must be a string, not a number");
}

void PresetRulesTest::rejects()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, error);
    const auto read = PresetRules::read(json, QStringLiteral("x.json"));
    QVERIFY(!read);
    const auto text = QByteArray::fromStdString(read.error().text());
    QVERIFY2(text.startsWith(error), text.constData());
}

void PresetRulesTest::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    metrics::SeriesStore store;
    scrape(store, "a", contents(kPages + QStringLiteral("flask.txt")));
    QVERIFY(!rules(QStringLiteral("api.json")).match(store, stop.get_token()));
}

void PresetRulesTest::areAsDocumented()
{
    const QString text =
        QString::fromUtf8(contents(QStringLiteral(FORETOP_SOURCE_DIR "/docs/dashboards.md")));
    static const QRegularExpression block(QStringLiteral("```json\n(.*?)```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    QStringList names;
    for (auto it = block.globalMatch(text); it.hasNext();) {
        const QByteArray json = it.next().captured(1).toUtf8();
        if (json.contains("foretop.dashboard/1")) {
            const auto dashboard = readDashboard(json, QStringLiteral("docs"));
            QVERIFY2(dashboard, dashboard ? "" : dashboard.error().text().c_str());
            names.push_back(dashboard->name);
        } else {
            const auto read = PresetRules::read(json, QStringLiteral("docs"));
            QVERIFY2(read, read ? "" : read.error().text().c_str());
            names.push_back(read->name());
        }
    }
    QCOMPARE(names, (QStringList{QStringLiteral("shop"), QStringLiteral("api")}));
}

QTEST_GUILESS_MAIN(PresetRulesTest)
#include "tst_presetrules.moc"
