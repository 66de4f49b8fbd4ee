// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expositionrules.h"

#include "metrics/number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

using Suffixes = std::span<const std::string_view>;

/// What may follow the family's name in the names of its samples.
Suffixes suffixesOf(FamilyType type, bool isOpenMetrics)
{
    static constexpr std::array<std::string_view, 1> kNone{""};
    static constexpr std::array<std::string_view, 2> kCounter{"_total", "_created"};
    static constexpr std::array<std::string_view, 4> kHistogram{"_bucket", "_sum", "_count",
                                                                "_created"};
    static constexpr std::array<std::string_view, 3> kGaugeHistogram{"_bucket", "_gsum", "_gcount"};
    static constexpr std::array<std::string_view, 4> kSummary{"", "_sum", "_count", "_created"};
    static constexpr std::array<std::string_view, 1> kInfo{"_info"};
    // Only OpenMetrics has the last of each.
    const std::size_t old = isOpenMetrics ? 0 : 1;
    switch (type) {
    case FamilyType::Counter:
        return isOpenMetrics ? Suffixes(kCounter) : Suffixes(kNone);
    case FamilyType::Histogram:
        return Suffixes(kHistogram).first(kHistogram.size() - old);
    case FamilyType::Summary:
        return Suffixes(kSummary).first(kSummary.size() - old);
    case FamilyType::GaugeHistogram:
        return kGaugeHistogram;
    case FamilyType::Info:
        return kInfo;
    case FamilyType::Unknown:
    case FamilyType::Gauge:
    case FamilyType::StateSet:
        break;
    }
    return kNone;
}

const std::string *labelOf(const Labels &labels, std::string_view name)
{
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [name](const auto &label) { return label.first == name; });
    return found == labels.end() ? nullptr : &found->second;
}

std::size_t charactersOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool countsUp(FamilyType type, std::string_view suffix)
{
    return suffix == "_total" || suffix == "_count" || suffix == "_gcount" ||
           (suffix == "_bucket" && type == FamilyType::Histogram);
}

} // namespace

ExpositionRules::Broken ExpositionRules::open(const std::string &name)
{
    if (auto broken = closeFamily()) {
        return broken;
    }
    if (!m_families.insert(name).second) {
        return fmt::format("the lines of \"{}\" must be in one group", name);
    }
    m_family = {};
    m_family.name = name;
    return {};
}

ExpositionRules::Broken ExpositionRules::openForComment(const std::string &name,
                                                        std::string_view keyword)
{
    if (name != m_family.name || m_families.empty()) {
        return open(name);
    }
    if (!m_family.metrics.empty()) {
        return fmt::format("{} must be before the samples of \"{}\"", keyword, name);
    }
    return {};
}

ExpositionRules::Broken ExpositionRules::type(const std::string &name, FamilyType type)
{
    if (auto broken = openForComment(name, "TYPE")) {
        return broken;
    }
    if (m_family.type) {
        return fmt::format("a second TYPE of \"{}\"", name);
    }
    m_family.type = type;
    return {};
}

ExpositionRules::Broken ExpositionRules::help(const std::string &name)
{
    if (auto broken = openForComment(name, "HELP")) {
        return broken;
    }
    if (m_family.hasHelp) {
        return fmt::format("a second HELP of \"{}\"", name);
    }
    m_family.hasHelp = true;
    return {};
}

ExpositionRules::Broken ExpositionRules::unit(const std::string &name, std::string_view unit)
{
    if (auto broken = openForComment(name, "UNIT")) {
        return broken;
    }
    if (m_family.unit) {
        return fmt::format("a second UNIT of \"{}\"", name);
    }
    m_family.unit = unit;
    if (!unit.empty() && !name.ends_with("_" + *m_family.unit)) {
        return fmt::format("\"{}\" must end with its unit, \"_{}\"", name, unit);
    }
    return {};
}

/// Nothing when a sample of @p name is not of the current family.
std::optional<std::string_view> ExpositionRules::suffixOf(std::string_view name) const
{
    if (m_families.empty() || !name.starts_with(m_family.name)) {
        return {};
    }
    name.remove_prefix(m_family.name.size());
    const auto suffixes = suffixesOf(currentType(), m_isOpenMetrics);
    const auto found = std::find(suffixes.begin(), suffixes.end(), name);
    return found == suffixes.end() ? std::nullopt : std::optional(*found);
}

