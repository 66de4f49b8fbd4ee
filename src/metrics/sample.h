// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foretop::metrics {

/// Name and value, sorted by name, names unique.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// What identifies a series.
struct SeriesKey
{
    std::string name;
    Labels labels;

    /// `name{a="1",b="2"}` as Prometheus writes it.
    std::string text() const;
    auto operator<=>(const SeriesKey &) const = default;
};

struct Sample
{
    WallTime time{};
    double value = 0;
    bool operator==(const Sample &) const = default;
};

/// Says that a series ended: Prometheus' own NaN, which no exposition can hold. It is no value, and
/// nothing is looked up across it.
inline constexpr double kStaleMarker = std::bit_cast<double>(std::uint64_t(0x7FF0000000000002));
constexpr bool isStaleMarker(double value)
{
    return std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(kStaleMarker);
}

struct SeriesSample
{
    SeriesKey key;
    Sample sample;
};

enum class FamilyType : std::uint8_t {
    Unknown,
    Counter,
    Gauge,
    Histogram,
    Summary,
    GaugeHistogram, // this and what follows: OpenMetrics only
    Info,
    StateSet,
};
/// As a "# TYPE" line of OpenMetrics names it.
std::string_view familyTypeName(FamilyType type);

/// What an exposition says of a metric family.
struct Family
{
    std::string name;
    FamilyType type = FamilyType::Unknown;
    std::string help;
    std::string unit = {}; ///< such as "seconds"; empty when it is not told
};

} // namespace foretop::metrics
