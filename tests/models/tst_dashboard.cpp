// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expression.h"
#include "models/dashboard.h"
#include "models/substitution.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace foretop;
using namespace foretop::models;

class DashboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void takesWhatIsUsual();
    void writesWhatItReads();
    void writesForPeople();
    void rejects_data();
    void rejects();
    void boundsFiles();
    void putsVariables_data();
    void putsVariables();
    void compacts_data();
    void compacts();
};

namespace {

Result<Dashboard> read(const QByteArray &json)
{
    return readDashboard(json, QStringLiteral("my.json"));
}

/// A dashboard that has @p members besides its format.
QByteArray with(const QByteArray &members)
{
    return R"({"format": "foretop.dashboard/1", )" + members + "}";
}

class Random
{
public:
    explicit Random(quint32 seed)
        : m_random(seed)
    {
    }

    bool flag() { return m_random.bounded(2) == 1; }
    int upTo(int most) { return m_random.bounded(most + 1); }
    double number() { return (m_random.generateDouble() - 0.5) * std::pow(10, upTo(30) - 15); }
    QString text()
    {
        static const QString kCharacters = QStringLiteral("aZ_09 \"\\/{}[]$~\n\t\x01äß漢\x7f");
        QString result;
        for (int i = upTo(12); i > 0; --i) {
            result += kCharacters.at(upTo(int(kCharacters.size()) - 1));
        }
        return flag() ? result + QString::fromUtf8("\U0001F680") : result;
    }
    QStringList texts()
    {
        QStringList result;
        for (int i = upTo(3); i > 0; --i) {
            result += text();
        }
        return result;
    }
    PanelSpec panel();
    DashboardVariable variable(int index);
    Dashboard dashboard();

private:
    QRandomGenerator m_random;
};

PanelSpec Random::panel()
{
    PanelSpec spec;
    spec.title = text();
    spec.description = text();
    spec.kind = PanelKind(upTo(int(PanelKind::TopN)));
    spec.style = LineStyle(upTo(int(LineStyle::Stacked)));
    spec.legend = LegendKind(upTo(int(LegendKind::Table)));
    spec.reduction = Reduction(upTo(int(Reduction::Sum)));
    spec.unit = Unit(upTo(int(Unit::Moment)));
    spec.decimals = flag() ? std::optional(upTo(10)) : std::nullopt;
    spec.least = flag() ? std::optional(number()) : std::nullopt;
    spec.greatest = flag() ? std::optional(spec.least.value_or(0) + 1e16) : std::nullopt;
    for (int i = upTo(3); i > 0; --i) {
        spec.targets.push_back({text(), text(), flag()});
    }
    double from = flag() ? -std::numeric_limits<double>::infinity() : number();
    for (int i = upTo(3); i > 0; --i) {
        spec.thresholds.push_back({from, Threshold::Level(upTo(2))});
        from = std::isfinite(from) ? from + 1e15 : number();
    }
    spec.limit = 1 + upTo(PanelSpec::kMostSeries - 1);
    spec.source = text();
    const int x = upTo(PanelSpec::kGridColumns - 1);
    spec.place = QRect(x, upTo(Dashboard::kGreatestRow), 1 + upTo(PanelSpec::kGridColumns - x - 1),
                       1 + upTo(99));
    return spec;
}

DashboardVariable Random::variable(int index)
{
    DashboardVariable variable;
    variable.name = QStringLiteral("v%1").arg(index);
    variable.title = text();
    variable.label = text();
    variable.selector = variable.label.isEmpty() ? QString() : text();
    variable.choices = texts();
    variable.chosen = texts();
    variable.allowsSeveral = variable.chosen.size() > 1 || flag();
    return variable;
}

Dashboard Random::dashboard()
{
    Dashboard result;
    result.name = text();
    result.title = text();
    result.description = text();
    for (int i = upTo(3); i > 0; --i) {
        result.variables.push_back(variable(i));
    }
    for (int i = upTo(4); i > 0; --i) {
        result.panels.push_back(panel());
    }
    return result;
}

QByteArray whole()
{
    QFile file(QStringLiteral(FORETOP_TEST_DATA "/dashboards/whole.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void DashboardTest::reads()
{
    const auto dashboard = read(whole());
    QVERIFY2(dashboard, dashboard ? "" : dashboard.error().text().c_str());
    QCOMPARE(dashboard->name, QStringLiteral("shop"));
    QCOMPARE(dashboard->variables.size(), 1);
    const DashboardVariable &variable = dashboard->variables.first();
    QCOMPARE(variable.title, QStringLiteral("Server"));
    QCOMPARE(variable.chosen, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(variable.allowsSeveral);
    QCOMPARE(dashboard->panels.size(), 1);
    const PanelSpec &panel = dashboard->panels.first();
    QCOMPARE(panel.kind, PanelKind::Gauge);
    QCOMPARE(panel.style, LineStyle::Stacked);
    QCOMPARE(panel.legend, LegendKind::Table);
    QCOMPARE(panel.reduction, Reduction::Mean);
    QCOMPARE(panel.unit, Unit::Seconds);
    QCOMPARE(panel.decimals, std::optional(2));
    QCOMPARE(panel.greatest, std::optional(1.5));
    QCOMPARE(panel.thresholds.size(), 3);
    QCOMPARE(panel.thresholds.at(0).from, -std::numeric_limits<double>::infinity());
    QCOMPARE(panel.thresholds.at(2).level, Threshold::Level::Critical);
    QCOMPARE(panel.targets.at(0).legend, QStringLiteral("{{code}}"));
    QVERIFY(panel.targets.at(1).isHidden);
    QCOMPARE(panel.place, QRect(12, 3, 6, 4));
}

void DashboardTest::takesWhatIsUsual()
{
    const auto dashboard = read(with(R"("panels": [{"targets": [{"expression": "a"}]}])"));
    QVERIFY(dashboard);
    PanelSpec usual;
    usual.targets = {{QStringLiteral("a"), {}, false}};
    QCOMPARE(dashboard->panels, QVector<PanelSpec>{usual});
    const auto narrow = read(with(R"("panels": [{"place": {"x": 20}}])"));
    QVERIFY(narrow);
    QCOMPARE(narrow->panels.first().place, QRect(20, 0, 4, 8));
}

void DashboardTest::writesWhatItReads()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        const Dashboard dashboard = Random(seed).dashboard();
        const QByteArray json = writeDashboard(dashboard);
        const auto again = read(json);
        QVERIFY2(again, again ? "" : (again.error().text() + "\n" + json.toStdString()).c_str());
        QVERIFY2(*again == dashboard, json.constData());
        QCOMPARE(writeDashboard(*again), json);
    }
}

void DashboardTest::writesForPeople()
{
    QCOMPARE(QString::fromUtf8(writeDashboard(*read(whole()))), QString::fromUtf8(whole()));
    QCOMPARE(writeDashboard({}), QByteArray("{\n  \"format\": \"foretop.dashboard/1\"\n}\n"));
}

void DashboardTest::rejects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const QByteArray &json, const char *error) {
        QTest::newRow(error) << json << QByteArray("my.json: ") + error;
    };
    QTest::newRow("no JSON") << QByteArray("{\"format\": \"foretop.dashboard/1\",\n  \"title\": x}")
                             << QByteArray("my.json:2:12: ");
    QTest::newRow("empty") << QByteArray() << QByteArray("my.json");
    QTest::newRow("array") << QByteArray("[]") << QByteArray("my.json");
    row("{}", "format: is missing");
    row(R"({"format": "foretop.dashboard/2"})", "format: must be \"foretop.dashboard/1\"");
    row(with(R"("colour": 1)"), "colour: is not known here");
    row(with(R"("title": "a", "title": "b")"), "title: stands there twice");
    row(with(R"("title": 7)"), "title: must be a string, not a number");
    row(with(R"("panels": {})"), "panels: must be an array, not an object");
    row(with(R"("panels": [1])"), "panels[0]: must be an object, not a number");
    row(with(R"("panels": [{}, {"targets": [{"expression": 4}]}])"),
        "panels[1].targets[0].expression: must be a string, not a number");
    row(with(R"("panels": [{"targets": [{}]}])"), "panels[0].targets[0].expression: is missing");
    row(with(R"("panels": [{"kind": "pie"}])"), "panels[0].kind: must be one of time_series, bars, "
                                                "stat, gauge, heat_map, table, top_n, not \"pie\"");
    row(with(R"("panels": [{"unit": "ell"}])"), "panels[0].unit: is no unit: \"ell\"");
    row(with(R"("panels": [{"decimals": 1.5}])"),
        "panels[0].decimals: must be a whole number from 0 to 10");
    row(with(R"("panels": [{"limit": 101}])"),
        "panels[0].limit: must be a whole number from 1 to 100");
    row(with(R"("panels": [{"min": 1, "max": 1}])"), "panels[0].max: must be above min");
    row(with(R"("panels": [{"min": "0"}])"), "panels[0].min: must be a number, not a string");
    row(with(R"("panels": [{"thresholds": [{"from": 1, "level": "warning"},
                                           {"from": 1, "level": "critical"}]}])"),
        "panels[0].thresholds[1].from: must be above the threshold before it");
    row(with(R"("panels": [{"thresholds": [{"from": 1}]}])"),
        "panels[0].thresholds[0].level: is missing");
    row(with(R"("panels": [{"place": {"x": 24}}])"),
        "panels[0].place.x: must be a whole number from 0 to 23");
    row(with(R"("panels": [{"place": {"x": 20, "width": 5}}])"),
        "panels[0].place.width: must be a whole number from 1 to 4");
    row(with(R"("panels": [{"place": {"y": 10001}}])"),
        "panels[0].place.y: must be a whole number from 0 to 10000");
    row(with(R"("panels": [{"place": {"z": 1}}])"), "panels[0].place.z: is not known here");
    row(with(R"("variables": [{"name": "0a"}])"),
        "variables[0].name: must be letters, digits and underscores, not begin with a digit or "
        "\"__\"");
    row(with(R"("variables": [{"name": "__a"}])"), "variables[0].name: must be letters");
    row(with(R"("variables": [{"name": "a"}, {"name": "a"}])"),
        "variables[1].name: is the name of two variables");
    row(with(R"("variables": [{"name": "a", "chosen": ["x", "y"]}])"),
        "variables[0].chosen: holds several, which \"several\" must allow");
    row(with(R"("variables": [{"name": "a", "choices": ["x", 1]}])"),
        "variables[0].choices[1]: must be a string, not a number");
    row(with(R"("variables": [{"name": "a", "selector": "up"}])"),
        "variables[0].label: is missing: of which label of the selector?");
    row(with(R"("title": ")" + QByteArray(501, 'a') + '"'),
        "title: must have at most 500 characters");
    row(with(R"("panels": [)" + QByteArray("{},").repeated(200) + "{}]"),
        "panels: must hold 0 to 200 objects");
    row(with(R"("variables": [)" + QByteArray("{},").repeated(20) + "{}]"),
        "variables: must hold 0 to 20 objects");
    row(with(R"("panels": [{"targets": [)" + QByteArray("{},").repeated(20) + "{}]}]"),
        "panels[0].targets: must hold 0 to 20 objects");
}