ExpositionRules::Broken ExpositionRules::sample(const SeriesSample &sample, bool isTimed,
                                                const std::optional<Exemplar> &exemplar,
                                                std::uint64_t line)
{
    const auto &name = sample.key.name;
    auto suffix = suffixOf(name);
    if (!suffix) {
        if (name == m_family.name && !m_families.empty()) {
            return fmt::format("\"{}\" is no name for a sample of a {}", name,
                               familyTypeName(currentType()));
        }
        if (auto broken = open(name)) {
            return broken;
        }
        suffix = "";
    }
    if (m_family.metrics.empty()) {
        if (auto broken = checkNames()) {
            return broken;
        }
    }
    m_line = line;
    if (auto broken = checkValue(sample, *suffix)) {
        return broken;
    }
    if (exemplar) {
        if (auto broken = checkExemplar(*exemplar, *suffix)) {
            return broken;
        }
    }
    return addToMetric(sample, isTimed, *suffix);
}

/// That no sample of the current family is named as one of another.
ExpositionRules::Broken ExpositionRules::checkNames()
{
    const auto type = currentType();
    if (m_family.unit && !m_family.unit->empty() &&
        (type == FamilyType::Info || type == FamilyType::StateSet)) {
        return fmt::format("\"{}\" must have no unit", m_family.name);
    }
    if (!m_isOpenMetrics) {
        return {};
    }
    const bool isTaken = m_taken.count(m_family.name) > 0;
    bool clashes = isTaken;
    m_taken.insert(m_family.name);
    for (const auto suffix : suffixesOf(type, true)) {
        auto name = m_family.name + std::string(suffix);
        clashes = clashes || (!suffix.empty() && m_taken.count(name) > 0);
        m_taken.insert(std::move(name));
    }
    return clashes
               ? Broken(fmt::format("\"{}\" has a sample name of another family", m_family.name))
               : std::nullopt;
}

ExpositionRules::Broken ExpositionRules::checkValue(const SeriesSample &sample,
                                                    std::string_view suffix) const
{
    const auto type = currentType();
    const double value = sample.sample.value;
    if (suffix == "_bucket") {
        const auto *bound = labelOf(sample.key.labels, "le");
        const auto number = bound ? parseNumber(*bound) : std::nullopt;
        if (!number || std::isnan(*number)) {
            return "a bucket must have a number as label \"le\"";
        }
    }
    if (type == FamilyType::Summary && suffix.empty()) {
        const auto *quantile = labelOf(sample.key.labels, "quantile");
        const auto number = quantile ? parseNumber(*quantile) : std::nullopt;
        if (!number || !(*number >= 0 && *number <= 1)) {
            return "a quantile must have a number from 0 to 1 as label \"quantile\"";
        }
    }
    if (!m_isOpenMetrics) {
        return {};
    }
    if (type == FamilyType::StateSet && !labelOf(sample.key.labels, m_family.name)) {
        return fmt::format("a state must have the label \"{}\"", m_family.name);
    }
    if (type == FamilyType::StateSet && value != 0 && value != 1) {
        return "the value of a state must be 0 or 1";
    }
    if (type == FamilyType::Info && value != 1) {
        return "the value of an info must be 1";
    }
    if (countsUp(type, suffix) && !(value >= 0)) {
        return "a count must be 0 or more";
    }
    return {};
}

ExpositionRules::Broken ExpositionRules::checkExemplar(const Exemplar &exemplar,
                                                       std::string_view suffix) const
{
    constexpr std::size_t kMaxCharacters = 128;
    if (suffix != "_bucket" && suffix != "_total") {
        return "only buckets and counters may have exemplars";
    }
    std::size_t characters = 0;
    for (const auto &[name, value] : exemplar.labels) {
        characters += charactersOf(name) + charactersOf(value);
    }
    return characters > kMaxCharacters
               ? Broken(fmt::format("the labels of an exemplar must have at most {} characters",
                                    kMaxCharacters))
               : std::nullopt;
}

