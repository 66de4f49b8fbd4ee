// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/strongtype.h"
#include "logs/level.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foretop::logs {

/// Numbers records of one store from 0 in order of arrival; never used again after eviction.
using RecordNumber = StrongNumber<struct RecordNumberTag>;

enum class RecordKind : std::uint8_t {
    Log, ///< one log event
    Gap, ///< stands where records are missing; the message says how many and why
};

/// One log event. @p raw is its text as received (a JSON object or a plain line, valid UTF-8);
/// the other members are read from it once so that a view need not parse.
struct Record
{
    RecordKind kind = RecordKind::Log;
    Level level = Level::Unknown;
    std::optional<WallTime> time; ///< as the record says; nothing when it has none
    std::string source;           ///< name of the session's source
    std::string logger;
    std::string message;
    std::string raw;
};

/// A Record in a store's memory; valid as long as the snapshot it came from.
struct RecordView
{
    RecordKind kind = RecordKind::Log;
    Level level = Level::Unknown;
    std::optional<WallTime> time;
    std::string_view source;
    std::string_view logger;
    std::string_view message;
    std::string_view raw;
};

/// A field of a record: its name (nested objects joined by dots) and its display text.
using Field = std::pair<std::string, std::string>;

} // namespace foretop::logs
