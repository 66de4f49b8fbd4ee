// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/recordrange.h"
#include "logs/timespan.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace foretop::logs {

/// In which order the records of several logs follow each other: a byte for each, the log it is
/// of, and what counts them in every kSegmentRecords. Segments are shared with the order it goes
/// on from. Immutable; any thread.
class MergedOrder
{
public:
    static constexpr std::size_t kSegmentRecords = 4096;
    /// By what records are ordered: the latest time so far of their log, in ms since the epoch.
    using Key = std::int64_t;
    static constexpr Key kNoKey = INT64_MIN; ///< of records before the first time

    struct Segment
    {
        std::array<std::uint8_t, kSegmentRecords> origins;
        std::size_t count = 0;          ///< below kSegmentRecords in the last segment alone
        std::vector<RecordNumber> next; ///< of each log its first record from here on
        TimeSpan times;                 ///< a little wider than those of its records at most
        /// No record before here has a greater key, and none from here on a smaller one.
        Key before = kNoKey;
    };
    using SegmentPtr = std::shared_ptr<const Segment>;

    struct Place
    {
        std::size_t origin = 0;
        RecordNumber record;
    };

    RecordNumber first() const { return m_first; }
    RecordNumber end() const { return m_end; }
    /// @p number must be in [first, end).
    Place placeOf(RecordNumber number) const;
    /// The first record of the order that is of log @p origin and not before its @p record.
    RecordNumber numberOf(std::size_t origin, RecordNumber record) const;

    /// Segments that hold [first, end), numbered from firstSegment() on.
    std::size_t firstSegment() const { return m_firstSegment; }
    std::size_t endSegment() const { return m_firstSegment + m_segments.size(); }
    const Segment &segment(std::size_t number) const
    {
        return *m_segments[number - m_firstSegment];
    }
    /// The records of a segment that are in [first, end).
    RecordRange rangeOf(std::size_t segment) const;
    /// Where each log's records begin at @p segment, which may be endSegment().
    std::span<const RecordNumber> nextAt(std::size_t segment) const;

    /// Whether a record of log @p origin with @p key comes before one that is there.
    bool comesBeforeEnd(Key key, std::size_t origin) const
    {
        return m_end > RecordNumber(0) &&
               std::pair(key, origin) < std::pair(m_lastKey, m_lastOrigin);
    }
    /// The last segment before which all records have smaller keys than @p key.
    std::size_t segmentBefore(Key key) const;

    /// Up to which record this and @p other are the same; both must go on from one merge.
    RecordNumber sharedEnd(const MergedOrder &other) const;

private:
    friend class MergedOrderBuilder;

    std::vector<SegmentPtr> m_segments;
    std::size_t m_firstSegment = 0;
    RecordNumber m_first;
    RecordNumber m_end;
    std::vector<RecordNumber> m_next; // of each log its first record that is not in it
    std::vector<Key> m_latest;        // of each log the key of its last record
    Key m_lastKey = kNoKey;           // of the last record, and which log has it
    std::size_t m_lastOrigin = 0;
};

/// Makes one MergedOrder. One thread.
class MergedOrderBuilder
{
public:
    using Key = MergedOrder::Key;

    /// Starts with nothing; @p next is where each log's records begin.
    explicit MergedOrderBuilder(std::vector<RecordNumber> next);
    /// Goes on from @p earlier, of which nothing is kept from @p segment on when that is given.
    explicit MergedOrderBuilder(const MergedOrder &earlier);
    MergedOrderBuilder(const MergedOrder &earlier, std::size_t segment);

    RecordNumber next(std::size_t origin) const { return m_order.m_next[origin]; }
    /// The least key that the next record of the log can have.
    Key latest(std::size_t origin) const { return m_order.m_latest[origin]; }
    RecordNumber end() const { return m_order.m_end; }

    /// Adds the next @p count records of a log, whose keys are @p key at most, and less than those
    /// of all records of other logs to come.
    void add(std::size_t origin, std::uint64_t count, Key key, const TimeSpan &times);

    /// Forgets leading records of each log before its @p held.
    void dropFront(std::span<const RecordNumber> held);
    MergedOrder finish() { return std::move(m_order); }

private:
    MergedOrder::Segment &openSegment();

    MergedOrder m_order;
    std::shared_ptr<MergedOrder::Segment> m_open; // the last of the order when it is not full
};

} // namespace foretop::logs