/// Names the metric that @p sample is part of: its labels without those within the metric.
std::string ExpositionRules::metricOf(const SeriesSample &sample) const
{
    const auto type = currentType();
    SeriesKey key;
    for (const auto &label : sample.key.labels) {
        const bool isInside = (label.first == "le" && (type == FamilyType::Histogram ||
                                                       type == FamilyType::GaugeHistogram)) ||
                              (label.first == "quantile" && type == FamilyType::Summary) ||
                              (label.first == m_family.name && type == FamilyType::StateSet);
        if (!isInside) {
            key.labels.push_back(label);
        }
    }
    return key.text();
}

ExpositionRules::Broken ExpositionRules::addToMetric(const SeriesSample &sample, bool isTimed,
                                                     std::string_view suffix)
{
    auto text = metricOf(sample);
    const bool isFirst = m_family.metrics.empty();
    const auto [at, isNew] = m_family.metrics.try_emplace(text);
    auto &metric = at->second;
    // OpenMetrics wants metrics together; there info is all about its labels.
    if (m_isOpenMetrics && !isNew && !isFirst && text != m_family.lastMetric) {
        return fmt::format("the samples of one metric of \"{}\" must be together", m_family.name);
    }
    m_family.lastMetric = std::move(text);
    if (!isNew && m_isOpenMetrics) {
        if (metric.isTimed != isTimed) {
            return "of one metric either all samples or none have a timestamp";
        }
        if (isTimed && sample.sample.time < metric.time) {
            return "timestamps of one metric must not go back";
        }
        if (isTimed && sample.sample.time > metric.time) {
            if (auto broken = checkPoint(metric.point)) {
                return broken;
            }
            metric.point = {};
        }
    }
    metric.isTimed = isTimed;
    metric.time = sample.sample.time;
    return addToPoint(sample, suffix, metric.point);
}

ExpositionRules::Broken ExpositionRules::addToPoint(const SeriesSample &sample,
                                                    std::string_view suffix, Point &point) const
{
    auto text = sample.key.text();
    if (!point.series.insert(text).second) {
        return fmt::format("{} is there twice", text);
    }
    const double value = sample.sample.value;
    if (suffix == "_bucket") {
        const double bound = *parseNumber(*labelOf(sample.key.labels, "le"));
        if (point.hasBuckets && (bound <= point.lastBound || value < point.lastBucket)) {
            return "buckets must be in order and their values must not fall";
        }
        point.hasBuckets = true;
        point.isNegative = point.isNegative || bound < 0;
        point.lastBound = bound;
        point.lastBucket = value;
        point.infinity =
            bound == std::numeric_limits<double>::infinity() ? std::optional(value) : std::nullopt;
    } else if (suffix == "_count" || suffix == "_gcount") {
        point.count = value;
    } else if (suffix == "_sum" || suffix == "_gsum") {
        point.sum = value;
    }
    return {};
}

ExpositionRules::Broken ExpositionRules::checkPoint(const Point &point) const
{
    const auto type = currentType();
    if (type != FamilyType::Histogram && type != FamilyType::GaugeHistogram) {
        return {};
    }
    if (!point.hasBuckets || !point.infinity) {
        return fmt::format("\"{}\" has no bucket to +Inf", m_family.name);
    }
    if (point.count && *point.count != *point.infinity) {
        return fmt::format("the count of \"{}\" is not that of its bucket to +Inf", m_family.name);
    }
    if (!m_isOpenMetrics) {
        return {};
    }
    if (point.count.has_value() != point.sum.has_value()) {
        return fmt::format("\"{}\" must have both a sum and a count or none", m_family.name);
    }
    if (type == FamilyType::Histogram && point.isNegative && point.sum) {
        return fmt::format("\"{}\" has buckets below zero and so must have no sum", m_family.name);
    }
    return {};
}

ExpositionRules::Broken ExpositionRules::closeFamily()
{
    for (const auto &[name, metric] : m_family.metrics) {
        if (auto broken = checkPoint(metric.point)) {
            return broken;
        }
    }
    const bool isUnseen = !m_families.empty() && m_family.metrics.empty();
    return isUnseen ? checkNames() : std::nullopt;
}

} // namespace foretop::metrics
