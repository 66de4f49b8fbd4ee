// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/filter.h"
#include "models/matchlist.h"

#include <mutex>

namespace foretop::models {

/// Matches next to each other, and the latest time among them.
struct MatchBatch
{
    MatchList::Numbers matches;
    std::optional<WallTime> latest;
};

/// What a FilterRun found since it was last asked.
struct FoundRecords
{
    std::vector<MatchBatch> batches; ///< none is empty
    logs::RecordNumber searchedUpTo;
    bool isFinished = false; ///< nothing more will be found
};

/// A FilterOperation on its way through a worker, which the GUI thread takes matches from as they
/// are found. Shared by both: either may be done with it first.
class FilterRun
{
public:
    FilterRun(logs::LiveSnapshot snapshot, logs::Filter filter, logs::RecordNumber from);

    /// In the worker, once.
    void run();
    void cancel() { m_stop.request_stop(); }

    FoundRecords take();

    logs::RecordNumber from() const { return m_from; }
    logs::RecordNumber end() const { return m_snapshot.end(); }

private:
    void add(MatchList::Numbers matches, logs::RecordNumber searchedUpTo);

    const logs::LiveSnapshot m_snapshot;
    const logs::Filter m_filter;
    const logs::RecordNumber m_from;
    std::stop_source m_stop;
    std::mutex m_mutex; // protects m_found
    FoundRecords m_found;
};

} // namespace foretop::models
