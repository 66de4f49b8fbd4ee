// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/record.h"

#include <optional>
#include <string>

namespace foretop::agent {

inline constexpr std::size_t kMaxErrorFrames = 200;
inline constexpr std::size_t kMaxErrorTextBytes = 8U
                                                  << 10; // of one frame, message or context value
inline constexpr std::size_t kMaxErrorContext = 50;

/// A quick look whether errorItemFrom() could find an error in @p item.
bool mayTellOfError(std::string_view item);

/// The errors item that @p object, a log record read into @p record, tells of: one of level ERROR
/// or above with "stack_trace", "exc_info" or "exception". Nothing for any other record.
std::optional<std::string> errorItemFrom(JsonObject object, const logs::Record &record,
                                         WallTime now);

} // namespace foretop::agent
