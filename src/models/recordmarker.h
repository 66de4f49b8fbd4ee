// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"
#include "logs/queryparser.h"
#include "logs/queryrun.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foretop::models {

/// What records are marked by: as many queries as a mask has bits, some perhaps missing.
inline constexpr std::size_t kMostMarks = 64;
using MarkQueries = std::vector<std::optional<logs::CompiledQuery>>;

/// Compiles @p texts, each a query; what is empty or wrong marks nothing, and so do those beyond
/// kMostMarks. Takes seconds for a hostile regex.
MarkQueries compileMarks(const std::vector<std::string> &texts, const logs::QueryContext &context);

/// Tells which of some queries match records of a snapshot. One thread.
class RecordMarker
{
public:
    /// @p queries null: none.
    RecordMarker(std::shared_ptr<const MarkQueries> queries, logs::LogSnapshotPtr snapshot);

    /// A bit for each query that matches; none for a gap.
    std::uint64_t marksOf(const logs::Record &record, std::size_t origin);

private:
    using Runs = std::deque<logs::QueryRun>; // which do not move
    Runs &runsOf(std::size_t origin);

    const std::shared_ptr<const MarkQueries> m_queries;
    const logs::LogSnapshotPtr m_snapshot;
    std::vector<std::size_t> m_bits; // of the queries that there are
    std::map<std::size_t, Runs> m_runs;
};

} // namespace foretop::models
