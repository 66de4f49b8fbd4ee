// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presetmatcher.h"

#include <algorithm>
#include <cmath>

namespace foretop::models {

namespace {

/// Panels that are left of a row become at most so much wider.
constexpr double kMostWidening = 2;

const std::string *firstIn(const std::vector<std::string> &sorted, const AnyOf &candidates)
{
    const auto found =
        std::find_if(candidates.begin(), candidates.end(), [&sorted](const std::string &each) {
            return std::binary_search(sorted.begin(), sorted.end(), each);
        });
    return found == candidates.end() ? nullptr : &*found;
}

bool isMet(const std::vector<AnyOf> &conditions, const std::set<std::string> &roles)
{
    return std::all_of(conditions.begin(), conditions.end(), [&roles](const AnyOf &any) {
        return std::any_of(any.begin(), any.end(),
                           [&roles](const std::string &role) { return roles.count(role) > 0; });
    });
}

void addNames(std::set<std::string> &names, const BoundRoles &roles)
{
    for (const auto &role : roles) {
        names.insert(role.first);
    }
}

/// Shares the columns of the grid between @p panels, by their widths.
void layOut(std::vector<PanelSpec> &panels, int y, int height)
{
    int total = 0;
    for (const PanelSpec &panel : panels) {
        total += panel.place.width();
    }
    const double scale =
        std::min(kMostWidening, PanelSpec::kGridColumns / std::max(1.0, total * 1.0));
    const auto columns = [scale](int width) {
        return static_cast<int>(std::lround(width * scale));
    };
    int before = 0;
    for (PanelSpec &panel : panels) {
        const int x = columns(before);
        before += panel.place.width();
        panel.place = QRect(x, y, std::max(1, columns(before) - x), height);
    }
}

} // namespace

PresetMatcher::PresetMatcher(const PresetData &data, const metrics::Vocabulary &vocabulary,
                             const std::stop_token &stop)
    : m_data(data)
    , m_vocabulary(vocabulary)
    , m_binder(data, vocabulary, stop)
{
    for (const PresetLibrary &library : data.libraries) {
        for (const RoleMetric &role : library.roles) {
            m_libraryRoles.insert(role.role);
        }
    }
}

std::optional<Dashboard> PresetMatcher::match()
{
    bindRoles();
    if (!isShown()) {
        return {};
    }
    m_dashboard.name = m_data.name;
    m_dashboard.title = m_data.title;
    m_dashboard.description = m_data.description;
    addVariables();
    const std::vector<Filled> none{Filled{}};
    bool isFirst = true;
    for (const Filled &filled : m_libraries.empty() ? none : m_libraries) {
        for (const PresetRow &row : m_data.rows) {
            addRow(row, filled, isFirst);
        }
        isFirst = false;
    }
    return m_dashboard.panels.isEmpty() ? std::nullopt : std::optional(std::move(m_dashboard));
}

void PresetMatcher::bindRoles()
{
    m_common = m_binder.bind(m_data.roles);
    for (const PresetLibrary &library : m_data.libraries) {
        Filled filled{library.title, m_binder.bind(library.roles)};
        std::set<std::string> names;
        addNames(names, filled.roles);
        if (!names.empty() && isMet(m_data.libraryWhen, names) && isMet(library.when, names) &&
            m_libraries.size() < kMostLibraries) {
            m_binder.claim(filled.roles);
            m_libraries.push_back(std::move(filled));
        }
    }
}

bool PresetMatcher::isShown() const
{
    std::set<std::string> names;
    addNames(names, m_common);
    for (const Filled &library : m_libraries) {
        addNames(names, library.roles);
    }
    return isMet(m_data.shownWhen, names);
}

void PresetMatcher::addVariables()
{
    for (const PresetVariable &preset : m_data.variables) {
        addVariable(preset);
    }
}

void PresetMatcher::addVariable(const PresetVariable &preset)
{
    const Filled &filled = m_libraries.empty() ? Filled{} : m_libraries.front();
    for (const std::string &name : preset.roles) {
        const BoundRole *bound = role(name, filled);
        if (bound == nullptr) {
            continue;
        }
        std::string metric = bound->metric;
        metric += m_binder.hasMetric(metric) ? "" : "_count";
        const std::string *label = firstIn(m_binder.labelsOf(bound->metric), preset.labels);
        const auto values = label == nullptr ? std::vector<std::string>()
                                             : m_vocabulary.labelValues(metric, *label);
        if (values.size() < 2) {
            return; // nothing to choose from
        }
        DashboardVariable variable = preset.variable;
        variable.selector = QString::fromStdString(metric);
        variable.label = QString::fromStdString(*label);
        if (preset.choosesOne) {
            variable.chosen = {QString::fromStdString(values.front())};
        }
        m_dashboard.variables.push_back(std::move(variable));
        m_variables.push_back(&preset);
        return;
    }
}

void PresetMatcher::addRow(const PresetRow &row, const Filled &filled, bool withCommon)
{
    std::vector<PanelSpec> panels;
    for (const PresetPanel &preset : row.panels) {
        if (!withCommon && !isOfLibrary(preset)) {
            continue;
        }
        auto spec = panel(preset, filled);
        if (spec && m_dashboard.panels.size() + qsizetype(panels.size()) < Dashboard::kMaxPanels) {
            panels.push_back(std::move(*spec));
        }
    }
    if (panels.empty()) {
        return;
    }
    layOut(panels, m_bottom, row.height);
    m_bottom += row.height;
    std::move(panels.begin(), panels.end(), std::back_inserter(m_dashboard.panels));
}

std::optional<PanelSpec> PresetMatcher::panel(const PresetPanel &preset, const Filled &filled)
{
    const auto isFilled = [&](const QString &each) { return text(each, filled).has_value(); };
    if (!std::all_of(preset.needs.begin(), preset.needs.end(), isFilled) ||
        std::any_of(preset.unless.begin(), preset.unless.end(), isFilled)) {
        return {};
    }
    PanelSpec spec = preset.look;
    for (const auto &choices : preset.targets) {
        for (const PresetTarget &choice : choices) {
            const auto expression = text(choice.expression, filled);
            const auto legend = text(choice.legend, filled);
            if (expression && legend) {
                spec.targets.push_back({*expression, *legend, false});
                break;
            }
        }
    }
    if (spec.targets.isEmpty()) {
        return {};
    }
    if (const BoundRole *unitRole = role(preset.unitOf, filled);
        unitRole != nullptr && unitRole->unit != Unit::Auto) {
        spec.unit = unitRole->unit;
    }
    if (m_libraries.size() > 1 && isOfLibrary(preset)) {
        spec.title = QStringLiteral("%1 \u2013 %2").arg(spec.title, filled.library);
    }
    return spec;
}

std::optional<QString> PresetMatcher::text(const QString &text, const Filled &filled)
{
    return withMentionsFilled(text, [&](const RoleMention &each) { return mention(each, filled); });
}

std::optional<QString> PresetMatcher::mention(const RoleMention &mention, const Filled &filled)
{
    const BoundRole *bound = role(mention.role.toStdString(), filled);
    if (bound == nullptr) {
        return {};
    }
    if (!mention.label.isEmpty()) {
        const auto label = bound->labels.find(mention.label.toStdString());
        return label == bound->labels.end() ? std::nullopt
                                            : std::optional(QString::fromStdString(label->second));
    }
    const std::string metric = bound->metric + mention.suffix.toStdString();
    const auto own = text(mention.matchers, filled);
    if (!m_binder.hasMetric(metric) || !own) {
        return {};
    }
    QStringList all{QString::fromStdString(bound->where), matchers(*bound), *own};
    all.removeAll(QString());
    const QString name = QString::fromStdString(metric);
    return all.isEmpty() ? name
                         : QStringLiteral("%1{%2}").arg(name, all.join(QStringLiteral(", ")));
}

const BoundRole *PresetMatcher::role(const std::string &name, const Filled &filled) const
{
    for (const BoundRoles *roles : {&filled.roles, &m_common}) {
        const auto found = roles->find(name);
        if (found != roles->end()) {
            return &found->second;
        }
    }
    return nullptr;
}

/// Those of the dashboard's variables.
QString PresetMatcher::matchers(const BoundRole &role)
{
    QStringList result;
    for (const PresetVariable *preset : m_variables) {
        if (const auto *label = firstIn(m_binder.labelsOf(role.metric), preset->labels)) {
            result.push_back(QStringLiteral("%1=~\"$%2\"")
                                 .arg(QString::fromStdString(*label), preset->variable.name));
        }
    }
    return result.join(QStringLiteral(", "));
}

bool PresetMatcher::isOfLibrary(const PresetPanel &panel) const
{
    bool isOf = false;
    const auto look = [&](const RoleMention &each) {
        isOf = isOf || m_libraryRoles.count(each.role.toStdString()) > 0;
        return std::optional(QString());
    };
    for (const auto &choices : panel.targets) {
        for (const PresetTarget &choice : choices) {
            (void)withMentionsFilled(choice.expression, look);
        }
    }
    return isOf;
}

} // namespace foretop::models
