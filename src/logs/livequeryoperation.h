// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/compiledquery.h"
#include "logs/livestore.h"
#include "logs/matchbatch.h"
#include "logs/recordset.h"
#include "logs/workers.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Finds the records of a live feed that match a query, with some threads. Gap records always
/// match, so that views show them. Progress is told in records.
class LiveQueryOperation
{
public:
    /// Records searched together, and told of in one batch.
    static constexpr std::uint64_t kBatchRecords = 16'384;

    /// @p query is compiled for Utf8. Searches from @p from, or from the oldest record held if that
    /// is evicted; of @p within, an earlier result, when it is given.
    LiveQueryOperation(LiveSnapshot snapshot, CompiledQuery query,
                       std::optional<RecordSet> within = {}, RecordNumber from = {},
                       unsigned workers = defaultWorkerCount());

    /// All that match; fails with Cancelled. Matches found so far have been told then.
    Result<RecordSet> run(const std::stop_token &stop, const MatchFunction &batchReady = {}) const;

private:
    class BlockQuery;

    std::vector<RecordNumber> search(RecordNumber first, RecordNumber end, BlockQuery &query) const;

    const LiveSnapshot m_snapshot;
    const CompiledQuery m_query;
    const std::optional<RecordSet> m_within;
    const RecordNumber m_from;
    const unsigned m_workers;
};

} // namespace foretop::logs
