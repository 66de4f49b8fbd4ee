// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/exposition.h"

#include <limits>
#include <map>
#include <set>
#include <unordered_set>

namespace foretop::metrics {

/// What the formats demand between the lines of an exposition and of values: families in one
/// group, told of once and before their samples, samples named after their type, no sample twice,
/// complete histograms; in OpenMetrics also units, metrics in one group, times that do not go
/// back, values that their type allows, and where exemplars may be. Fed in order of lines; each
/// call says what is broken, in words.
class ExpositionRules
{
public:
    using Broken = std::optional<std::string>;

    explicit ExpositionRules(bool isOpenMetrics)
        : m_isOpenMetrics(isOpenMetrics)
    {
    }

    Broken type(const std::string &name, FamilyType type);
    Broken help(const std::string &name);
    Broken unit(const std::string &name, std::string_view unit);
    Broken sample(const SeriesSample &sample, bool isTimed, const std::optional<Exemplar> &exemplar,
                  std::uint64_t line);
    Broken end() { return closeFamily(); }
    std::uint64_t lastSampleLine() const { return m_line; }

private:
    /// The samples of one metric of a family at one time.
    struct Point
    {
        std::set<std::string> series;
        double lastBound = -std::numeric_limits<double>::infinity();
        double lastBucket = 0;
        bool hasBuckets = false;
        bool isNegative = false; // has a bucket below zero
        std::optional<double> infinity, count, sum;
    };
    struct Metric
    {
        bool isTimed = false;
        WallTime time{};
        Point point;
    };
    struct CurrentFamily
    {
        std::string name;
        std::optional<FamilyType> type;
        std::optional<std::string> unit;
        bool hasHelp = false;
        std::map<std::string, Metric> metrics;
        std::string lastMetric;
    };

    Broken open(const std::string &name);
    Broken openForComment(const std::string &name, std::string_view keyword);
    Broken closeFamily();
    Broken checkNames();
    Broken checkPoint(const Point &point) const;
    Broken checkValue(const SeriesSample &sample, std::string_view suffix) const;
    Broken checkExemplar(const Exemplar &exemplar, std::string_view suffix) const;
    Broken addToPoint(const SeriesSample &sample, std::string_view suffix, Point &point) const;
    Broken addToMetric(const SeriesSample &sample, bool isTimed, std::string_view suffix);
    std::string metricOf(const SeriesSample &sample) const;
    std::optional<std::string_view> suffixOf(std::string_view name) const;
    FamilyType currentType() const { return m_family.type.value_or(FamilyType::Unknown); }

    const bool m_isOpenMetrics;
    CurrentFamily m_family;
    std::unordered_set<std::string> m_families;
    std::unordered_set<std::string> m_taken; // names that samples of these families may have
    std::uint64_t m_line = 0;
};

} // namespace foretop::metrics
