// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

#include <array>
#include <memory>
#include <mutex>
#include <span>

namespace foretop::logs {

class LiveBlock; // a fixed-capacity, append-only run of records; private to the .cpp

/// What a LiveStore held at one moment. Cheap to copy, reads without a lock, keeps its records
/// alive. Any thread.
class LiveSnapshot
{
public:
    RecordNumber first() const; ///< the oldest record held
    RecordNumber end() const;   ///< one past the newest
    /// @p number must be in [first, end).
    RecordView at(RecordNumber number) const;
    /// implementer: complete; hold std::vector<std::shared_ptr<const LiveBlock>> shared between
    /// snapshots while the block list does not change.
};

struct LiveStats
{
    std::size_t bytes = 0;
    std::size_t byteBudget = 0;
    std::uint64_t evicted = 0;                         ///< records dropped to stay in the budget
    std::array<std::uint64_t, kLevelCount> perLevel{}; ///< records held, by level
};

/// Records of live feeds in order of arrival, in at most a set number of bytes: the oldest block
/// goes when a new one does not fit, counted in LiveStats::evicted. Thread-safe; one appender at
/// a time.
class LiveStore
{
public:
    static constexpr std::size_t kDefaultByteBudget = 256U << 20;

    explicit LiveStore(std::size_t byteBudget = kDefaultByteBudget);
    ~LiveStore();
    void append(std::span<const Record> records);
    LiveSnapshot snapshot() const;
    LiveStats stats() const;

private:
    // implementer: complete the private part
};

} // namespace foretop::logs
