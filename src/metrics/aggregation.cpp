// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/aggregation.h"

#include "metrics/quantile.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

using Op = AggregationOperator;

void groupLabels(const Aggregation &aggregation, Labels &labels)
{
    if (aggregation.isWithout) {
        removeLabels(labels, aggregation.labels);
        removeName(labels);
    } else {
        keepLabels(labels, aggregation.labels);
    }
}

/// A mean that does not overflow; infinities stay but for NaN and each other.
double meanOf(std::span<const double> values)
{
    double mean = 0;
    double count = 0;
    for (const double value : values) {
        ++count;
        if (std::isinf(mean) && (std::isfinite(value) || value == mean)) {
            continue;
        }
        mean += value / count - mean / count;
    }
    return mean;
}

double varianceOf(std::span<const double> values)
{
    // The first is taken as it is: of one value alone, NaN or infinite as it may be, this is 0.
    double mean = values.front();
    double squares = 0;
    double count = 1;
    for (const double value : values.subspan(1)) {
        const double distance = value - mean;
        mean += distance / ++count;
        squares += distance * (value - mean);
    }
    return squares / count;
}

double sumOf(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum;
}

template <typename Better>
double extremeOf(std::span<const double> values, Better isBetter)
{
    double best = values.front();
    for (const double value : values) {
        if (isBetter(value, best) || std::isnan(best)) {
            best = value;
        }
    }
    return best;
}

/// Of one or more @p values, which it may reorder.
double folded(Op op, std::span<double> values, double parameter)
{
    switch (op) {
    case Op::Sum:
        return sumOf(values);
    case Op::Avg:
        return meanOf(values);
    case Op::Count:
        return static_cast<double>(values.size());
    case Op::Min:
        return extremeOf(values, [](double a, double b) { return a < b; });
    case Op::Max:
        return extremeOf(values, [](double a, double b) { return a > b; });
    case Op::Stddev:
        return std::sqrt(varianceOf(values));
    case Op::Stdvar:
        return varianceOf(values);
    case Op::Quantile:
        return quantile(parameter, values);
    default:
        return 1;
    }
}

struct Group
{
    Labels labels;
    std::vector<std::size_t> members; ///< indexes of tracks
};

std::vector<Group> groupsOf(const Aggregation &aggregation, const Tracks &tracks)
{
    std::map<Labels, std::size_t> indexes;
    std::vector<Group> groups;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        auto labels = tracks[i].labels;
        groupLabels(aggregation, labels);
        const auto [found, isNew] = indexes.emplace(labels, groups.size());
        if (isNew) {
            groups.push_back({std::move(labels), {}});
        }
        groups[found->second].members.push_back(i);
    }
    return groups;
}

Track fold(Op op, const Group &group, const Tracks &tracks, std::span<const double> parameters,
           std::size_t steps)
{
    Track out{group.labels, std::vector<double>(steps, kStaleMarker)};
    std::vector<double> values;
    for (std::size_t step = 0; step < steps; ++step) {
        values.clear();
        for (const auto member : group.members) {
            if (tracks[member].has(step)) {
                values.push_back(tracks[member].values[step]);
            }
        }
        if (!values.empty()) {
            out.values[step] = folded(op, values, parameters.empty() ? 0 : parameters[step]);
        }
    }
    return out;
}

/// The k first of an order, kept in a heap whose root is the last of them. Which of equals stays
/// depends on the shape of the heap: this is the one of Go's container/heap.
class BestOf
{
public:
    BestOf(std::size_t count, bool isTop)
        : m_count(count)
        , m_isTop(isTop)
    {
    }

    void add(std::size_t member, double value)
    {
        if (m_heap.size() < m_count) {
            m_heap.push_back({member, value});
            up(m_heap.size() - 1);
        } else if (isWorse(m_heap[0].value, value) ||
                   (std::isnan(m_heap[0].value) && !std::isnan(value))) {
            m_heap[0] = {member, value};
            down(0);
        }
    }

    template <typename Use>
    void each(Use use) const
    {
        for (const auto &entry : m_heap) {
            use(entry.member);
        }
    }

private:
    struct Entry
    {
        std::size_t member;
        double value;
    };

    bool isWorse(double a, double b) const { return m_isTop ? a < b : a > b; }
    bool isBefore(std::size_t a, std::size_t b) const
    {
        return std::isnan(m_heap[a].value) || isWorse(m_heap[a].value, m_heap[b].value);
    }

