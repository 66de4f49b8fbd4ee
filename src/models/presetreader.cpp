// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboardmembers.h"
#include "models/presetdata.h"
#include "models/rolemention.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace foretop::models {

namespace {

constexpr std::string_view kPresetFormat = "foretop.preset/1";

AnyOf split(const std::string &text)
{
    AnyOf result;
    std::size_t from = 0;
    for (std::size_t bar = 0; bar != std::string::npos; from = bar + 1) {
        bar = text.find('|', from);
        result.push_back(text.substr(from, bar - from));
    }
    return result;
}

std::map<std::string, AnyOf> readLabels(StrictObject &object)
{
    std::map<std::string, AnyOf> labels;
    for (const auto &[name, candidates] : object.textMap("labels")) {
        labels.emplace(name, split(candidates));
    }
    return labels;
}

std::vector<AnyOf> readConditions(StrictObject &object, std::string_view name)
{
    std::vector<AnyOf> conditions;
    for (const QString &text : object.texts(name)) {
        conditions.push_back(split(text.toStdString()));
    }
    return conditions;
}

std::optional<metrics::AnchoredRegex> readPattern(StrictObject &object, std::string_view name)
{
    const std::string text = object.text(name, false, kMaxExpressionLength).toStdString();
    if (text.empty()) {
        return {};
    }
    auto pattern = metrics::AnchoredRegex::make(text);
    if (!pattern) {
        object.fail(ErrorCode::Malformed, name, pattern.error().message);
        return {};
    }
    return *pattern;
}

/// Collects patterns, so that one look at a name tells whether any of them matches it.
class AnyPattern
{
public:
    void add(const std::string &pattern, const std::string &suffix)
    {
        m_text += fmt::format("{}(?:{}){}", m_text.empty() ? "" : "|", pattern, suffix);
    }
    /// Nothing when there is none, or they are too large together.
    std::optional<metrics::AnchoredRegex> take() const
    {
        auto regex = metrics::AnchoredRegex::make(m_text);
        return regex && !m_text.empty() ? std::optional(*regex) : std::nullopt;
    }

private:
    std::string m_text;
};

/// Every role that is told by the file, with the labels that can be mentioned of it.
class KnownRoles
{
public:
    explicit KnownRoles(const PresetData &data)
    {
        add(data.roles, data.labels);
        for (const PresetLibrary &library : data.libraries) {
            add(library.roles, data.labels);
        }
    }

    bool has(const std::string &role) const { return m_labels.count(role) > 0; }

    void check(StrictObject &object, std::string_view name, const QString &text) const
    {
        (void)withMentionsFilled(text, [&](const RoleMention &mention) {
            check(object, name, mention);
            return std::optional(QString());
        });
    }
    void check(StrictObject &object, std::string_view name, const AnyOf &roles) const
    {
        for (const std::string &role : roles) {
            if (!has(role)) {
                object.fail(ErrorCode::Unknown, name, fmt::format("\"{}\" is no role", role));
            }
        }
    }

    void check(StrictObject &object, std::string_view name,
               const std::vector<AnyOf> &conditions) const
    {
        for (const AnyOf &roles : conditions) {
            check(object, name, roles);
        }
    }

private:
    void add(const std::vector<RoleMetric> &roles, const std::map<std::string, AnyOf> &common)
    {
        for (const RoleMetric &each : roles) {
            auto &labels = m_labels[each.role];
            for (const auto *from : {&each.labels, &common}) {
                for (const auto &label : *from) {
                    labels.insert(label.first);
                }
            }
        }
    }
    void check(StrictObject &object, std::string_view name, const RoleMention &mention) const
    {
        const auto role = m_labels.find(mention.role.toStdString());
        if (role == m_labels.end()) {
            object.fail(ErrorCode::Unknown, name,
                        fmt::format("<{}> is no role", mention.role.toStdString()));
        } else if (!mention.label.isEmpty() &&
                   role->second.count(mention.label.toStdString()) == 0) {
            object.fail(ErrorCode::Unknown, name,
                        fmt::format("<{}.{}> is no label of the role", role->first,
                                    mention.label.toStdString()));
        }
        check(object, name, mention.matchers);
    }

    std::map<std::string, std::set<std::string>> m_labels;
};

void readSuffix(StrictObject &object, RoleMetric &metric)
{
    metric.suffix = object.text("suffix", false, kMaxTitleLength).toStdString();
    const auto isOfName = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    };
    if (!std::all_of(metric.suffix.begin(), metric.suffix.end(), isOfName)) {
        object.fail(ErrorCode::Malformed, "suffix", "must be letters, digits and underscores");
    }
}

void readRoles(StrictObject &object, std::vector<RoleMetric> &roles, AnyPattern &anyPattern)
{
    const auto each = [&](StrictObject &item) {
        RoleMetric metric;
        const AnyOf names = split(item.text("role", true, kMaxTitleLength).toStdString());
        metric.metric = item.text("metric", false, kMaxTitleLength).toStdString();
        metric.pattern = readPattern(item, "pattern");
        if (metric.metric.empty() != metric.pattern.has_value()) {
            item.fail(ErrorCode::Missing, "metric", "must be given, or \"pattern\", not both");
        }
        readSuffix(item, metric);
        if (metric.pattern) {
            anyPattern.add(item.text("pattern", true).toStdString(), metric.suffix);
        }
        metric.labels = readLabels(item);
        for (const QString &label : item.texts("required")) {
            metric.required.push_back(label.toStdString());
        }
        metric.where = item.text("where", false, kMaxExpressionLength).toStdString();
        metric.unit = readUnit(item);
        for (const std::string &name : names) {
            metric.role = name;
            roles.push_back(metric);
        }
    };
    object.objects("roles", PresetData::kMaxRoles, each, 0);
}

