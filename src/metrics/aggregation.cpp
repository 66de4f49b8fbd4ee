// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/aggregation.h"

#include "metrics/quantile.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

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

/// Takes @p value, the @p count th, into a mean that does not overflow; infinities stay but for NaN
/// and each other.
double meanWith(double mean, double value, double count)
{
    const bool stays = std::isinf(mean) && (std::isfinite(value) || value == mean);
    return stays ? mean : mean + (value / count - mean / count);
}

double lesser(double best, double value)
{
    return value < best || std::isnan(best) ? value : best;
}

double greater(double best, double value)
{
    return value > best || std::isnan(best) ? value : best;
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

/// Of one or more @p values, which it may reorder.
double folded(Op op, std::span<double> values, double parameter)
{
    switch (op) {
    case Op::Stddev:
        return std::sqrt(varianceOf(values));
    case Op::Stdvar:
        return varianceOf(values);
    default:
        return quantile(parameter, values);
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

bool TrackFold::suits(AggregationOperator op)
{
    return op == Op::Sum || op == Op::Avg || op == Op::Count || op == Op::Min || op == Op::Max ||
           op == Op::Group;
}

TrackFold::TrackFold(const Aggregation &aggregation, const EvaluationLimits &limits,
                     std::size_t steps)
    : m_aggregation(aggregation)
    , m_limits(limits)
    , m_steps(steps)
{
}

Result<void> TrackFold::add(Labels labels, std::span<const double> values)
{
    groupLabels(m_aggregation, labels);
    const auto [found, isNew] = m_groups.try_emplace(std::move(labels), m_tracks.size());
    if (isNew) {
        if (auto room = checkRoom(m_limits, m_tracks.size(), m_steps); !room) {
            return room;
        }
        m_tracks.push_back({found->first, std::vector<double>(m_steps, kStaleMarker)});
        m_counts.emplace_back(m_aggregation.op == Op::Avg ? m_steps : 0);
    }
    fold(values, m_tracks[found->second], m_counts[found->second]);
    return {};
}

void TrackFold::fold(std::span<const double> values, Track &into, std::vector<double> &counts) const
{
    const auto each = [&](double first, auto next) {
        for (std::size_t step = 0; step < m_steps; ++step) {
            if (!isStaleMarker(values[step])) {
                auto &place = into.values[step];
                place = next(isStaleMarker(place) ? first : place, values[step], step);
            }
        }
    };
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    switch (m_aggregation.op) {
    case Op::Sum:
        return each(0, [](double sum, double value, std::size_t) { return sum + value; });
    case Op::Avg:
        return each(0, [&counts](double mean, double value, std::size_t step) {
            return meanWith(mean, value, ++counts[step]);
        });
    case Op::Count:
        return each(0, [](double count, double, std::size_t) { return count + 1; });
    case Op::Min:
        return each(kNaN,
                    [](double best, double value, std::size_t) { return lesser(best, value); });
    case Op::Max:
        return each(kNaN,
                    [](double best, double value, std::size_t) { return greater(best, value); });
    default:
        return each(1, [](double one, double, std::size_t) { return one; });
    }
}

Result<Tracks> aggregate(const Aggregation &aggregation, Tracks tracks,
                         std::span<const double> parameters, std::string_view text,
                         const EvaluationLimits &limits, std::size_t steps)
{
    if (aggregation.op == Op::CountValues) {
        return countValues(aggregation, tracks, std::string(text), limits, steps);
    }
    if (TrackFold::suits(aggregation.op)) {
        TrackFold all(aggregation, limits, steps);
        for (auto &track : tracks) {
            if (auto done = all.add(std::move(track.labels), track.values); !done) {
                return tl::unexpected(std::move(done.error()));
            }
        }
        return all.take();
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
