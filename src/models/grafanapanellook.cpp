// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboardmembers.h"
#include "models/grafanapanel.h"
#include "models/grafanaunits.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretop::models {

namespace {

std::optional<Reduction> reductionOf(const QString &name)
{
    static const QHash<QString, Reduction> reductions{
        {QStringLiteral("last"), Reduction::Last},
        {QStringLiteral("lastNotNull"), Reduction::Last},
        {QStringLiteral("current"), Reduction::Last},
        {QStringLiteral("min"), Reduction::Least},
        {QStringLiteral("max"), Reduction::Greatest},
        {QStringLiteral("mean"), Reduction::Mean},
        {QStringLiteral("avg"), Reduction::Mean},
        {QStringLiteral("sum"), Reduction::Sum},
        {QStringLiteral("total"), Reduction::Sum},
    };
    const auto found = reductions.constFind(name);
    return found == reductions.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

std::optional<JsonObject> GrafanaPanel::defaults() const
{
    const auto found = grafanaObject(m_object, {"fieldConfig", "defaults"});
    return found ? found : grafanaObject(m_object, {"options", "fieldOptions", "defaults"});
}

QString GrafanaPanel::defaultText(std::string_view name) const
{
    const auto all = defaults();
    return all ? grafanaText(*all, name) : QString();
}

void GrafanaPanel::readUnit()
{
    QString id = defaultText("unit");
    if (m_type == u"graph") {
        const auto axes = grafanaObjects(m_object, {"yaxes"});
        id = axes.empty() ? QString() : grafanaText(axes.front(), "format");
    } else if (m_type == u"singlestat") {
        id = grafanaText(m_object, "format");
    } else if (m_type == u"heatmap") {
        const auto axis = grafanaObject(m_object, {"options", "yAxis"});
        const auto oldAxis = objectMember(m_object, "yAxis");
        id = axis ? grafanaText(*axis, "unit") : oldAxis ? grafanaText(*oldAxis, "format") : id;
    }
    const auto unit = unitOfGrafana(id);
    if (!unit) {
        note(QStringLiteral("unit '%1' is shown as a number").arg(id.left(100)));
    }
    m_spec.unit = unit.value_or(Unit::Number);
}

void GrafanaPanel::readRange()
{
    const auto all = defaults();
    auto decimals = grafanaNumber(all.value_or(m_object), "decimals");
    if (all) {
        m_spec.least = grafanaNumber(*all, "min");
        m_spec.greatest = grafanaNumber(*all, "max");
    }
    const auto axes = grafanaObjects(m_object, {"yaxes"});
    if (m_type == u"graph" && !axes.empty()) {
        m_spec.least = grafanaNumber(axes.front(), "min");
        m_spec.greatest = grafanaNumber(axes.front(), "max");
        decimals = grafanaNumber(m_object, "decimals");
    }
    if (decimals) {
        m_spec.decimals = int(std::lround(std::clamp(*decimals, 0.0, double(kMaxDecimals))));
    }
    if (m_spec.least && m_spec.greatest && !(*m_spec.least < *m_spec.greatest)) {
        note(QStringLiteral("its greatest value is not above its least; both are left out"));
        m_spec.least.reset();
        m_spec.greatest.reset();
    }
}

void GrafanaPanel::readLegend()
{
    const auto options = grafanaObject(m_object, {"options", "legend"});
    const auto old = objectMember(m_object, "legend");
    if (m_spec.kind != PanelKind::TimeSeries) {
        m_spec.legend = LegendKind::None;
    } else if (options) {
        const QString mode = grafanaText(*options, "displayMode");
        const bool isShown = boolMember(*options, "showLegend").value_or(mode != u"hidden");
        m_spec.legend = !isShown           ? LegendKind::None
                        : mode == u"table" ? LegendKind::Table
                                           : LegendKind::Line;
    } else if (old) {
        m_spec.legend = !boolMember(*old, "show").value_or(true)           ? LegendKind::None
                        : boolMember(*old, "alignAsTable").value_or(false) ? LegendKind::Table
                                                                           : LegendKind::Line;
    }
}

void GrafanaPanel::readReduction()
{
    QString name = grafanaText(m_object, "valueName");
    for (const std::string_view holder : {"reduceOptions", "fieldOptions"}) {
        simdjson::dom::array calcs;
        const auto found = grafanaAt(m_object, {"options", holder, "calcs"});
        if (found && found->get(calcs) == simdjson::SUCCESS && calcs.size() > 0) {
            name = QString::fromStdString(jsonDisplayText(calcs.at(0)));
        }
    }
    const auto reduction = reductionOf(name);
    if (!reduction && !name.isEmpty() && m_spec.kind != PanelKind::TimeSeries) {
        note(QStringLiteral("shows the last value, not '%1'").arg(name.left(100)));
    }
    m_spec.reduction = reduction.value_or(Reduction::Last);
}

/// Every panel has thresholds in the file, also those that show none.
bool GrafanaPanel::drawsThresholds() const
{
    if (m_type == u"timeseries") {
        const auto style =
            grafanaObject(m_object, {"fieldConfig", "defaults", "custom", "thresholdsStyle"});
        const QString mode = style ? grafanaText(*style, "mode") : QString();
        return !mode.isEmpty() && mode != u"off";
    }
    const auto colour = grafanaObject(m_object, {"fieldConfig", "defaults", "color"});
    const QString mode = colour ? grafanaText(*colour, "mode") : QString();
    const auto options = objectMember(m_object, "options");
    const bool isPlain = options && grafanaText(*options, "colorMode") == u"none";
    return (mode.isEmpty() || mode == u"thresholds") && !isPlain;
}

void GrafanaPanel::setThresholds(QVector<Threshold> thresholds)
{
    std::stable_sort(thresholds.begin(), thresholds.end(),
                     [](const Threshold &a, const Threshold &b) { return a.from < b.from; });
    for (const Threshold &each : thresholds) {
        if (!m_spec.thresholds.isEmpty() && m_spec.thresholds.last().from == each.from) {
            m_spec.thresholds.last() = each;
        } else if (m_spec.thresholds.size() < PanelSpec::kMaxThresholds) {
            m_spec.thresholds.push_back(each);
        } else {
            note(QStringLiteral("has more than %1 thresholds; the rest is left out")
                     .arg(PanelSpec::kMaxThresholds));
            return;
        }
    }
}

void GrafanaPanel::readThresholds()
{
    if (m_type == u"graph" || m_type == u"singlestat") {
        readOldThresholds();
        return;
    }
    const auto all = defaults();
    const auto config = all ? objectMember(*all, "thresholds") : std::nullopt;
    if (!config || !drawsThresholds()) {
        return;
    }
    const bool isShare = grafanaText(*config, "mode") == u"percentage";
    const double least = m_spec.least.value_or(0);
    const double range = m_spec.greatest.value_or(100) - least;
    QVector<Threshold> thresholds;
    for (const JsonObject &step : grafanaObjects(*config, {"steps"})) {
        const auto value = grafanaNumber(step, "value");
        const double from = value.value_or(-std::numeric_limits<double>::infinity());
        const double absolute = isShare ? least + from / 100 * range : from;
        if (!std::isnan(absolute) && absolute < std::numeric_limits<double>::infinity()) {
            thresholds.push_back({absolute, levelOfGrafana(grafanaText(step, "color"))});
        }
    }
    setThresholds(std::move(thresholds));
}

/// Of a graph: {"value", "op", "colorMode"}; of a singlestat: "80,90" with a colour more.
void GrafanaPanel::readOldThresholds()
{
    QVector<Threshold> thresholds;
    for (const JsonObject &each : grafanaObjects(m_object, {"thresholds"})) {
        const auto value = grafanaNumber(each, "value");
        const QString mode = grafanaText(each, "colorMode");
        if (value && grafanaText(each, "op") != u"lt") {
            const QString colour =
                mode == u"custom"
                    ? grafanaText(each, "fillColor")
                    : QString(mode)
                          .replace(QStringLiteral("critical"), QStringLiteral("red"))
                          .replace(QStringLiteral("warning"), QStringLiteral("orange"));
            thresholds.push_back({*value, levelOfGrafana(colour)});
        } else if (value) {
            note(QStringLiteral("a threshold for values below %1 is left out").arg(*value));
        }
    }
    simdjson::dom::array colours;
    const auto found = grafanaAt(m_object, {"colors"});
    const bool isColoured = boolMember(m_object, "colorValue").value_or(false) ||
                            boolMember(m_object, "colorBackground").value_or(false) ||
                            m_spec.kind == PanelKind::Gauge;
    if (isColoured && found && found->get(colours) == simdjson::SUCCESS && colours.size() > 0) {
        const auto levelAt = [&colours](std::size_t index) {
            const auto colour = colours.at(std::min(index, colours.size() - 1));
            return levelOfGrafana(QString::fromStdString(jsonDisplayText(colour.value_unsafe())));
        };
        thresholds.push_back({-std::numeric_limits<double>::infinity(), levelAt(0)});
        std::size_t index = 1;
        for (const QString &text :
             grafanaText(m_object, "thresholds").split(u',', Qt::SkipEmptyParts)) {
            bool isNumber = false;
            const double from = text.trimmed().toDouble(&isNumber);
            if (isNumber && std::isfinite(from)) {
                thresholds.push_back({from, levelAt(index++)});
            }
        }
    }
    setThresholds(std::move(thresholds));
}

void GrafanaPanel::noteWhatIsLeftOut()
{
    for (const JsonObject &each : grafanaObjects(m_object, {"transformations"})) {
        if (!boolMember(each, "disabled").value_or(false)) {
            note(QStringLiteral("transformation '%1' is left out")
                     .arg(grafanaText(each, "id", 100)));
        }
    }
    if (const auto count = grafanaObjects(m_object, {"fieldConfig", "overrides"}).size()) {
        note(QStringLiteral("%1 field overrides are left out").arg(count));
    }
    if (const auto count = grafanaObjects(m_object, {"seriesOverrides"}).size()) {
        note(QStringLiteral("%1 series overrides are left out").arg(count));
    }
    const auto all = defaults();
    const bool isMapped = (all && !grafanaObjects(*all, {"mappings"}).empty()) ||
                          !grafanaObjects(m_object, {"rangeMaps"}).empty();
    if (isMapped) {
        note(QStringLiteral("texts in the place of values are left out"));
    }
    if (!grafanaObjects(m_object, {"links"}).empty() ||
        (all && !grafanaObjects(*all, {"links"}).empty())) {
        note(QStringLiteral("links are left out"));
    }
    if (objectMember(m_object, "alert")) {
        note(QStringLiteral("its alert is left out"));
    }
    for (const std::string_view name : {"timeFrom", "timeShift"}) {
        if (!grafanaText(m_object, name).isEmpty()) {
            note(QStringLiteral("its own time range '%1' is left out")
                     .arg(grafanaText(m_object, name, 100)));
        }
    }
    if (!grafanaText(m_object, "repeat").isEmpty()) {
        note(QStringLiteral("is shown once, not for each value of '%1'")
                 .arg(grafanaText(m_object, "repeat", 100)));
    }
}

} // namespace foretop::models