void readLibraries(StrictObject &object, PresetData &data, AnyPattern &anyPattern)
{
    const auto each = [&](StrictObject &item) {
        PresetLibrary library;
        library.title = item.text("title", true, kMaxTitleLength);
        library.when = readConditions(item, "when");
        readRoles(item, library.roles, anyPattern);
        data.libraries.push_back(std::move(library));
    };
    object.objects("libraries", PresetData::kMaxLibraries, each, 0);
}

void readVariables(StrictObject &object, const KnownRoles &known, PresetData &data)
{
    const auto each = [&](StrictObject &item) {
        PresetVariable preset;
        preset.variable.name = item.text("name", true, kMaxTitleLength);
        preset.variable.title = item.text("title", true, kMaxTitleLength);
        preset.labels = split(item.text("label", true, kMaxTitleLength).toStdString());
        preset.roles = split(item.text("of", true, kMaxTitleLength).toStdString());
        known.check(item, "of", preset.roles);
        preset.variable.allowsSeveral = item.flag("several");
        preset.choosesOne = item.flag("one");
        data.variables.push_back(std::move(preset));
    };
    object.objects("variables", DashboardVariable::kMost, each, 0);
}

PresetTarget readPresetTarget(StrictObject &object, const KnownRoles &known)
{
    const PanelTarget target = readTarget(object);
    known.check(object, "expression", target.expression);
    known.check(object, "legend", target.legend);
    return {target.expression, target.legend};
}

void readTargets(StrictObject &object, const KnownRoles &known, PresetPanel &panel)
{
    object.objects("targets", PanelSpec::kMaxTargets, [&](StrictObject &item) {
        std::vector<PresetTarget> choices;
        if (item.has("any_of")) {
            item.objects("any_of", PanelSpec::kMaxTargets, [&](StrictObject &choice) {
                choices.push_back(readPresetTarget(choice, known));
            });
        } else {
            choices.push_back(readPresetTarget(item, known));
        }
        panel.targets.push_back(std::move(choices));
    });
}

PresetPanel readPresetPanel(StrictObject &object, const KnownRoles &known)
{
    PresetPanel panel;
    readPanelLook(object, panel.look);
    const int width = object.count("width", panel.look.place.width(), 1, PanelSpec::kGridColumns);
    panel.look.place.setWidth(width);
    readTargets(object, known, panel);
    for (const auto &[name, texts] : {std::pair(std::string_view("needs"), &panel.needs),
                                      std::pair(std::string_view("unless"), &panel.unless)}) {
        *texts = object.texts(name);
        for (const QString &text : *texts) {
            known.check(object, name, text);
        }
    }
    panel.unitOf = object.text("unit_of", false, kMaxTitleLength).toStdString();
    if (!panel.unitOf.empty()) {
        known.check(object, "unit_of", AnyOf{panel.unitOf});
    }
    return panel;
}

void readRows(StrictObject &object, const KnownRoles &known, PresetData &data)
{
    object.objects("rows", PresetData::kMaxRows, [&](StrictObject &item) {
        PresetRow row;
        row.height = item.count("height", row.height, 1, kMaxPanelHeight);
        item.objects("panels", PanelSpec::kGridColumns, [&](StrictObject &panel) {
            row.panels.push_back(readPresetPanel(panel, known));
        });
        data.rows.push_back(std::move(row));
    });
}

void readPresetMembers(StrictObject &object, PresetData &data)
{
    if (object.text("format", true) != QString::fromUtf8(kPresetFormat.data())) {
        object.fail(ErrorCode::Unknown, "format", fmt::format("must be \"{}\"", kPresetFormat));
    }
    data.name = object.text("name", true, kMaxTitleLength);
    data.title = object.text("title", true, kMaxTitleLength);
    data.description = object.text("description", false);
    data.labels = readLabels(object);
    data.ignored = readPattern(object, "ignore");
    AnyPattern anyPattern;
    readRoles(object, data.roles, anyPattern);
    readLibraries(object, data, anyPattern);
    data.anyPattern = anyPattern.take();
    const KnownRoles known(data);
    data.shownWhen = readConditions(object, "shown_when");
    data.libraryWhen = readConditions(object, "library_when");
    known.check(object, "shown_when", data.shownWhen);
    known.check(object, "library_when", data.libraryWhen);
    for (const PresetLibrary &library : data.libraries) {
        known.check(object, "libraries", library.when);
    }
    readVariables(object, known, data);
    readRows(object, known, data);
}

} // namespace

Result<PresetData> readPresetData(const QByteArray &json, const QString &source)
{
    const std::string name = source.toStdString();
    if (json.size() > Dashboard::kMaxFileBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("a preset has at most {} bytes", Dashboard::kMaxFileBytes), name);
    }
    PresetData data;
    const auto read =
        readStrictly(std::string_view(json.constData(), std::size_t(json.size())), name,
                     [&data](StrictObject &object) { readPresetMembers(object, data); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return data;
}

} // namespace foretop::models
