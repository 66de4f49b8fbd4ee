// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

#include <string>
#include <vector>

namespace foretop::logs {

/// Messages that differ in their variable parts alone.
struct LogPattern
{
    std::string text; ///< with "<*>" where messages differ
    std::uint64_t count = 0;
    LevelCounts levels{};
    RecordNumber example;          ///< the first record of it
    std::optional<WallTime> first; ///< times of the first and the last
    std::optional<WallTime> last;
};

/// Groups look-alike messages as they come (Drain: He, Zhu, Zheng, Lyu, "Drain: An Online Log
/// Parsing Approach with Fixed Depth Tree", ICWS 2017), with numbers, addresses and ids masked
/// first. One thread calls add(), which uses several.
class PatternMiner
{
public:
    static constexpr std::size_t kMaxPatterns = 5'000;

    PatternMiner();
    ~PatternMiner();

    Result<void> add(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                     const std::stop_token &stop, const ProgressFunction &progress = {});
    /// Most frequent first.
    std::vector<LogPattern> patterns() const;
    /// Records of no pattern, as kMaxPatterns were there before.
    std::uint64_t unmatched() const;
    /// A query that finds the records of @p pattern: a regex over its text.
    static std::string queryFor(const LogPattern &pattern);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace foretop::logs
