// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/level.h"

#include <cstdint>
#include <string_view>

namespace foretop::logs {

/// What a member of a JSON record, or a key of a logfmt line, holds.
enum class MemberRole : std::uint8_t {
    None,
    Time,
    Nanosecond, ///< what log4j's instant.epochSecond lacks
    Level,
    Logger,
    Message,
    Nested, ///< an object whose members are looked at too
};
inline constexpr std::size_t kMemberRoleCount = 7;

/// A role and how much a name means it: of two members the one of lower rank is taken.
struct MemberMeaning
{
    MemberRole role = MemberRole::None;
    std::uint8_t rank = 255;
    LevelScale scale = LevelScale::Pino;
};

/// Reads the name of a member, nested ones joined by dots, in any case. Knows the names of
/// python-json-logger, structlog, loguru, spdlog, pino, bunyan, winston, zap, slog, zerolog,
/// tracing, log4j, logback, ECS, Serilog, Monolog, GELF, journald, MongoDB, OpenTelemetry.
MemberMeaning memberMeaning(std::string_view path);

} // namespace foretop::logs