    void up(std::size_t at)
    {
        while (at > 0 && isBefore(at, (at - 1) / 2)) {
            std::swap(m_heap[at], m_heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
    }

    void down(std::size_t at)
    {
        while (2 * at + 1 < m_heap.size()) {
            auto child = 2 * at + 1;
            if (child + 1 < m_heap.size() && isBefore(child + 1, child)) {
                ++child;
            }
            if (!isBefore(child, at)) {
                return;
            }
            std::swap(m_heap[at], m_heap[child]);
            at = child;
        }
    }

    const std::size_t m_count;
    const bool m_isTop;
    std::vector<Entry> m_heap;
};

Result<Tracks> best(Op op, const std::vector<Group> &groups, const Tracks &tracks,
                    std::span<const double> parameters, std::size_t steps)
{
    Tracks out = tracks;
    for (std::size_t step = 0; step < steps; ++step) {
        for (auto &track : out) {
            track.values[step] = kStaleMarker;
        }
        const double wanted = parameters[step];
        constexpr double kMax = 9.2e18;
        if (!(std::abs(wanted) <= kMax)) {
            return fail(ErrorCode::OutOfRange,
                        fmt::format("{} cannot choose {} series", aggregationText(op), wanted));
        }
        if (wanted < 1) {
            continue;
        }
        for (const auto &group : groups) {
            BestOf chosen(static_cast<std::size_t>(wanted), op == Op::Topk);
            for (const auto member : group.members) {
                if (tracks[member].has(step)) {
                    chosen.add(member, tracks[member].values[step]);
                }
            }
            chosen.each([&](std::size_t i) { out[i].values[step] = tracks[i].values[step]; });
        }
    }
    return out;
}

/// All digits, without an exponent.
std::string plainText(double value)
{
    if (!std::isfinite(value)) {
        return std::isnan(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }
    char buffer[32];
    const auto end =
        std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::scientific)
            .ptr;
    std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    std::string digits;
    const auto mark = text.find('e');
    for (const char c : text.substr(0, mark)) {
        if (c >= '0' && c <= '9') {
            digits += c;
        }
    }
    int exponent = 0;
    const auto *first = text.data() + mark + 1 + (text[mark + 1] == '+' ? 1 : 0);
    std::from_chars(first, end, exponent);
    const int size = static_cast<int>(digits.size());
    const std::string sign = std::signbit(value) ? "-" : "";
    if (exponent < 0) {
        return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    }
    if (exponent >= size - 1) {
        return sign + digits + std::string(static_cast<std::size_t>(exponent - size + 1), '0');
    }
    return sign + digits.insert(static_cast<std::size_t>(exponent + 1), ".");
}

Result<Tracks> countValues(const Aggregation &aggregation, const Tracks &tracks,
                           const std::string &label, const EvaluationLimits &limits,
                           std::size_t steps)
{
    if (!isLabelName(label)) {
        return fail(ErrorCode::Malformed, fmt::format("{} is no label name", quoted(label)));
    }
    auto grouping = aggregation;
    if (!grouping.isWithout) {
        grouping.labels.push_back(label);
    }
    TrackBuilder builder(limits, steps);
    std::map<std::size_t, double> counts; // by track, of one step
    for (std::size_t step = 0; step < steps; ++step) {
        counts.clear();
        for (const auto &track : tracks) {
            if (!track.has(step)) {
                continue;
            }
            auto labels = track.labels;
            setLabel(labels, label, plainText(track.values[step]));
            groupLabels(grouping, labels);
            const auto index = builder.track(labels);
            if (!index) {
                return tl::unexpected(index.error());
            }
            ++counts[*index];
        }
        for (const auto &[index, count] : counts) {
            if (auto done = builder.set(index, step, count); !done) {
                return tl::unexpected(done.error());
            }
        }
    }
    return builder.take();
}

} // namespace

Result<Tracks> aggregate(const Aggregation &aggregation, Tracks tracks,
                         std::span<const double> parameters, std::string_view text,
                         const EvaluationLimits &limits, std::size_t steps)
{
    if (aggregation.op == Op::CountValues) {
        return countValues(aggregation, tracks, std::string(text), limits, steps);
    }
    const auto groups = groupsOf(aggregation, tracks);
    if (aggregation.op == Op::Topk || aggregation.op == Op::Bottomk) {
        return best(aggregation.op, groups, tracks, parameters, steps);
    }
    Tracks out;
    out.reserve(groups.size());
    for (const auto &group : groups) {
        out.push_back(fold(aggregation.op, group, tracks, parameters, steps));
    }
    return out;
}

} // namespace foretop::metrics