void DashboardTest::rejects()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, error);
    const auto dashboard = read(json);
    QVERIFY(!dashboard);
    const auto text = QByteArray::fromStdString(dashboard.error().text());
    QVERIFY2(text.startsWith(error), text.constData());
}

void DashboardTest::boundsFiles()
{
    const auto dashboard = read(QByteArray(Dashboard::kMaxFileBytes + 1, ' '));
    QVERIFY(!dashboard);
    QCOMPARE(dashboard.error().code, ErrorCode::TooLarge);
    QVERIFY(!read(QByteArray(100'000, '[')));
}

void DashboardTest::putsVariables_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QStringList>("chosen");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *label, const QStringList &chosen, const char *text) {
        QTest::newRow(text) << QString::fromUtf8(label) << chosen << QString::fromUtf8(text);
    };
    row("a", {}, ".*");
    row("a", {QStringLiteral("web")}, "web");
    row("a", {QStringLiteral("web-1.example")}, R"(web-1\.example)");
    row("a", {QStringLiteral("0.5")}, R"(0\.5)");
    row("", {QStringLiteral("0.95")}, "0.95");
    row("", {QStringLiteral("5m")}, "5m");
    row("a", {QStringLiteral(R"(C:\x "y")")}, R"(C:\\x "y")");
    row("a", {QStringLiteral("a|b"), QStringLiteral("c")}, R"((a\|b|c))");
    row("a", {QString(), QStringLiteral("c")}, "(|c)");
    QTest::newRow("nothing") << QStringLiteral("a") << QStringList{QString()} << QString();
}

void DashboardTest::putsVariables()
{
    QFETCH(const QString, label);
    QFETCH(const QStringList, chosen);
    QFETCH(const QString, text);
    DashboardVariable variable;
    variable.label = label;
    variable.chosen = chosen;
    QCOMPARE(variableText(variable), text);
    const ExpressionValues values{.step = Milliseconds(1),
                                  .rateWindow = Milliseconds(1),
                                  .range = Milliseconds(1),
                                  .variables = {{QStringLiteral("v"), variableText(variable)}}};
    const auto expression = Substitution::make(QStringLiteral("up{a=~\"$v\"}"), values);
    QVERIFY2(expression, expression ? "" : expression.error().text().c_str());
    const auto parsed = metrics::parseExpression(expression->text());
    QVERIFY2(parsed, parsed ? "" : parsed.error().text().c_str());
    const auto &selector = std::get<metrics::VectorSelector>(parsed->root().form);
    for (const QString &each : chosen) {
        QVERIFY(selector.matchers.front().matches(each.toStdString()));
        QVERIFY(!selector.matchers.front().matches(each.toStdString() + "x"));
    }
}

void DashboardTest::compacts_data()
{
    // A letter is a panel, a column of the picture four columns of the grid.
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QString::fromUtf8(before).split(u'/')
                            << QString::fromUtf8(after).split(u'/');
    };
    row("as it is", "aaabbb/aaaccc", "aaabbb/aaaccc");
    row("up", "....../aa..../....bb", "aa..bb");
    row("up to what is above", "aaa.../....../bbbb../......", "aaa.../bbbb..");
    row("no jump", "aaa.../aaa.../bbbbbb/..cc..", "aaa.../aaa.../bbbbbb/..cc..");
    row("beside", "aaa.../aaa.../...bbb/ccc...", "aaabbb/aaa.../ccc...");
}

namespace {

QVector<PanelSpec> panelsOf(const QStringList &picture)
{
    QMap<QChar, QRect> places;
    for (int y = 0; y < picture.size(); ++y) {
        for (int x = 0; x < picture.at(y).size(); ++x) {
            if (picture.at(y).at(x) != u'.') {
                places[picture.at(y).at(x)] |= QRect(x * 4, y, 4, 1);
            }
        }
    }
    QVector<PanelSpec> panels;
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        PanelSpec panel;
        panel.title = it.key();
        panel.place = *it;
        panels.push_back(panel);
    }
    return panels;
}

} // namespace

void DashboardTest::compacts()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QVector<PanelSpec> panels = panelsOf(before);
    compactPanels(panels);
    QCOMPARE(panels, panelsOf(after));

    QVector<PanelSpec> twice = panels + panels;
    twice.push_back({});
    twice.last().place = QRect(22, -5, 40, 0);
    compactPanels(twice);
    QCOMPARE(twice.last().place, QRect(0, 0, 24, 1));
    for (qsizetype i = 0; i < twice.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k) {
            QVERIFY(!twice.at(i).place.intersects(twice.at(k).place));
        }
    }
}

QTEST_GUILESS_MAIN(DashboardTest)
#include "tst_dashboard.moc"
