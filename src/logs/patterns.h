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
    /// Of the first line of the messages, with "<*>" where they differ, and a blank for each run of
    /// blanks; ends with an ellipsis where they are longer than is looked at.
    std::string text;
    std::uint64_t count = 0;
    LevelCounts levels{};
    RecordNumber example;          ///< the first record of it
    std::optional<WallTime> first; ///< times of the first record and the last one
    std::optional<WallTime> last;
    bool operator==(const LogPattern &) const = default;
};

/// Groups look-alike messages as they come (Drain: He, Zhu, Zheng, Lyu, "Drain: An Online Log
/// Parsing Approach with Fixed Depth Tree", ICWS 2017), with numbers, addresses and ids masked
/// first. What comes out depends on the records and their order alone: not on how many threads read
/// them nor, up to kMaxTexts different messages, on how many calls of add(). One thread calls
/// add(), which uses several.
class PatternMiner
{
public:
    static constexpr std::size_t kMaxPatterns = 5'000;
    /// Messages, of those that differ once masked, that are remembered to belong to a pattern.
    static constexpr std::size_t kMaxTexts = 250'000;

    PatternMiner();
    ~PatternMiner();

    /// Progress is told in records. After an error, the records before some place are counted.
    Result<void> add(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                     const std::stop_token &stop, const ProgressFunction &progress = {},
                     unsigned workers = defaultWorkerCount());
    /// Most frequent first. Gap records are of none.
    std::vector<LogPattern> patterns() const;
    /// Records of no pattern, as kMaxPatterns were there before.
    std::uint64_t unmatched() const;
    /// A query that finds the records of @p pattern: a regex over the whole message, and a word of
    /// it by itself, with which most other records need not be parsed. Where a wildcard stands in
    /// the pattern any word is found, so perhaps records too that are of a more special pattern.
    static std::string queryFor(const LogPattern &pattern);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace foretop::logs
