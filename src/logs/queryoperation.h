// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/compiledquery.h"
#include "logs/lineindex.h"
#include "logs/linerules.h"
#include "logs/logfile.h"
#include "logs/matchbatch.h"
#include "logs/recordset.h"
#include "logs/workers.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace foretop::logs {

/// Finds the records of an index that match a query: what the index alone can tell is not read,
/// the rest by some threads over whole blocks of the file. Texts of a record of any size are looked
/// for in all of it, never more than kMostHeldRecord of it held; its fields are those of its first
/// kMaxRecordBytes. Where a file has been cut meanwhile, what is missing matches nothing that must
/// be read. Progress is told in bytes of the file.
class QueryOperation
{
public:
    /// Records larger than this are looked at in pieces.
    static constexpr std::size_t kMostHeldRecord = 1U << 20;

    /// @p within, when given, is an earlier result: only its records are looked at, and only those
    /// from @p from on. @p source is that of the records; without it the file's name.
    QueryOperation(std::shared_ptr<const LogFile> file, LineIndexView view, LineRules rules,
                   CompiledQuery query, std::optional<RecordSet> within = {},
                   RecordNumber from = {}, unsigned workers = defaultWorkerCount(),
                   std::optional<std::string> source = {});

    /// All that match. After an error (Cancelled, Io, TooLarge) batchReady() has had what was
    /// found.
    Result<RecordSet> run(const std::stop_token &stop, const MatchFunction &batchReady = {}) const;

private:
    const std::shared_ptr<const LogFile> m_file;
    const LineIndexView m_view;
    const LineRules m_rules;
    const CompiledQuery m_query;
    const std::optional<RecordSet> m_within;
    const RecordNumber m_from;
    const unsigned m_workers;
    const std::string m_source;
};

} // namespace foretop::logs
