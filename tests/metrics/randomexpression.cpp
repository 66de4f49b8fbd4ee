// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/randomexpression.h"

#include <fmt/format.h>

namespace foretop::metrics {

RandomExpression::RandomExpression(unsigned seed, std::vector<std::string> selectors,
                                   std::vector<std::string> labels)
    : m_random(seed)
    , m_selectors(std::move(selectors))
    , m_labels(std::move(labels))
{
}

int RandomExpression::below(int count)
{
    // Not a distribution of the library, as those differ between libraries.
    return int(m_random() % unsigned(count));
}

const std::string &RandomExpression::any(const std::vector<std::string> &of)
{
    return of[std::size_t(below(int(of.size())))];
}

std::string RandomExpression::shift()
{
    static const std::vector<std::string> kShifts{
        " offset 7m",    " offset -3m13s",  " @ start()",   " @ end() offset 90s",
        " offset 500ms", " @ 1700005000.5", " OFFSET 1h30m"};
    return oneIn(5) ? any(kShifts) : std::string();
}

std::string RandomExpression::range(int depth)
{
    static const std::vector<std::string> kRanges{"[1m]", "[5m]", "[47s]", "[20m]", "[1h]"};
    static const std::vector<std::string> kSubqueries{"[10m:1m]", "[5m:]", "[30m:47s]", "[2m:30s]"};
    if (depth > 0 && oneIn(4)) {
        return "(" + vector(depth - 1) + ")" + any(kSubqueries) + shift();
    }
    return any(m_selectors) + any(kRanges) + shift();
}

std::string RandomExpression::labelList()
{
    std::string list = "(";
    for (int i = below(3); i > 0; --i) {
        list += any(m_labels) + (i > 1 ? ", " : "");
    }
    return list + ")";
}

std::string RandomExpression::scalar(int depth)
{
    static const std::vector<std::string> kNumbers{"0",    "1",   "2.5",  "-3",  "0.5", "1e3",
                                                   "0x1F", "010", "-Inf", "NaN", "1e-3"};
    static const std::vector<std::string> kOperators{"+", "-",       "*",      "/",      "%",
                                                     "^", "== bool", "< bool", ">= bool"};
    if (depth <= 0 || oneIn(3)) {
        return any(kNumbers);
    }
    switch (below(5)) {
    case 0:
        return fmt::format("({} {} {})", scalar(depth - 1), any(kOperators), scalar(depth - 1));
    case 1:
        return fmt::format("{} {} {}", scalar(depth - 1), any(kOperators), scalar(depth - 1));
    case 2:
        return fmt::format("scalar({})", vector(depth - 1));
    case 3:
        return oneIn(2) ? "time()" : "pi()";
    default:
        return "-" + scalar(depth - 1);
    }
}

std::string RandomExpression::binary(int depth)
{
    static const std::vector<std::string> kArithmetic{"+", "-", "*", "/", "%", "^"};
    static const std::vector<std::string> kComparisons{"==", "!=", ">", "<", ">=", "<="};
    static const std::vector<std::string> kSets{"and", "or", "unless", "AND"};
    std::string op = oneIn(3) ? any(kComparisons) + (oneIn(2) ? " bool" : "") : any(kArithmetic);
    switch (below(4)) {
    case 0:
        return fmt::format("{} {} {}", vector(depth - 1), op, scalar(depth - 1));
    case 1:
        return fmt::format("{} {} {}", scalar(depth - 1), op, vector(depth - 1));
    default:
        break;
    }
    const bool isSet = oneIn(3);
    op = isSet ? any(kSets) : op;
    if (oneIn(2)) {
        const bool isOn = oneIn(2);
        op += (isOn ? " on" : " ignoring") + labelList();
        if (!isSet && oneIn(2)) {
            op += oneIn(2) ? " group_left" : " group_right";
            op += isOn ? "()" : labelList();
        }
    }
    return fmt::format("({}) {} {}", vector(depth - 1), op, vector(depth - 1));
}

std::string RandomExpression::aggregation(int depth)
{
    static const std::vector<std::string> kPlain{"sum",   "avg",    "min",    "max", "count",
                                                 "group", "stddev", "stdvar", "SUM"};
    static const std::vector<std::string> kCounted{"topk", "bottomk"};
    std::string head;
    std::string body = vector(depth - 1);
    switch (below(5)) {
    case 0:
        // Elsewhere Prometheus leaves it to chance which of equals it chooses.
        head = any(kCounted);
        body = fmt::format("{}, {}", below(4), any(m_selectors));
        break;
    case 1:
        head = "quantile";
        body = fmt::format("{}, {}", any({"0.5", "0.9", "-1", "1.5", "0", "1", "NaN"}), body);
        break;
    case 2:
        // It tells the last digit, in which mathematical functions differ.
        head = oneIn(3) ? "count_values" : "sum";
        body = head == "sum" ? body : "\"value\", " + any(m_selectors);
        break;
    default:
        head = any(kPlain);
    }
    if (oneIn(3)) {
        return fmt::format("{}({})", head, body);
    }
    const auto grouping = (oneIn(2) ? "by " : "without ") + labelList();
    return oneIn(2) ? fmt::format("{} {} ({})", head, grouping, body)
                    : fmt::format("{}({}) {}", head, body, grouping);
}

std::string RandomExpression::labelCall(int depth)
{
    if (oneIn(2)) {
        return fmt::format("label_join({}, \"{}\", \"-\", \"{}\", \"{}\")", vector(depth - 1),
                           any(m_labels), any(m_labels), any(m_labels));
    }
    return fmt::format("label_replace({}, \"{}\", \"{}\", \"{}\", \"{}\")", vector(depth - 1),
                       any(m_labels), any({"$1", "x$1y", "${1}y", "$$", "$n", "a${n}b$"}),
                       any(m_labels), any({"(.*)", "(?P<n>.).*", "web-(.*)", "", "[a-z]+"}));
}

std::string RandomExpression::call(int depth)
{
    static const std::vector<std::string> kOverTime{"rate",
                                                    "increase",
                                                    "delta",
                                                    "irate",
                                                    "idelta",
                                                    "deriv",
                                                    "changes",
                                                    "resets",
                                                    "avg_over_time",
                                                    "min_over_time",
                                                    "max_over_time",
                                                    "sum_over_time",
                                                    "last_over_time",
                                                    "count_over_time",
                                                    "stddev_over_time",
                                                    "present_over_time",
                                                    "stdvar_over_time",
                                                    "absent_over_time"};
    static const std::vector<std::string> kOfTimes{"hour", "month",  "day_of_week", "days_in_month",
                                                   "year", "minute", "day_of_month"};
    static const std::vector<std::string> kOfEach{
        "abs", "ceil", "floor", "exp", "ln",  "log2", "log10",     "sqrt",   "round",    "sort",
        "sgn", "deg",  "rad",   "sin", "cos", "atan", "timestamp", "absent", "sort_desc"};
    switch (below(10)) {
    case 9:
        // Of what is no time, Go leaves the result to the processor.
        return fmt::format("{}(timestamp({}))", any(kOfTimes), any(m_selectors));
    case 0:
        return fmt::format("quantile_over_time({}, {}[7m])", scalar(depth - 1), any(m_selectors));
    case 1:
        return fmt::format("clamp_{}({}, {})", oneIn(2) ? "min" : "max", vector(depth - 1),
                           scalar(depth - 1));
    case 2:
        return fmt::format("histogram_quantile({}, {})", scalar(depth - 1), vector(depth - 1));
    case 3:
        return labelCall(depth);
    case 4:
        return fmt::format("vector({})", scalar(depth - 1));
    case 5:
        return fmt::format("{}({})", any(kOfEach), vector(depth - 1));
    default:
        return fmt::format("{}({})", any(kOverTime), range(depth));
    }
}

std::string RandomExpression::vector(int depth)
{
    if (depth <= 0 || oneIn(6)) {
        return any(m_selectors) + shift();
    }
    switch (below(8)) {
    case 0:
        return "-" + vector(depth - 1);
    case 1:
        return "(" + vector(depth - 1) + ")";
    case 2:
    case 3:
        return binary(depth);
    case 4:
    case 5:
        return aggregation(depth);
    default:
        return call(depth);
    }
}

} // namespace foretop::metrics
