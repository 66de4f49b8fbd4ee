// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergedorder.h"

#include <algorithm>

namespace foretop::logs {
namespace {

RecordNumber firstOf(std::size_t segment)
{
    return RecordNumber(segment * MergedOrder::kSegmentRecords);
}

std::size_t segmentOf(RecordNumber number)
{
    return static_cast<std::size_t>(number.value() / MergedOrder::kSegmentRecords);
}

} // namespace

MergedOrder::Place MergedOrder::placeOf(RecordNumber number) const
{
    const auto &held = segment(segmentOf(number));
    const auto at =
        held.origins.begin() + static_cast<std::ptrdiff_t>(number.value() % kSegmentRecords);
    const auto before = std::count(held.origins.begin(), at, *at);
    return {.origin = *at, .record = held.next[*at] + static_cast<std::uint64_t>(before)};
}

RecordNumber MergedOrder::numberOf(std::size_t origin, RecordNumber record) const
{
    if (record >= m_next[origin]) {
        return m_end;
    }
    const auto after = std::upper_bound(
        m_segments.begin(), m_segments.end(), record,
        [origin](RecordNumber wanted, const auto &held) { return wanted < held->next[origin]; });
    if (after == m_segments.begin()) {
        return m_first;
    }
    const auto &held = **std::prev(after);
    const auto number = m_firstSegment + static_cast<std::size_t>(after - m_segments.begin()) - 1;
    auto left = record - held.next[origin];
    std::size_t at = 0;
    while (held.origins[at] != origin || left-- > 0) {
        ++at;
    }
    return std::max(m_first, firstOf(number) + at);
}

RecordRange MergedOrder::rangeOf(std::size_t number) const
{
    const auto begin = firstOf(number);
    return {std::max(m_first, begin), begin + segment(number).count};
}

std::span<const RecordNumber> MergedOrder::nextAt(std::size_t number) const
{
    return number < endSegment() ? segment(number).next : m_next;
}

std::size_t MergedOrder::segmentBefore(Key key) const
{
    const auto after = std::ranges::partition_point(
        m_segments, [key](const SegmentPtr &held) { return held->before < key; });
    const auto count = static_cast<std::size_t>(after - m_segments.begin());
    return m_firstSegment + std::max<std::size_t>(count, 1) - 1;
}

RecordNumber MergedOrder::sharedEnd(const MergedOrder &other) const
{
    const auto end = std::min(endSegment(), other.endSegment());
    for (auto number = std::max(m_firstSegment, other.m_firstSegment); number < end; ++number) {
        const auto &one = segment(number);
        const auto &another = other.segment(number);
        if (&one == &another) {
            continue;
        }
        const auto count = static_cast<std::ptrdiff_t>(std::min(one.count, another.count));
        const auto *const begin = one.origins.data();
        const auto *const differs =
            std::mismatch(begin, begin + count, another.origins.data()).first;
        if (differs != begin + count || one.count < kSegmentRecords) {
            return firstOf(number) + static_cast<std::uint64_t>(differs - begin);
        }
    }
    return std::min(m_end, other.m_end);
}

MergedOrderBuilder::MergedOrderBuilder(std::vector<RecordNumber> next)
{
    m_order.m_latest.assign(next.size(), MergedOrder::kNoKey);
    m_order.m_next = std::move(next);
}

MergedOrderBuilder::MergedOrderBuilder(const MergedOrder &earlier)
    : m_order(earlier)
{
    auto &segments = m_order.m_segments;
    if (!segments.empty() && segments.back()->count < MergedOrder::kSegmentRecords) {
        m_open = std::make_shared<MergedOrder::Segment>(*segments.back());
        segments.back() = m_open;
    }
}

MergedOrderBuilder::MergedOrderBuilder(const MergedOrder &earlier, std::size_t segment)
    : m_order(earlier)
{
    const auto &held = earlier.segment(segment);
    m_order.m_segments.resize(segment - earlier.firstSegment());
    m_order.m_next = held.next;
    for (std::size_t origin = 0; origin < held.next.size(); ++origin) {
        // All records from here on have this key at least, whatever their log's was before.
        if (held.next[origin] < earlier.m_next[origin]) {
            m_order.m_latest[origin] = held.before;
        }
    }
    m_order.m_lastKey = held.before;
    m_order.m_lastOrigin = 0;
    m_order.m_end = firstOf(segment);
    m_order.m_first = std::min(m_order.m_first, m_order.m_end);
}

MergedOrder::Segment &MergedOrderBuilder::openSegment()
{
    if (!m_open || m_open->count == MergedOrder::kSegmentRecords) {
        m_open = std::make_shared<MergedOrder::Segment>();
        m_open->next = m_order.m_next;
        m_open->before = m_order.m_lastKey;
        m_order.m_segments.push_back(m_open);
    }
    return *m_open;
}

void MergedOrderBuilder::add(std::size_t origin, std::uint64_t count, Key key,
                             const TimeSpan &times)
{
    m_order.m_next[origin] = m_order.m_next[origin] + count;
    m_order.m_end = m_order.m_end + count;
    for (auto left = count; left > 0;) {
        // A segment that begins within these records is one of theirs as far as it counts them.
        auto &segment = openSegment();
        if (segment.count == 0) {
            segment.next[origin] = RecordNumber(m_order.m_next[origin].value() - left);
            segment.before = left < count ? key : segment.before;
        }
        const auto room = MergedOrder::kSegmentRecords - segment.count;
        const auto some = static_cast<std::size_t>(std::min<std::uint64_t>(left, room));
        std::fill_n(segment.origins.begin() + static_cast<std::ptrdiff_t>(segment.count), some,
                    static_cast<std::uint8_t>(origin));
        segment.count += some;
        segment.times.add(times);
        left -= some;
    }
    m_order.m_latest[origin] = key;
    m_order.m_lastKey = key;
    m_order.m_lastOrigin = origin;
}

void MergedOrderBuilder::dropFront(std::span<const RecordNumber> held)
{
    auto &first = m_order.m_first;
    auto &segments = m_order.m_segments;
    while (first < m_order.m_end) {
        const auto place = m_order.placeOf(first);
        if (place.record >= held[place.origin]) {
            break;
        }
        ++first;
    }
    const auto gone = std::min(segmentOf(first) - m_order.m_firstSegment, segments.size());
    segments.erase(segments.begin(), segments.begin() + static_cast<std::ptrdiff_t>(gone));
    m_order.m_firstSegment += gone;
}

} // namespace foretop::logs
