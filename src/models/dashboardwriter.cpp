// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonwriter.h"
#include "models/dashboardmembers.h"

#include <cmath>

namespace foretop::models {

namespace {

/// An object with a line for each member.
class Lines
{
public:
    explicit Lines(std::string indent)
        : m_indent(std::move(indent))
    {
    }

    void raw(std::string_view name, std::string_view json)
    {
        m_out += m_out.empty() ? "" : ",";
        m_out += '\n' + m_indent + "  ";
        appendJsonString(m_out, name);
        m_out += ": ";
        m_out += json;
    }

    template <typename T>
    void value(std::string_view name, const T &content)
    {
        raw(name, JsonWriter().value(content).take());
    }
    void text(std::string_view name, const QString &content)
    {
        if (!content.isEmpty()) {
            value(name, content.toStdString());
        }
    }
    void texts(std::string_view name, const QStringList &content)
    {
        JsonWriter json;
        json.beginArray();
        for (const QString &each : content) {
            json.value(each.toStdString());
        }
        json.endArray();
        if (!content.isEmpty()) {
            raw(name, json.take());
        }
    }
    template <typename Items, typename Write>
    void array(std::string_view name, const Items &items, const Write &write)
    {
        std::string json;
        for (const auto &item : items) {
            json += json.empty() ? "" : ",";
            json += '\n' + m_indent + "    " + write(item, m_indent + "    ");
        }
        if (!items.isEmpty()) {
            raw(name, '[' + json + '\n' + m_indent + "  ]");
        }
    }

    std::string take() const { return '{' + m_out + '\n' + m_indent + '}'; }

private:
    std::string m_indent;
    std::string m_out;
};

template <typename Enum>
void writeWord(Lines &out, std::string_view name, const std::vector<std::string_view> &words,
               Enum word, Enum usual)
{
    if (word != usual) {
        out.value(name, words.at(static_cast<std::size_t>(word)));
    }
}

void writeNumber(Lines &out, std::string_view name, std::optional<double> number)
{
    if (number && std::isfinite(*number)) {
        out.value(name, *number);
    }
}

std::string targetText(const PanelTarget &target, const std::string &)
{
    JsonWriter json;
    json.beginObject().member("expression", target.expression.toStdString());
    if (!target.legend.isEmpty()) {
        json.member("legend", target.legend.toStdString());
    }
    if (target.isHidden) {
        json.member("hidden", true);
    }
    return json.endObject().take();
}

std::string thresholdText(const Threshold &threshold, const std::string &)
{
    JsonWriter json;
    json.beginObject();
    if (std::isfinite(threshold.from)) {
        json.member("from", threshold.from);
    }
    return json.member("level", kThresholdLevels.at(std::size_t(threshold.level)))
        .endObject()
        .take();
}

std::string placeText(const QRect &place)
{
    return JsonWriter()
        .beginObject()
        .member("x", place.x())
        .member("y", place.y())
        .member("width", place.width())
        .member("height", place.height())
        .endObject()
        .take();
}

std::string panelText(const PanelSpec &panel, const std::string &indent)
{
    const PanelSpec usual;
    Lines out(indent);
    out.text("title", panel.title);
    out.text("description", panel.description);
    writeWord(out, "kind", kPanelKinds, panel.kind, usual.kind);
    writeWord(out, "style", kLineStyles, panel.style, usual.style);
    writeWord(out, "legend", kLegendKinds, panel.legend, usual.legend);
    writeWord(out, "reduction", kReductions, panel.reduction, usual.reduction);
    if (panel.unit != usual.unit) {
        out.text("unit", unitName(panel.unit));
    }
    if (panel.decimals) {
        out.value("decimals", *panel.decimals);
    }
    writeNumber(out, "min", panel.least);
    writeNumber(out, "max", panel.greatest);
    out.array("thresholds", panel.thresholds, thresholdText);
    if (panel.limit != usual.limit) {
        out.value("limit", panel.limit);
    }
    out.text("source", panel.source);
    out.raw("place", placeText(panel.place));
    out.array("targets", panel.targets, targetText);
    return out.take();
}

std::string variableMembers(const DashboardVariable &variable, const std::string &indent)
{
    Lines out(indent);
    out.text("name", variable.name);
    out.text("title", variable.title);
    out.text("selector", variable.selector);
    out.text("label", variable.label);
    out.texts("choices", variable.choices);
    out.texts("chosen", variable.chosen);
    if (variable.allowsSeveral) {
        out.value("several", true);
    }
    return out.take();
}

} // namespace

QByteArray writeDashboard(const Dashboard &dashboard)
{
    Lines out({});
    out.value("format", kDashboardFormat);
    out.text("name", dashboard.name);
    out.text("title", dashboard.title);
    out.text("description", dashboard.description);
    out.array("variables", dashboard.variables, variableMembers);
    out.array("panels", dashboard.panels, panelText);
    return QByteArray::fromStdString(out.take() + '\n');
}

} // namespace foretop::models
