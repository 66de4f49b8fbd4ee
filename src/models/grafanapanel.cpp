// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafanapanel.h"

#include "models/dashboardmembers.h"
#include "models/grafanaexpression.h"

#include <QHash>

namespace foretop::models {

namespace {

// Grafana draws all there are; this many can still be told apart somehow.
constexpr int kLimit = 50;

std::optional<PanelKind> kindOf(const QString &type)
{
    static const QHash<QString, PanelKind> kinds{
        {QStringLiteral("timeseries"), PanelKind::TimeSeries},
        {QStringLiteral("graph"), PanelKind::TimeSeries},
        {QStringLiteral("stat"), PanelKind::Stat},
        {QStringLiteral("singlestat"), PanelKind::Stat},
        {QStringLiteral("gauge"), PanelKind::Gauge},
        {QStringLiteral("bargauge"), PanelKind::TopN},
        {QStringLiteral("barchart"), PanelKind::Bars},
        {QStringLiteral("heatmap"), PanelKind::HeatMap},
        {QStringLiteral("table"), PanelKind::Table},
        {QStringLiteral("table-old"), PanelKind::Table},
    };
    const auto found = kinds.constFind(type);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

GrafanaPanel::GrafanaPanel(JsonObject object, const QSet<QString> &variables, GrafanaNotes &notes)
    : m_object(object)
    , m_variables(variables)
    , m_notes(notes)
    , m_type(grafanaText(object, "type"))
{
    m_spec.title = grafanaText(object, "title", kMaxTitleLength);
    m_spec.description = grafanaText(object, "description", StrictObject::kMaxTextLength);
    m_spec.limit = kLimit;
    m_place = m_spec.title.isEmpty()
                  ? QStringLiteral("panel %1").arg(grafanaNumber(object, "id").value_or(0))
                  : QStringLiteral("panel '%1'").arg(m_spec.title.left(100));
}

std::optional<PanelSpec> GrafanaPanel::read()
{
    if (objectMember(m_object, "libraryPanel") && !arrayMember(m_object, "targets")) {
        note(
            QStringLiteral("is a library panel, whose content is not in the file; it is left out"));
        return {};
    }
    if (!readKind()) {
        note(QStringLiteral("type '%1' is left out").arg(m_type.left(100)));
        return {};
    }
    readTargets();
    if (m_spec.targets.isEmpty()) {
        note(QStringLiteral("has no PromQL expression; it is left out"));
        return {};
    }
    readUnit();
    readRange();
    readLegend();
    readReduction();
    readThresholds();
    noteWhatIsLeftOut();
    return std::move(m_spec);
}

bool GrafanaPanel::readKind()
{
    const auto kind = kindOf(m_type);
    m_spec.kind = kind.value_or(m_spec.kind);
    if (m_type == u"timeseries") {
        readTimeSeries();
    } else if (m_type == u"graph") {
        readGraph();
    } else if (m_type == u"singlestat") {
        readSingleStat();
    }
    return kind.has_value();
}

void GrafanaPanel::readTimeSeries()
{
    const auto custom = grafanaObject(m_object, {"fieldConfig", "defaults", "custom"});
    if (!custom) {
        return;
    }
    const QString draw = grafanaText(*custom, "drawStyle");
    if (numberMember(*custom, "fillOpacity").value_or(0) > 0 || draw == u"bars") {
        m_spec.style = LineStyle::Area;
    }
    if (draw == u"bars" || draw == u"points") {
        note(QStringLiteral("%1 are drawn as lines").arg(draw));
    }
    const auto stacking = objectMember(*custom, "stacking");
    const QString mode = stacking ? grafanaText(*stacking, "mode") : QString();
    if (mode == u"normal" || mode == u"percent") {
        m_spec.style = LineStyle::Stacked;
    }
    if (mode == u"percent") {
        note(QStringLiteral("is stacked by value, not to 100 %"));
    }
    const auto scale = objectMember(*custom, "scaleDistribution");
    if (scale && grafanaText(*scale, "type") == u"log") {
        note(QStringLiteral("its logarithmic axis is a linear one"));
    }
}

void GrafanaPanel::readGraph()
{
    const bool drawsLines = boolMember(m_object, "lines").value_or(true);
    if (numberMember(m_object, "fill").value_or(0) > 0 || !drawsLines) {
        m_spec.style = LineStyle::Area;
    }
    if (boolMember(m_object, "stack").value_or(false)) {
        m_spec.style = LineStyle::Stacked;
    }
    if (!drawsLines) {
        note(QStringLiteral("bars or points are drawn as lines"));
    }
    if (boolMember(m_object, "percentage").value_or(false)) {
        note(QStringLiteral("is stacked by value, not to 100 %"));
    }
    const auto axes = grafanaObjects(m_object, {"yaxes"});
    if (!axes.empty() && grafanaNumber(axes.front(), "logBase").value_or(1) != 1) {
        note(QStringLiteral("its logarithmic axis is a linear one"));
    }
    const auto axis = objectMember(m_object, "xaxis");
    if (const QString mode = axis ? grafanaText(*axis, "mode") : QString();
        !mode.isEmpty() && mode != u"time") {
        note(QStringLiteral("is drawn over time, not by %1").arg(mode.left(100)));
    }
}

void GrafanaPanel::readSingleStat()
{
    const auto gauge = objectMember(m_object, "gauge");
    if (gauge && boolMember(*gauge, "show").value_or(false)) {
        m_spec.kind = PanelKind::Gauge;
        m_spec.least = grafanaNumber(*gauge, "minValue");
        m_spec.greatest = grafanaNumber(*gauge, "maxValue");
    }
    for (const std::string_view name : {"prefix", "postfix"}) {
        if (!grafanaText(m_object, name).isEmpty()) {
            note(QStringLiteral("%1 '%2' is left out")
                     .arg(QString::fromUtf8(name.data()), grafanaText(m_object, name, 100)));
        }
    }
}

void GrafanaPanel::readTargets()
{
    for (const JsonObject &target : grafanaObjects(m_object, {"targets"})) {
        if (m_spec.targets.size() == PanelSpec::kMaxTargets) {
            note(QStringLiteral("has more than %1 expressions; the rest is left out")
                     .arg(PanelSpec::kMaxTargets));
            return;
        }
        readTarget(target);
    }
}

bool GrafanaPanel::isPrometheus(JsonObject object) const
{
    const auto source = objectMember(object, "datasource");
    const QString type = source ? grafanaText(*source, "type") : QString();
    const bool isOther = grafanaText(object, "datasource").startsWith(u"-- Dashboard");
    return !isOther && (type.isEmpty() || type == u"prometheus" || type == u"datasource" ||
                        type.contains(u"prometheus") || type == u"mixed");
}

void GrafanaPanel::readTarget(JsonObject target)
{
    const QString name = QStringLiteral("target %1").arg(grafanaText(target, "refId", 20));
    const auto written = stringMember(target, "expr");
    if (!written || !isPrometheus(target) ||
        (!objectMember(target, "datasource") && !isPrometheus(m_object))) {
        note(QStringLiteral("%1 has no PromQL expression; it is left out").arg(name));
        return;
    }
    const QString expression = QString::fromUtf8(written->data(), qsizetype(written->size()));
    if (expression.trimmed().isEmpty()) {
        return;
    }
    PanelTarget result;
    result.expression = expressionOfGrafana(expression, m_variables);
    if (result.expression.toUtf8().size() > kMaxExpressionLength) {
        note(QStringLiteral("%1 is too long; it is left out").arg(name));
        return;
    }
    result.legend = legendOfGrafana(grafanaText(target, "legendFormat", kMaxTitleLength));
    if (result.legend.contains(u'$')) {
        note(QStringLiteral("the variable in legend '%1' is not replaced").arg(result.legend));
    }
    result.isHidden = boolMember(target, "hide").value_or(false);
    m_spec.targets.push_back(std::move(result));
}

} // namespace foretop::models
