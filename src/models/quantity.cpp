// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantity.h"

#include "metrics/function.h"

#include <algorithm>
#include <array>

namespace foretop::models {

namespace {

using metrics::AggregationOperator;
using metrics::BinaryOperator;
using metrics::Node;
using Base = Quantity::Base;

bool dropEnd(std::string_view &name, std::string_view end)
{
    if (!name.ends_with(end)) {
        return false;
    }
    name.remove_suffix(end.size());
    return true;
}

/// "process_start_time_seconds" is a moment, "http_response_time_seconds" is none.
bool isMoment(std::string_view name)
{
    static constexpr std::array<std::string_view, 22> kDurations = {
        "request",    "response", "cpu",   "io",      "wait",    "processing", "run",  "execution",
        "elapsed",    "up",       "lock",  "read",    "write",   "query",      "busy", "idle",
        "connection", "load",     "queue", "service", "handler", "task",
    };
    if (name.ends_with("_timestamp_seconds") || name.ends_with("_timestamp")) {
        return true;
    }
    if (!dropEnd(name, "_time_seconds")) {
        return false;
    }
    const std::string_view word = name.substr(name.rfind('_') + 1);
    return std::find(kDurations.begin(), kDurations.end(), word) == kDurations.end();
}

Base baseOfSuffix(std::string_view name)
{
    struct Suffix
    {
        std::string_view text;
        Base base;
    };
    static constexpr std::array kSuffixes = {
        Suffix{"bytes", Base::Bytes},
        Suffix{"bits", Base::Bits},
        Suffix{"milliseconds", Base::Milliseconds},
        Suffix{"_ms", Base::Milliseconds},
        Suffix{"seconds", Base::Seconds},
        Suffix{"ratio", Base::Ratio},
        Suffix{"percent", Base::Percent},
        Suffix{"percentage", Base::Percent},
    };
    for (const Suffix &suffix : kSuffixes) {
        const auto at = name.size() - std::min(name.size(), suffix.text.size());
        const bool isWord = at == 0 || name[at] == '_' || name[at - 1] == '_';
        if (isWord && name.ends_with(suffix.text)) {
            return suffix.base;
        }
    }
    return Base::Plain;
}

Quantity ofRule(std::string_view name)
{
    const std::string_view operations = name.substr(name.rfind(':') + 1);
    if (operations.find("ratio") != std::string_view::npos) {
        return {Base::Ratio, false};
    }
    name = name.substr(0, name.rfind(':'));
    const std::size_t level = name.rfind(':');
    Quantity result =
        quantityNamed(level == std::string_view::npos ? name : name.substr(level + 1));
    result.isPerSecond = operations.find("rate") != std::string_view::npos;
    return result;
}

/// The metric of the first selector of @p node.
std::string_view metricIn(const Node &node)
{
    const auto firstOf = [](const std::vector<metrics::NodePtr> &nodes) {
        for (const auto &inner : nodes) {
            if (const auto found = metricIn(*inner); !found.empty()) {
                return found;
            }
        }
        return std::string_view();
    };
    if (const auto *vector = std::get_if<metrics::VectorSelector>(&node.form)) {
        return vector->metric;
    }
    if (const auto *range = std::get_if<metrics::RangeSelector>(&node.form)) {
        return range->selector.metric;
    }
    if (const auto *subquery = std::get_if<metrics::Subquery>(&node.form)) {
        return metricIn(*subquery->operand);
    }
    if (const auto *aggregation = std::get_if<metrics::Aggregation>(&node.form)) {
        return metricIn(*aggregation->operand);
    }
    if (const auto *call = std::get_if<metrics::Call>(&node.form)) {
        return firstOf(call->arguments);
    }
    if (const auto *binary = std::get_if<metrics::Binary>(&node.form)) {
        return firstOf({binary->left, binary->right});
    }
    return {};
}

std::optional<double> literal(const Node &node)
{
    if (const auto *number = std::get_if<metrics::NumberLiteral>(&node.form)) {
        return number->value;
    }
    if (const auto *negation = std::get_if<metrics::Negation>(&node.form)) {
        const auto inner = literal(*negation->operand);
        return inner ? std::optional(-*inner) : std::nullopt;
    }
    return {};
}

/// By well-known factors alone: what else a number does to a unit nobody knows.
Quantity scaled(Quantity quantity, double factor)
{
    struct Change
    {
        Base from;
        double factor;
        Base to;
    };
    static constexpr std::array kChanges = {
        Change{Base::Bytes, 8, Base::Bits},
        Change{Base::Bits, 1.0 / 8, Base::Bytes},
        Change{Base::Ratio, 100, Base::Percent},
        Change{Base::Percent, 1.0 / 100, Base::Ratio},
        Change{Base::Seconds, 1000, Base::Milliseconds},
        Change{Base::Milliseconds, 1.0 / 1000, Base::Seconds},
    };
    if (factor == 1 || factor == -1) {
        return quantity;
    }
    if (quantity == Quantity{Base::Seconds, true}) {
        quantity = {Base::Ratio, false};
    }
    const auto change = std::find_if(kChanges.begin(), kChanges.end(), [&](const Change &each) {
        return each.from == quantity.base && each.factor == factor;
    });
    return change == kChanges.end() ? Quantity{} : Quantity{change->to, quantity.isPerSecond};
}

Quantity sumOf(const Node &left, const Node &right, BinaryOperator op)
{
    const Quantity a = quantityOf(left);
    const Quantity b = quantityOf(right);
    if (literal(left) || literal(right)) {
        return literal(left) ? b : a;
    }
    if (a.base == Base::Moment && b.base == Base::Moment && op == BinaryOperator::Subtract) {
        return {Base::Seconds, false};
    }
    if (a == Quantity{Base::Moment, false} && b == Quantity{Base::Seconds, false}) {
        return a;
    }
    return a == b ? a : Quantity{};
}

Quantity product(const Node &left, const Node &right)
{
    const Quantity a = quantityOf(left);
    const Quantity b = quantityOf(right);
    if (const auto factor = literal(right)) {
        return scaled(a, *factor);
    }
    if (const auto factor = literal(left)) {
        return scaled(b, *factor);
    }
    if (a.base == Base::Ratio || b.base == Base::Ratio) {
        return a.base == Base::Ratio ? b : a;
    }
    return {};
}

Quantity quotient(const Node &left, const Node &right)
{
    const Quantity a = quantityOf(left);
    if (const auto divisor = literal(right)) {
        return scaled(a, 1 / *divisor);
    }
    const Quantity b = quantityOf(right);
    if (a == b) {
        return {Base::Ratio, false};
    }
    if (a.base == Base::Plain && !a.isPerSecond && b == Quantity{Base::Plain, true}) {
        return {Base::Seconds, false}; // Little's law: how many wait, by how many go on a second
    }
    if (b.base == Base::Plain || b.base == Base::Ratio) {
        return {a.base, a.isPerSecond && !b.isPerSecond};
    }
    if (b == Quantity{Base::Seconds, false} && !a.isPerSecond) {
        return {a.base, true};
    }
    return {};
}

Quantity ofBinary(const metrics::Binary &binary)
{
    switch (binary.op) {
    case BinaryOperator::Add:
    case BinaryOperator::Subtract:
        return sumOf(*binary.left, *binary.right, binary.op);
    case BinaryOperator::Multiply:
        return product(*binary.left, *binary.right);
    case BinaryOperator::Divide:
        return quotient(*binary.left, *binary.right);
    case BinaryOperator::Power:
        return {};
    default:
        break;
    }
    if (binary.returnsBool) {
        return {};
    }
    const Quantity left = quantityOf(*binary.left);
    return literal(*binary.left) || (binary.op == BinaryOperator::Or && left == Quantity{})
               ? quantityOf(*binary.right)
               : left;
}

Quantity ofAggregation(const metrics::Aggregation &aggregation)
{
    switch (aggregation.op) {
    case AggregationOperator::Count:
    case AggregationOperator::CountValues:
    case AggregationOperator::Group:
    case AggregationOperator::Stdvar:
        return {};
    default:
        return quantityOf(*aggregation.operand);
    }
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Quantity ofCall(const metrics::Call &call)
{
    const std::string_view name = call.function->name;
    if (isOneOf(name, {"time", "timestamp"})) {
        return {Base::Moment, false};
    }
    if (name == "histogram_quantile") {
        const Quantity bounds = quantityNamed(metricIn(*call.arguments.back()));
        return {bounds.base, false};
    }
    const auto argument = std::find_if(call.arguments.begin(), call.arguments.end(),
                                       [](const metrics::NodePtr &node) {
                                           return node->type == metrics::ValueType::RangeVector ||
                                                  node->type == metrics::ValueType::InstantVector;
                                       });
    if (argument == call.arguments.end()) {
        return {};
    }
    const Quantity inner = quantityOf(**argument);
    if (isOneOf(name, {"rate", "irate", "deriv"})) {
        return {inner.base, true};
    }
    const bool keeps = isOneOf(name, {"increase",
                                      "delta",
                                      "idelta",
                                      "predict_linear",
                                      "avg_over_time",
                                      "min_over_time",
                                      "max_over_time",
                                      "sum_over_time",
                                      "stddev_over_time",
                                      "quantile_over_time",
                                      "last_over_time",
                                      "abs",
                                      "ceil",
                                      "floor",
                                      "round",
                                      "clamp",
                                      "clamp_min",
                                      "clamp_max",
                                      "label_replace",
                                      "label_join",
                                      "scalar",
                                      "sort",
                                      "sort_desc"});
    return keeps ? inner : Quantity{};
}

Quantity ofSelector(const metrics::VectorSelector &selector)
{
    // Buckets hold counts, whatever their bounds are in.
    return selector.metric.ends_with("_bucket") ? Quantity{} : quantityNamed(selector.metric);
}

} // namespace

Unit Quantity::unit() const
{
    switch (base) {
    case Base::Plain:
        return isPerSecond ? Unit::PerSecond : Unit::Number;
    case Base::Bytes:
        return isPerSecond ? Unit::BytesPerSecond : Unit::Bytes;
    case Base::Bits:
        return isPerSecond ? Unit::BitsPerSecond : Unit::Number;
    case Base::Seconds:
        return isPerSecond ? Unit::Ratio : Unit::Seconds;
    case Base::Milliseconds:
        return isPerSecond ? Unit::Number : Unit::Milliseconds;
    case Base::Ratio:
        return isPerSecond ? Unit::Number : Unit::Ratio;
    case Base::Percent:
        return isPerSecond ? Unit::Number : Unit::Percent;
    case Base::Moment:
        return isPerSecond ? Unit::Number : Unit::Moment;
    }
    return Unit::Number;
}

Quantity quantityNamed(std::string_view metric)
{
    if (metric.find(':') != std::string_view::npos) {
        return ofRule(metric);
    }
    if (dropEnd(metric, "_count")) {
        return {};
    }
    if (dropEnd(metric, "_created") || isMoment(metric)) {
        return {Base::Moment, false};
    }
    for (const std::string_view end : {"_total", "_sum", "_bucket", "_max", "_min", "_avg"}) {
        if (dropEnd(metric, end)) {
            break;
        }
    }
    return {baseOfSuffix(metric), false};
}

Quantity quantityOf(const Node &node)
{
    if (const auto *vector = std::get_if<metrics::VectorSelector>(&node.form)) {
        return ofSelector(*vector);
    }
    if (const auto *range = std::get_if<metrics::RangeSelector>(&node.form)) {
        return ofSelector(range->selector);
    }
    if (const auto *subquery = std::get_if<metrics::Subquery>(&node.form)) {
        return quantityOf(*subquery->operand);
    }
    if (const auto *negation = std::get_if<metrics::Negation>(&node.form)) {
        return quantityOf(*negation->operand);
    }
    if (const auto *binary = std::get_if<metrics::Binary>(&node.form)) {
        return ofBinary(*binary);
    }
    if (const auto *aggregation = std::get_if<metrics::Aggregation>(&node.form)) {
        return ofAggregation(*aggregation);
    }
    if (const auto *call = std::get_if<metrics::Call>(&node.form)) {
        return ofCall(*call);
    }
    return {};
}

} // namespace foretop::models
