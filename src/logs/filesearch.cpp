// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filelogsnapshot.h"

namespace foretop::logs {

Result<RecordSet> FileLogSnapshot::search(const CompiledQuery &, const RecordSet *, RecordNumber,
                                          const std::stop_token &, const MatchFunction &,
                                          unsigned) const
{
    return fail(ErrorCode::Unavailable, "no search yet", m_name);
}

} // namespace foretop::logs
