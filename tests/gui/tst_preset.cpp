// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familychart.h"
#include "app/preset.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace foretop;
using namespace foretop::app;
using models::ChartSpec;

class PresetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void rejects_data();
    void rejects();
    void builtInAreValid_data();
    void builtInAreValid();
    void textsAreTranslated();
    void chartsFamilies_data();
    void chartsFamilies();
};

void PresetTest::reads()
{
    const auto preset = readPreset(R"({"name":"host","title":"Host","panels":[
        {"key":"cpu","title":"CPU","unit":"ratio","stacked":true,"max_series":3,"queries":[
            {"metric":"cpu_seconds_total","matching":{"mode":"user","cpu":"0"},"function":"rate",
             "label":"{mode}","sum_by":["mode"],"scale":-1,"ratio_of":"all","complement":true}]},
        {"key":"load","title":"Load","unit":"number","queries":[{"metric":"load1"}]}]})",
                                   QStringLiteral("host.json"));
    QVERIFY(preset);
    QCOMPARE(preset->name, QStringLiteral("host"));
    QCOMPARE(preset->panels.size(), 2);
    const ChartSpec &cpu = preset->panels[0].spec;
    QCOMPARE(cpu.key, QStringLiteral("cpu"));
    QCOMPARE(cpu.unit, ChartSpec::Unit::Ratio);
    QVERIFY(cpu.stacked);
    QCOMPARE(cpu.maxSeries, 3);
    const ChartSpec::Query &query = cpu.queries[0];
    QCOMPARE(query.function, ChartSpec::Function::Rate);
    QCOMPARE(query.matching, (metrics::Labels{{"cpu", "0"}, {"mode", "user"}}));
    QVERIFY(query.sum);
    QCOMPARE(query.sumBy, QVector<QString>{QStringLiteral("mode")});
    QCOMPARE(query.scale, -1.0);
    QCOMPARE(query.ratioOf, QStringLiteral("all"));
    QVERIFY(query.complement);
    const ChartSpec &load = preset->panels[1].spec;
    QCOMPARE(load.maxSeries, 12);
    QVERIFY(!load.stacked && !load.queries[0].sum);
    QCOMPARE(load.queries[0].function, ChartSpec::Function::Value);
}

void PresetTest::rejects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto panel = [](const QByteArray &content) {
        return R"({"name":"a","title":"A","panels":[)" + content + "]}";
    };
    const auto query = [&panel](const QByteArray &content) {
        return panel(R"({"key":"k","title":"t","unit":"bytes","queries":[)" + content + "]}");
    };
    const auto row = [](const char *name, const QByteArray &json, const char *message) {
        QTest::newRow(name) << json << QString::fromUtf8(message);
    };
    row("no JSON", "{\"name\":", "x.json:1:1: not JSON");
    row("no object", "[]", "x.json:");
    row("no name", R"({"title":"A","panels":[{}]})", "x.json: name: is missing");
    row("name of another type", R"({"name":1,"title":"A","panels":[]})",
        "x.json: name: must be a string, not a number");
    row("empty name", R"({"name":"","title":"A","panels":[]})", "x.json: name: must not be empty");
    row("no panels", R"({"name":"a","title":"A","panels":[]})",
        "x.json: panels: must hold 1 to 50 objects");
    row("panels of another type", R"({"name":"a","title":"A","panels":{}})",
        "x.json: panels: must be an array, not an object");
    row("panel of another type", panel("3"), "x.json: panels[0]: must be an object, not a number");
    row("unknown member", R"({"name":"a","title":"A","panel":[],"panels":[{"key":"k"}]})",
        "x.json: panels[0].title: is missing");
    row("unknown member of a panel",
        panel(R"({"key":"k","title":"t","unit":"bytes","queries":[{"metric":"m"}],"color":"red"})"),
        "x.json: panels[0].color: is not known here");
    row("unknown unit", panel(R"({"key":"k","title":"t","unit":"MB","queries":[{"metric":"m"}]})"),
        "x.json: panels[0].unit: must be one of number, bytes, bytes_per_second, ratio, "
        "per_second, seconds, not \"MB\"");
    row("stacked of another type",
        panel(R"({"key":"k","title":"t","unit":"bytes","stacked":"yes","queries":[]})"),
        "x.json: panels[0].stacked: must be true or false, not a string");
    row("too many series",
        panel(R"({"key":"k","title":"t","unit":"bytes","max_series":13,"queries":[]})"),
        "x.json: panels[0].max_series: must be a whole number from 1 to 12");
    row("second panel",
        panel(R"({"key":"k","title":"t","unit":"bytes","queries":[{"metric":"m"}]},{"key":""})"),
        "x.json: panels[1].key: must not be empty");
    row("no metric", query("{}"), "x.json: panels[0].queries[0].metric: is missing");
    row("unknown function", query(R"({"metric":"m","function":"avg"})"),
        "x.json: panels[0].queries[0].function: must be one of value, rate, not \"avg\"");
    row("label value of another type", query(R"({"metric":"m","matching":{"cpu":0}})"),
        "x.json: panels[0].queries[0].matching.cpu: must be a string, not a number");
    row("sum_by of another type", query(R"({"metric":"m","sum_by":["a",1]})"),
        "x.json: panels[0].queries[0].sum_by[1]: must be a string, not a number");
    row("unknown member of a query", query(R"({"metric":"m","labels":"x"})"),
        "x.json: panels[0].queries[0].labels: is not known here");
}

