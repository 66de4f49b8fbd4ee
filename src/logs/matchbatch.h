// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/progress.h"
#include "logs/record.h"

#include <functional>
#include <vector>

namespace foretop::logs {

/// Told of matches as they are found, in order, one call at a time, from any of the operation's
/// threads.
struct MatchBatch
{
    std::vector<RecordNumber> matches; ///< ascending
    RecordNumber searchedUpTo;         ///< all matches before it have been told
    Progress progress;                 ///< of whatever unit, done of total
};
using MatchFunction = std::function<void(MatchBatch batch)>;

} // namespace foretop::logs
