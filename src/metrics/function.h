// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"
#include "metrics/sample.h"

#include <optional>
#include <span>

namespace foretop::metrics {

/// What a function of a range vector sees of one series.
struct Window
{
    std::span<const Sample> samples; ///< one or more, none a stale marker, in order of time
    WallTime begin;                  ///< the range: both ends belong to it
    WallTime end;
    WallTime at; ///< when it is evaluated, whatever "offset" and "@" say
    std::span<const double> parameters;
    /// The values before each reset of a counter within, where the caller knows them.
    std::optional<std::span<const double>> lost = {};
};
/// kStaleMarker when there is no result.
using WindowFunction = double (*)(const Window &window);
/// Of one value of an instant vector; kStaleMarker when there is no result.
using ElementFunction = double (*)(double value, std::span<const double> parameters);

/// A function of the language. Those with neither kind of body need to see more than a value.
struct Function
{
    std::string_view name;
    std::string_view arguments; ///< one letter each: v(ector), r(ange), s(calar), t(ext)
    std::size_t required;       ///< arguments that must be given
    bool isVariadic;            ///< the last may be given any number of times
    ValueType result;
    std::variant<std::monostate, ElementFunction, WindowFunction> body;
    std::string_view help; ///< one line, for completion

    ValueType argumentType(std::size_t index) const;
    /// "clamp(instant vector, scalar, scalar)".
    std::string signature() const;
};

/// All there are, by name.
std::span<const Function> allFunctions();
/// Null when there is none; names are case-sensitive, as in Prometheus.
const Function *functionNamed(std::string_view name);

} // namespace foretop::metrics
