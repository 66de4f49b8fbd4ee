// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rolebinder.h"

#include <algorithm>

namespace foretop::models {

namespace {

/// @p where with the real labels for those in angle brackets; nothing when one is not there.
std::optional<std::string> withLabels(std::string where,
                                      const std::map<std::string, std::string> &labels)
{
    for (std::size_t open = where.find('<'); open != std::string::npos;
         open = where.find('<', open)) {
        const std::size_t close = where.find('>', open);
        const auto label = labels.find(where.substr(open + 1, close - open - 1));
        if (close == std::string::npos || label == labels.end()) {
            return {};
        }
        where.replace(open, close - open + 1, label->second);
        open += label->second.size();
    }
    return where;
}

} // namespace

RoleBinder::RoleBinder(const PresetData &data, const metrics::Vocabulary &vocabulary,
                       const std::stop_token &stop)
    : m_data(data)
    , m_vocabulary(vocabulary)
    , m_stop(stop)
    , m_names(vocabulary.metricNames())
{
    for (const std::string &name : m_names) {
        if (m_stop.stop_requested()) {
            return;
        }
        const bool mayMatch = !data.anyPattern || data.anyPattern->matches(name);
        if (mayMatch && (!data.ignored || !data.ignored->matches(name))) {
            m_matchable.push_back(name);
        }
    }
}

bool RoleBinder::hasMetric(const std::string &name) const
{
    return std::binary_search(m_names.begin(), m_names.end(), name);
}

const std::vector<std::string> &RoleBinder::labelsOf(const std::string &metric)
{
    const auto known = m_labels.find(metric);
    if (known != m_labels.end()) {
        return known->second;
    }
    std::set<std::string> labels;
    for (const char *suffix : {"", "_count", "_bucket"}) {
        if (hasMetric(metric + suffix)) {
            labels.merge([&] {
                const auto names = m_vocabulary.labelNames(metric + suffix);
                return std::set<std::string>(names.begin(), names.end());
            }());
        }
    }
    return m_labels.emplace(metric, std::vector<std::string>(labels.begin(), labels.end()))
        .first->second;
}

std::optional<BoundRole> RoleBinder::bindTo(const RoleMetric &role, const std::string &metric)
{
    if (!hasMetric(metric + role.suffix) || m_claimed.count(metric) > 0) {
        return {};
    }
    const std::vector<std::string> &there = labelsOf(metric);
    BoundRole bound{metric, {}, {}, role.unit};
    for (const auto *labels : {&role.labels, &m_data.labels}) {
        for (const auto &[name, candidates] : *labels) {
            const auto found = std::find_if(
                candidates.begin(), candidates.end(), [&there](const std::string &label) {
                    return std::binary_search(there.begin(), there.end(), label);
                });
            if (found != candidates.end()) {
                bound.labels.emplace(name, *found); // the role's own go first
            }
        }
    }
    const auto isMissing = [&bound](const std::string &label) {
        return bound.labels.count(label) == 0;
    };
    if (std::any_of(role.required.begin(), role.required.end(), isMissing)) {
        return {};
    }
    const auto where = withLabels(role.where, bound.labels);
    if (!where) {
        return {};
    }
    bound.where = *where;
    return bound;
}

std::vector<std::string> RoleBinder::namesMatching(const RoleMetric &role) const
{
    std::vector<std::string> result;
    for (const std::string &name : m_matchable) {
        if (m_stop.stop_requested()) {
            return {};
        }
        if (!name.ends_with(role.suffix)) {
            continue;
        }
        const std::string base = name.substr(0, name.size() - role.suffix.size());
        if (role.pattern->matches(base) && m_claimed.count(base) == 0) {
            result.push_back(base);
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto &a, const auto &b) { return a.size() < b.size(); });
    result.resize(std::min(result.size(), kMostCandidates));
    return result;
}

std::optional<BoundRole> RoleBinder::bind(const RoleMetric &role)
{
    if (!role.pattern) {
        return bindTo(role, role.metric);
    }
    std::optional<BoundRole> best;
    for (const std::string &name : namesMatching(role)) {
        auto bound = bindTo(role, name);
        if (bound && (!best || bound->labels.size() > best->labels.size())) {
            best = std::move(bound);
        }
    }
    return best;
}

BoundRoles RoleBinder::bind(const std::vector<RoleMetric> &roles)
{
    BoundRoles result;
    for (const RoleMetric &role : roles) {
        if (m_stop.stop_requested()) {
            return {};
        }
        if (result.count(role.role) > 0) {
            continue;
        }
        if (auto bound = bind(role)) {
            result.emplace(role.role, std::move(*bound));
        }
    }
    return result;
}

void RoleBinder::claim(const BoundRoles &roles)
{
    for (const auto &[name, role] : roles) {
        m_claimed.insert(role.metric);
    }
}

} // namespace foretop::models