void PresetTest::rejects()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto preset = readPreset(json, QStringLiteral("x.json"));
    QVERIFY(!preset);
    const QString text = QString::fromStdString(preset.error().text());
    QVERIFY2(text.startsWith(message), qPrintable(text));
}

void PresetTest::builtInAreValid_data()
{
    QTest::addColumn<QString>("file");
    const auto files = QDir(QStringLiteral(":/presets")).entryList(QDir::Files);
    QVERIFY(files.size() >= 3);
    for (const QString &file : files) {
        QTest::newRow(qPrintable(file)) << QStringLiteral(":/presets/") + file;
    }
}

void PresetTest::builtInAreValid()
{
    QFETCH(QString, file);
    QFile json(file);
    QVERIFY(json.open(QIODevice::ReadOnly));
    const auto preset = readPreset(json.readAll(), file);
    QVERIFY2(preset, preset ? "" : preset.error().text().c_str());
    QStringList texts{preset->title};
    for (const PanelPreset &panel : preset->panels) {
        texts << panel.title;
        for (const ChartSpec::Query &query : panel.spec.queries) {
            texts << query.labelFormat;
        }
    }
    static const QRegularExpression placeholder(QStringLiteral("\\{\\w+\\}"));
    for (const QString &text : texts) {
        const bool hasWords = !QString(text).remove(placeholder).trimmed().isEmpty();
        const auto isListed = [&text](const char *known) { return text == QLatin1String(known); };
        const auto &known = presetTexts();
        QVERIFY2(!hasWords || std::any_of(known.begin(), known.end(), isListed), qPrintable(text));
    }
}

void PresetTest::textsAreTranslated()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/foretop_de.qm")));
    for (const char *text : presetTexts()) {
        QVERIFY2(!german.translate("Preset", text).isEmpty(), text);
    }
}

void PresetTest::chartsFamilies_data()
{
    using Unit = ChartSpec::Unit;
    using Type = metrics::FamilyType;
    QTest::addColumn<QString>("name");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<bool>("isRate");
    QTest::addColumn<Unit>("unit");
    const auto row = [](const char *name, Type type, const char *metric, bool isRate, Unit unit) {
        QTest::newRow(name) << QString::fromUtf8(name) << type << QString::fromUtf8(metric)
                            << isRate << unit;
    };
    row("load1", Type::Gauge, "load1", false, Unit::Number);
    row("memory_free_bytes", Type::Gauge, "memory_free_bytes", false, Unit::Bytes);
    row("requests_total", Type::Counter, "requests_total", true, Unit::PerSecond);
    row("untyped_total", Type::Unknown, "untyped_total", true, Unit::PerSecond);
    row("sent_bytes_total", Type::Counter, "sent_bytes_total", true, Unit::BytesPerSecond);
    row("cpu_seconds_total", Type::Counter, "cpu_seconds_total", true, Unit::Ratio);
    row("boot_time_seconds", Type::Gauge, "boot_time_seconds", false, Unit::Number);
    row("lag_seconds", Type::Gauge, "lag_seconds", false, Unit::Seconds);
    row("duration_seconds", Type::Histogram, "duration_seconds_count", true, Unit::PerSecond);
    row("rpc_seconds", Type::Summary, "rpc_seconds_count", true, Unit::PerSecond);
}

void PresetTest::chartsFamilies()
{
    QFETCH(QString, name);
    QFETCH(metrics::FamilyType, type);
    QFETCH(QString, metric);
    QFETCH(bool, isRate);
    QFETCH(ChartSpec::Unit, unit);
    const ChartSpec spec = familyChart(name, type);
    QCOMPARE(spec.queries.size(), 1);
    QCOMPARE(spec.queries[0].metric, metric);
    QCOMPARE(spec.queries[0].function == ChartSpec::Function::Rate, isRate);
    QCOMPARE(spec.unit, unit);
}

QTEST_GUILESS_MAIN(PresetTest)
#include "tst_preset.moc"
