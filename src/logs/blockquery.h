// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/blocksearch.h"
#include "logs/logfile.h"
#include "logs/queryrun.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace foretop::logs {

/// A record of which the columns do not tell whether it matches.
struct QueryCandidate
{
    std::uint32_t record = 0; ///< which one of its block or chunk
    Level level = Level::Unknown;
    std::uint32_t times = 0; ///< which one of the block's or chunk's spans its time lies in
};

/// Finds which records of a block of a file's text match a query. One thread.
class BlockQuery
{
public:
    BlockQuery(CompiledQuery query, const LineRules &rules);

    const QueryPlan &plan() const { return m_plan; }
    QueryRun &run() { return m_run; }

    /// Which of @p candidates, in order of their records, match; valid until the next call. The
    /// record with the number @p first begins at the first of @p bounds, the next one at the
    /// second and so on; the last is where the last record ends. kScanPadding bytes after @p block
    /// must be readable.
    std::span<const QueryCandidate> find(std::string_view block,
                                         std::span<const std::uint32_t> bounds, std::uint32_t first,
                                         std::span<const QueryCandidate> candidates,
                                         std::span<const TimeSpan> times);

    /// The records of a block that have the plan's neededText, looked for at once.
    std::span<const RecordExtent> findNeeded(std::string_view block, BlockRecords &records);

    /// Whether the record at @p range of @p file, too large for a block, matches. Its texts are
    /// looked for piece by piece in @p buffer, which must have room for kMaxRecordBytes and
    /// kScanPadding more.
    Result<bool> matchesLarge(const LogFile &file, ByteRange range, Level level,
                              const TimeSpan *times, std::span<char> buffer,
                              const std::stop_token &stop);

private:
    static constexpr std::size_t kMostScans = 8;

    BlockSearch &searchFor(std::size_t text);
    std::span<const RecordExtent> findText(std::size_t text, std::string_view block,
                                           BlockRecords &records);
    void scanTexts(std::string_view block, std::span<const std::uint32_t> bounds);
    void takeNeeded(std::string_view block, std::span<const std::uint32_t> bounds,
                    std::uint32_t first, std::span<const QueryCandidate> candidates);

    QueryRun m_run;
    const QueryPlan &m_plan;
    std::vector<std::unique_ptr<BlockSearch>> m_searches; // by text, made when first needed
    std::vector<char> m_copy;
    std::vector<Truth> m_truths; // of each text for each record of the block
    std::vector<QueryCandidate> m_needed;
    std::vector<QueryCandidate> m_found;
};

} // namespace foretop::logs
