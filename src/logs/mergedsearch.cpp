// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergedlogsnapshot.h"

#include <algorithm>

namespace foretop::logs {
namespace {

// Segments of the order that are searched together: few at first, so that something is there soon.
constexpr std::size_t kFirstWindow = 16;
constexpr std::size_t kMostWindow = 256;

/// Searches some segments of the order after the other in all logs.
class WindowSearch
{
public:
    WindowSearch(const MergedLogSnapshot &merged, const CompiledQuery &query,
                 const RecordSet *within, RecordNumber from, unsigned workers)
        : m_merged(merged)
        , m_query(query)
        , m_within(within)
        , m_from(std::max(from, merged.first()))
        , m_workers(workers)
    {
    }

    std::size_t firstSegment() const
    {
        return static_cast<std::size_t>(m_from.value() / MergedOrder::kSegmentRecords);
    }

    /// The matches in [first, end), which are segments.
    Result<std::vector<RecordNumber>> search(std::size_t first, std::size_t end,
                                             const std::stop_token &stop)
    {
        const auto &order = m_merged.order();
        const auto begins = order.nextAt(first);
        const auto ends = order.nextAt(end);
        if (m_within != nullptr) {
            chooseWithin(first, end);
        }
        std::vector<std::vector<RecordNumber>> found(m_merged.logs().size());
        for (std::size_t origin = 0; origin < found.size(); ++origin) {
            const auto &log = *m_merged.logs()[origin];
            const auto from = std::max(begins[origin], log.first());
            if (from >= ends[origin]) {
                continue;
            }
            RecordSet wanted;
            if (m_within == nullptr) {
                wanted.addRange(from, ends[origin]);
            } else {
                wanted.add(m_chosen[origin]);
            }
            if (wanted.isEmpty()) {
                continue;
            }
            const bool isAll = m_within == nullptr && ends[origin] >= log.end();
            auto matches =
                log.search(m_query, isAll ? nullptr : &wanted, from, stop, {}, m_workers);
            if (!matches) {
                return tl::unexpected(std::move(matches.error()));
            }
            found[origin] = matches->between(from, ends[origin]);
        }
        return numbered(first, end, found);
    }

private:
    void chooseWithin(std::size_t first, std::size_t end)
    {
        m_chosen.assign(m_merged.logs().size(), {});
        for (auto number = first; number < end; ++number) {
            const auto &segment = m_merged.order().segment(number);
            const auto range = m_merged.order().rangeOf(number);
            const auto wanted = m_within->between(range.first, range.end);
            auto record = segment.next;
            RecordNumber at(number * MergedOrder::kSegmentRecords);
            for (const auto chosen : wanted) {
                for (; at < chosen; ++at) {
                    ++record[segment.origins[at.value() % MergedOrder::kSegmentRecords]];
                }
                const auto origin = segment.origins[at.value() % MergedOrder::kSegmentRecords];
                m_chosen[origin].push_back(record[origin]);
            }
        }
    }

    /// The numbers in the order of what was @p found in each log.
    std::vector<RecordNumber> numbered(std::size_t first, std::size_t end,
                                       const std::vector<std::vector<RecordNumber>> &found) const
    {
        const auto &order = m_merged.order();
        std::vector<RecordNumber> numbers;
        std::vector<std::vector<RecordNumber>::const_iterator> next;
        for (const auto &matches : found) {
            next.push_back(matches.begin());
        }
        for (auto number = first; number < end; ++number) {
            const auto &segment = order.segment(number);
            auto record = segment.next;
            const auto begin = RecordNumber(number * MergedOrder::kSegmentRecords);
            for (std::size_t at = 0; at < segment.count; ++at) {
                const auto origin = segment.origins[at];
                const auto here = record[origin];
                record[origin] = here + 1;
                if (next[origin] != found[origin].end() && *next[origin] == here) {
                    ++next[origin];
                    if (begin + at >= m_from) {
                        numbers.push_back(begin + at);
                    }
                }
            }
        }
        return numbers;
    }

    const MergedLogSnapshot &m_merged;
    const CompiledQuery &m_query;
    const RecordSet *const m_within;
    const RecordNumber m_from;
    const unsigned m_workers;
    std::vector<std::vector<RecordNumber>> m_chosen; // of m_within, for each log
};

} // namespace

Result<RecordSet> MergedLogSnapshot::search(const CompiledQuery &query, const RecordSet *within,
                                            RecordNumber from, const std::stop_token &stop,
                                            const MatchFunction &batchReady, unsigned workers) const
{
    RecordSet result;
    WindowSearch search(*this, query, within, from, workers);
    auto window = kFirstWindow;
    for (auto segment = search.firstSegment(); segment < m_order.endSegment();) {
        const auto windowEnd = std::min(segment + window, m_order.endSegment());
        auto matches = search.search(segment, windowEnd, stop);
        if (!matches) {
            return tl::unexpected(std::move(matches.error()));
        }
        result.add(*matches);
        segment = windowEnd;
        window = std::min(window * 2, kMostWindow);
        if (batchReady) {
            const auto upTo = m_order.rangeOf(segment - 1).end;
            batchReady({.matches = std::move(*matches),
                        .searchedUpTo = upTo,
                        .progress = {upTo - first(), end() - first()}});
        }
    }
    return result;
}

} // namespace foretop::logs
