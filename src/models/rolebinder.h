// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/vocabulary.h"
#include "models/presetdata.h"

#include <map>
#include <set>
#include <stop_token>

namespace foretop::models {

/// What fills a role.
struct BoundRole
{
    std::string metric;                        ///< without the suffix that it was found by
    std::map<std::string, std::string> labels; ///< the real ones by the names that expressions use
    std::string where;                         ///< matchers, without braces
    Unit unit = Unit::Auto;
};
using BoundRoles = std::map<std::string, BoundRole>;

/// Finds metrics for the roles of one preset.
class RoleBinder
{
public:
    /// Of the names that a pattern matches, so many are looked at.
    static constexpr std::size_t kMostCandidates = 20;

    /// Both must outlive it.
    RoleBinder(const PresetData &data, const metrics::Vocabulary &vocabulary,
               const std::stop_token &stop);

    /// The first way that there is for each role. Not by metrics that were claimed before.
    BoundRoles bind(const std::vector<RoleMetric> &roles);
    /// No other library may have the metrics of @p roles.
    void claim(const BoundRoles &roles);

    bool hasMetric(const std::string &name) const;
    /// Of @p metric and what it is the base of. Sorted.
    const std::vector<std::string> &labelsOf(const std::string &metric);

private:
    std::optional<BoundRole> bind(const RoleMetric &role);
    std::optional<BoundRole> bindTo(const RoleMetric &role, const std::string &metric);
    std::vector<std::string> namesMatching(const RoleMetric &role) const;

    const PresetData &m_data;
    const metrics::Vocabulary &m_vocabulary;
    std::stop_token m_stop;
    std::vector<std::string> m_names;     // sorted
    std::vector<std::string> m_matchable; // by a pattern
    std::map<std::string, std::vector<std::string>> m_labels;
    std::set<std::string> m_claimed;
};

} // namespace foretop::models
