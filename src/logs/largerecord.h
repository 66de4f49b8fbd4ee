// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/blocksearch.h"
#include "logs/logfile.h"

#include <span>
#include <stop_token>

namespace foretop::logs {

/// Whether the pattern of @p search is in the record at @p range of @p file, read piece by piece
/// into @p buffer. A record that has been cut is looked at as far as it is there.
Result<bool> isInLargeRecord(const LogFile &file, ByteRange range, BlockSearch &search,
                             std::span<char> buffer, const std::stop_token &stop);

} // namespace foretop::logs
