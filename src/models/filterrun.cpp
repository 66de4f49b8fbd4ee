// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterrun.h"

#include <algorithm>
#include <utility>

namespace foretop::models {

FilterRun::FilterRun(logs::LiveSnapshot snapshot, logs::Filter filter, logs::RecordNumber from)
    : m_snapshot(std::move(snapshot))
    , m_filter(std::move(filter))
    , m_from(from)
{
    m_found.searchedUpTo = from;
}

void FilterRun::run()
{
    const logs::FilterOperation operation(m_snapshot, m_filter, m_from);
    operation.run(m_stop.get_token(),
                  [this](MatchList::Numbers matches, logs::RecordNumber searchedUpTo) {
                      add(std::move(matches), searchedUpTo);
                  });
    const std::lock_guard lock(m_mutex);
    m_found.isFinished = true;
}

FoundRecords FilterRun::take()
{
    const std::lock_guard lock(m_mutex);
    return {.batches = std::exchange(m_found.batches, {}),
            .searchedUpTo = m_found.searchedUpTo,
            .isFinished = m_found.isFinished};
}

void FilterRun::add(MatchList::Numbers matches, logs::RecordNumber searchedUpTo)
{
    std::optional<WallTime> latest;
    for (const logs::RecordNumber number : matches) {
        latest = std::max(latest, m_snapshot.time(number));
    }
    const std::lock_guard lock(m_mutex);
    if (!matches.empty()) {
        m_found.batches.push_back({std::move(matches), latest});
    }
    m_found.searchedUpTo = searchedUpTo;
}

} // namespace foretop::models
