// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

#include <mutex>

namespace foretop::models {

/// What a LogSearch that has ended knows of a log up to some record.
struct KnownResult
{
    logs::CompiledQuery query;
    std::shared_ptr<const logs::RecordSet> found;
    logs::RecordNumber end; ///< all that match before it are in found
};

/// Records shown before and after each that is found.
struct LogContext
{
    std::uint64_t before = 0;
    std::uint64_t after = 0;

    bool isAny() const { return before > 0 || after > 0; }
    bool operator==(const LogContext &) const = default;
};

struct LogSearchRequest
{
    logs::LogSnapshotPtr snapshot;
    logs::Query query;
    logs::RecordNumber from;
    LogContext context;
    std::optional<KnownResult> known;
};

/// What a LogSearch found since it was last asked.
struct FoundRecords
{
    logs::RecordSet found;
    logs::RecordSet around; ///< found with their context, when that is wanted
    logs::RecordNumber searchedUpTo;
    double progress = 0;     ///< 0..1
    bool isFinished = false; ///< nothing more will be found
    std::string error;       ///< why it ended early; empty: it did not, or was cancelled
};

/// One search on its way through a worker, which the GUI thread takes matches from as they are
/// found. Shared by both: either may be done with it first.
class LogSearch
{
public:
    explicit LogSearch(LogSearchRequest request);

    /// In the worker, once. Searches what is known again only when that says too little.
    void run();
    void cancel() { m_stop.request_stop(); }

    FoundRecords take();
    /// The query as compiled; nothing before the run has begun.
    std::optional<logs::CompiledQuery> compiled() const;

    logs::RecordNumber from() const { return m_request.from; }
    logs::RecordNumber end() const { return m_request.snapshot->end(); }

private:
    Result<void> search();
    Result<void> searchPart(const logs::CompiledQuery &query, const logs::RecordSet *within,
                            logs::RecordNumber from, double progressFrom);
    void add(logs::RecordSet found, logs::RecordNumber searchedUpTo, double progress);
    logs::RecordSet withContext(const logs::RecordSet &found) const;

    const LogSearchRequest m_request;
    std::stop_source m_stop;
    mutable std::mutex m_mutex; // protects all below
    FoundRecords m_found;
    std::optional<logs::CompiledQuery> m_compiled;
};

} // namespace foretop::models
