// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preset.h"

#include "models/strictobject.h"

#include <QCoreApplication>
#include <QFile>

#include <array>

namespace foretop::app {

namespace {

using models::ChartSpec;
using models::StrictObject;

constexpr int kMaxShownSeries = 12;

ChartSpec::Query readQuery(StrictObject &object)
{
    ChartSpec::Query query;
    query.metric = object.text("metric", true);
    query.matching = object.textMap("matching");
    query.function = object.word("function", {"value", "rate"}, false) == 1
                         ? ChartSpec::Function::Rate
                         : ChartSpec::Function::Value;
    query.labelFormat = object.text("label", false);
    query.sum = object.flag("sum");
    query.sumBy = object.texts("sum_by");
    query.sum = query.sum || !query.sumBy.isEmpty();
    query.scale = object.number("scale", 1);
    query.ratioOf = object.text("ratio_of", false);
    query.complement = object.flag("complement");
    return query;
}

PanelPreset readPanel(StrictObject &object)
{
    static constexpr std::array kUnits = {
        ChartSpec::Unit::Number, ChartSpec::Unit::Bytes,     ChartSpec::Unit::BytesPerSecond,
        ChartSpec::Unit::Ratio,  ChartSpec::Unit::PerSecond, ChartSpec::Unit::Seconds};
    PanelPreset panel;
    panel.spec.key = object.text("key", true);
    panel.title = object.text("title", true);
    panel.spec.unit = kUnits.at(object.word(
        "unit", {"number", "bytes", "bytes_per_second", "ratio", "per_second", "seconds"}, true));
    panel.spec.stacked = object.flag("stacked");
    panel.spec.maxSeries = object.count("max_series", kMaxShownSeries, 1, kMaxShownSeries);
    object.objects("queries", kMaxPanelQueries, [&panel](StrictObject &query) {
        panel.spec.queries.push_back(readQuery(query));
    });
    return panel;
}

QString translated(const QString &text)
{
    return QCoreApplication::translate("Preset", text.toUtf8().constData());
}

void translate(DashboardPreset &preset)
{
    preset.title = translated(preset.title);
    for (PanelPreset &panel : preset.panels) {
        panel.title = translated(panel.title);
        for (ChartSpec::Query &query : panel.spec.queries) {
            query.labelFormat = translated(query.labelFormat);
        }
    }
}

} // namespace

Result<DashboardPreset> readPreset(const QByteArray &json, const QString &source)
{
    DashboardPreset preset;
    const std::string_view bytes(json.constData(), static_cast<std::size_t>(json.size()));
    const auto read =
        models::readStrictly(bytes, source.toStdString(), [&preset](StrictObject &object) {
            preset.name = object.text("name", true);
            preset.title = object.text("title", true);
            object.objects("panels", kMaxPresetPanels, [&preset](StrictObject &panel) {
                preset.panels.push_back(readPanel(panel));
            });
        });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return preset;
}

Result<DashboardPreset> builtInPreset(const QString &name)
{
    QFile file(QStringLiteral(":/presets/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, "no such preset", file.fileName().toStdString());
    }
    auto preset = readPreset(file.readAll(), file.fileName());
    if (preset) {
        translate(*preset);
    }
    return preset;
}

Result<QVector<DashboardPreset>> builtInDashboards()
{
    QVector<DashboardPreset> presets;
    for (const auto &name : {QStringLiteral("host"), QStringLiteral("agent")}) {
        auto preset = builtInPreset(name);
        if (!preset) {
            return tl::unexpected(preset.error());
        }
        presets.push_back(std::move(*preset));
    }
    return presets;
}

} // namespace foretop::app
