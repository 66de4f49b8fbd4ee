// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/blockquery.h"
#include "logs/lineindex.h"
#include "logs/recordset.h"

#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Finds the records that match a query in one chunk of an index after another: by level and time
/// as the index has them, then in as much of the file as must be read. One thread.
class ChunkQuery
{
public:
    /// Looks only at records of @p within, when it is not null, from @p from on. All must outlive
    /// this.
    ChunkQuery(const LogFile &file, const LineIndexView &view, const CompiledQuery &query,
               const LineRules &rules, const RecordSet *within, RecordNumber from);

    /// The matches among the records that start in the chunk, in order.
    Result<std::vector<RecordNumber>> run(std::size_t chunk, const std::stop_token &stop);

private:
    Truth truthOfAll(const LineChunk &chunk) const;
    std::vector<RecordNumber> allWanted(std::size_t count) const;
    void readColumns(std::size_t chunk);
    void readBlockColumns(const LineChunk &chunk, std::size_t block);
    void setTruths(const TimeSpan &times);
    std::size_t endOfRun(std::size_t from) const;
    std::size_t endOfBlock(std::size_t from, std::size_t end) const;
    Result<void> searchRun(std::size_t first, std::size_t end, const std::stop_token &stop);
    Result<void> searchLarge(const QueryCandidate &candidate, const std::stop_token &stop);
    Result<void> searchBlock(std::size_t first, std::size_t end);
    std::uint64_t beginOf(std::size_t candidate) const;
    std::uint64_t endOf(std::size_t candidate) const;

    const LogFile &m_file;
    const LineIndexView &m_view;
    const RecordSet *const m_within;
    const RecordNumber m_from;
    BlockQuery m_query;
    std::vector<char> m_buffer;

    // Of the chunk; records are known by their place in it.
    RecordNumber m_firstRecord;
    std::vector<RecordNumber> m_wanted; // of m_within
    std::vector<std::uint64_t> m_bounds;
    std::vector<TimeSpan> m_times;
    QueryPlan::LevelTruths m_truths{};
    std::vector<QueryCandidate> m_candidates;
    std::vector<RecordNumber> m_matches; // as the columns tell
    std::vector<RecordNumber> m_found;   // of the candidates
    std::vector<std::uint32_t> m_blockBounds;
};

} // namespace foretop::logs
