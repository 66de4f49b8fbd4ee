// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterrun.h"

#include <algorithm>

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
                  [this](const MatchList::Numbers &matches, logs::RecordNumber searchedUpTo) {
                      add(matches, searchedUpTo);
                  });
    const std::lock_guard lock(m_mutex);
    m_found.isFinished = true;
}

FoundRecords FilterRun::take()
{
    const std::lock_guard lock(m_mutex);
    FoundRecords found = std::move(m_found);
    m_found = {.matches = {},
               .latest = {},
               .searchedUpTo = found.searchedUpTo,
               .isFinished = found.isFinished};
    return found;
}

void FilterRun::add(const MatchList::Numbers &matches, logs::RecordNumber searchedUpTo)
{
    std::optional<WallTime> latest;
    for (const logs::RecordNumber number : matches) {
        latest = std::max(latest, m_snapshot.at(number).time);
    }
    const std::lock_guard lock(m_mutex);
    m_found.matches.insert(m_found.matches.end(), matches.begin(), matches.end());
    m_found.latest = std::max(m_found.latest, latest);
    m_found.searchedUpTo = searchedUpTo;
}

} // namespace foretop::models
