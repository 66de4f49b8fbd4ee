// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filelogsnapshot.h"

#include "logs/queryoperation.h"

namespace foretop::logs {

Result<RecordSet> FileLogSnapshot::search(const CompiledQuery &query, const RecordSet *within,
                                          RecordNumber from, const std::stop_token &stop,
                                          const MatchFunction &batchReady, unsigned workers) const
{
    return QueryOperation(m_file, m_view, m_rules, query,
                          within != nullptr ? std::optional(*within) : std::nullopt, from, workers,
                          m_name)
        .run(stop, batchReady);
}

} // namespace foretop::logs
