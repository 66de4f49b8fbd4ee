// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/function.h"

#include "metrics/elementfunctions.h"
#include "metrics/windowfunctions.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

template <double (*Body)(double)>
double plain(double value, std::span<const double>)
{
    return Body(value);
}

Function of(std::string_view name, double (*body)(double, std::span<const double>),
            std::string_view help, std::string_view arguments = "v", std::size_t required = 1)
{
    return {name, arguments, required, false, ValueType::InstantVector, body, help};
}

Function over(std::string_view name, WindowFunction body, std::string_view help,
              std::string_view arguments = "r")
{
    return {name, arguments, arguments.size(), false, ValueType::InstantVector, body, help};
}

Function special(std::string_view name, std::string_view arguments, std::string_view help,
                 ValueType result = ValueType::InstantVector)
{
    return {name, arguments, arguments.size(), false, result, {}, help};
}

std::vector<Function> table()
{
    std::vector<Function> all{
        of("abs", plain<std::fabs>, "without its sign"),
        special("absent", "v", "1 when there is no series"),
        special("absent_over_time", "r", "1 when there was no sample in the range"),
        of("acos", plain<std::acos>, "arc cosine, in radians"),
        of("acosh", plain<std::acosh>, "inverse hyperbolic cosine"),
        of("asin", plain<std::asin>, "arc sine, in radians"),
        of("asinh", plain<std::asinh>, "inverse hyperbolic sine"),
        of("atan", plain<std::atan>, "arc tangent, in radians"),
        of("atanh", plain<std::atanh>, "inverse hyperbolic tangent"),
        over("avg_over_time", window::avg, "mean of the range"),
        of("ceil", plain<std::ceil>, "rounded up"),
        over("changes", window::changes, "how often the value changed"),
        of("clamp", element::clamp, "kept between two bounds", "vss", 3),
        of("clamp_max", element::clampMax, "kept at or below a bound", "vs", 2),
        of("clamp_min", element::clampMin, "kept at or above a bound", "vs", 2),
        of("cos", plain<std::cos>, "cosine"),
        of("cosh", plain<std::cosh>, "hyperbolic cosine"),
        over("count_over_time", window::count, "how many samples the range has"),
        of("day_of_month", element::dayOfMonth, "1 to 31, of a time in UTC", "v", 0),
        of("day_of_week", element::dayOfWeek, "0 (Sunday) to 6, of a time in UTC", "v", 0),
        of("day_of_year", element::dayOfYear, "1 to 366, of a time in UTC", "v", 0),
        of("days_in_month", element::daysInMonth, "28 to 31, of a time in UTC", "v", 0),
        of("deg", element::deg, "radians in degrees"),
        over("delta", window::delta, "difference over the range of a gauge"),
        over("deriv", window::deriv, "change of a gauge per second, by least squares"),
        of("exp", plain<std::exp>, "e to the power of the value"),
        of("floor", plain<std::floor>, "rounded down"),
        special("histogram_quantile", "sv", "quantile of classic buckets (label le)"),
        of("hour", element::hour, "0 to 23, of a time in UTC", "v", 0),
        over("idelta", window::idelta, "difference of the last two samples"),
        over("increase", window::increase, "growth of a counter over the range"),
        over("irate", window::irate, "growth per second between the last two samples"),
        special("label_join", "vttt", "sets a label to others, joined"),
        special("label_replace", "vtttt", "sets a label from another by a regular expression"),
        over("last_over_time", window::last, "the last sample of the range"),
        of("ln", plain<std::log>, "natural logarithm"),
        of("log10", plain<std::log10>, "decimal logarithm"),
        of("log2", plain<std::log2>, "binary logarithm"),
        over("max_over_time", window::max, "the greatest of the range"),
        over("min_over_time", window::min, "the least of the range"),
        of("minute", element::minute, "0 to 59, of a time in UTC", "v", 0),
        of("month", element::month, "1 to 12, of a time in UTC", "v", 0),
        special("pi", "", "3.14159...", ValueType::Scalar),
        over("predict_linear", window::predictLinear, "value in so many seconds, by least squares",
             "rs"),
        over("present_over_time", window::present, "1 for each series with a sample in the range"),
        over("quantile_over_time", window::quantile, "quantile (0 to 1) of the range", "sr"),
        of("rad", element::rad, "degrees in radians"),
        over("rate", window::rate, "growth of a counter per second, over the range"),
        over("resets", window::resets, "how often a counter began anew"),
        of("round", element::round, "rounded to the nearest whole number or multiple", "vs", 1),
        special("scalar", "v", "the value of the only series, else NaN", ValueType::Scalar),
        of("sgn", element::sgn, "-1, 0 or 1 by its sign"),
        of("sin", plain<std::sin>, "sine"),
        of("sinh", plain<std::sinh>, "hyperbolic sine"),
        special("sort", "v", "by value (no effect over a range of time)"),
        special("sort_desc", "v", "by value, greatest first (no effect over a range of time)"),
        of("sqrt", plain<std::sqrt>, "square root"),
        over("stddev_over_time", window::stddev, "standard deviation of the range"),
        over("stdvar_over_time", window::stdvar, "variance of the range"),
        over("sum_over_time", window::sum, "sum of the range"),
        of("tan", plain<std::tan>, "tangent"),
        of("tanh", plain<std::tanh>, "hyperbolic tangent"),
        special("time", "", "when it is evaluated, in seconds since 1970", ValueType::Scalar),
        special("timestamp", "v", "when the sample was taken, in seconds since 1970"),
        special("vector", "s", "a scalar as a vector of one series without labels"),
        of("year", element::year, "of a time in UTC", "v", 0),
    };
    const auto join = std::find_if(all.begin(), all.end(),
                                   [](const Function &f) { return f.name == "label_join"; });
    join->required = 3;
    join->isVariadic = true;
    return all;
}

} // namespace

ValueType Function::argumentType(std::size_t index) const
{
    switch (arguments[std::min(index, arguments.size() - 1)]) {
    case 'v':
        return ValueType::InstantVector;
    case 'r':
        return ValueType::RangeVector;
    case 's':
        return ValueType::Scalar;
    default:
        return ValueType::String;
    }
}

std::string Function::signature() const
{
    std::string text(name);
    text += '(';
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        text += i > 0 ? ", " : "";
        const auto type = std::string(valueTypeName(argumentType(i)));
        text += i < required ? type : "[" + type + "]";
    }
    return text + (isVariadic ? "...)" : ")");
}

std::span<const Function> allFunctions()
{
    static const auto all = table();
    return all;
}

const Function *functionNamed(std::string_view name)
{
    const auto all = allFunctions();
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const Function &f) { return f.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace foretop::metrics
