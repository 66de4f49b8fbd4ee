// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboardmembers.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace foretop::models {

namespace {

template <typename Enum>
Enum readWord(StrictObject &object, std::string_view name,
              const std::vector<std::string_view> &words, Enum usual)
{
    return object.has(name) ? static_cast<Enum>(object.word(name, words, false)) : usual;
}

void readThresholds(StrictObject &object, PanelSpec &panel)
{
    const auto each = [&panel](StrictObject &item) {
        Threshold threshold;
        threshold.from = item.number("from", -std::numeric_limits<double>::infinity());
        threshold.level = static_cast<Threshold::Level>(item.word("level", kThresholdLevels, true));
        if (!panel.thresholds.isEmpty() && !(threshold.from > panel.thresholds.last().from)) {
            item.fail(ErrorCode::OutOfRange, "from", "must be above the threshold before it");
        }
        panel.thresholds.push_back(threshold);
    };
    object.objects("thresholds", PanelSpec::kMaxThresholds, each, 0);
}

void readPlace(StrictObject &object, PanelSpec &panel)
{
    object.object("place", [&panel](StrictObject &place) {
        const QRect usual = panel.place;
        const int x = place.count("x", 0, 0, PanelSpec::kGridColumns - 1);
        const int width = place.count("width", std::min(usual.width(), PanelSpec::kGridColumns - x),
                                      1, PanelSpec::kGridColumns - x);
        const int y = place.count("y", 0, 0, Dashboard::kGreatestRow);
        panel.place = QRect(x, y, width, place.count("height", usual.height(), 1, kMaxPanelHeight));
    });
}

} // namespace

Unit readUnit(StrictObject &object)
{
    const QString name = object.text("unit", false);
    const auto unit = name.isEmpty() ? Unit::Auto : unitNamed(name);
    if (!unit) {
        object.fail(ErrorCode::Unknown, "unit",
                    fmt::format("is no unit: \"{}\"", name.left(kMaxTitleLength).toStdString()));
    }
    return unit.value_or(Unit::Auto);
}

void readPanelLook(StrictObject &object, PanelSpec &panel)
{
    panel.title = object.text("title", false, kMaxTitleLength);
    panel.description = object.text("description", false);
    panel.kind = readWord(object, "kind", kPanelKinds, panel.kind);
    panel.style = readWord(object, "style", kLineStyles, panel.style);
    panel.legend = readWord(object, "legend", kLegendKinds, panel.legend);
    panel.reduction = readWord(object, "reduction", kReductions, panel.reduction);
    panel.unit = readUnit(object);
    if (object.has("decimals")) {
        panel.decimals = object.count("decimals", 0, 0, kMaxDecimals);
    }
    panel.least = object.optionalNumber("min");
    panel.greatest = object.optionalNumber("max");
    if (panel.least && panel.greatest && !(*panel.least < *panel.greatest)) {
        object.fail(ErrorCode::OutOfRange, "max", "must be above min");
    }
    readThresholds(object, panel);
    panel.limit = object.count("limit", panel.limit, 1, PanelSpec::kMostSeries);
    panel.source = object.text("source", false, kMaxTitleLength);
    readPlace(object, panel);
}

PanelTarget readTarget(StrictObject &object)
{
    PanelTarget target;
    // Empty is what a panel has whose expression is yet to be written.
    const bool isMissing = !object.has("expression");
    target.expression = object.text("expression", isMissing, kMaxExpressionLength);
    target.legend = object.text("legend", false, kMaxTitleLength);
    target.isHidden = object.flag("hidden");
    return target;
}

bool isVariableName(const QString &name)
{
    const auto isLetter = [](QChar c) {
        return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    };
    const auto isLetterOrDigit = [&isLetter](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9');
    };
    return !name.isEmpty() && isLetter(name.front()) && !name.startsWith(u"__") &&
           std::all_of(name.begin(), name.end(), isLetterOrDigit);
}

DashboardVariable readVariable(StrictObject &object)
{
    DashboardVariable variable;
    variable.name = object.text("name", true, kMaxTitleLength);
    if (!isVariableName(variable.name)) {
        object.fail(ErrorCode::Malformed, "name",
                    "must be letters, digits and underscores, not begin with a digit or \"__\"");
    }
    variable.title = object.text("title", false, kMaxTitleLength);
    variable.selector = object.text("selector", false, kMaxExpressionLength);
    variable.label = object.text("label", false, kMaxTitleLength);
    variable.choices = object.texts("choices", kMaxChoices);
    variable.chosen = object.texts("chosen", kMaxChoices);
    variable.allowsSeveral = object.flag("several");
    if (variable.chosen.size() > 1 && !variable.allowsSeveral) {
        object.fail(ErrorCode::OutOfRange, "chosen", "holds several, which \"several\" must allow");
    }
    if (variable.label.isEmpty() && !variable.selector.isEmpty()) {
        object.fail(ErrorCode::Missing, "label", "is missing: of which label of the selector?");
    }
    return variable;
}

} // namespace foretop::models
