// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logging/logging.h"

#include <memory>
#include <string>

#include <spdlog/formatter.h>

namespace foretop::logging {

spdlog::level::level_enum spdlogLevel(logs::Level level);

/// One line, without its end: `{"timestamp":"2024-01-15T10:30:00.123Z","level":"INFO",
/// "logger":"agent.http","message":"listening","port":8080}`.
std::string jsonLine(const spdlog::details::log_msg &message);
/// `2024-01-15T10:30:00.123Z INFO     agent.http: listening port=8080`.
std::string textLine(const spdlog::details::log_msg &message);

/// Writes messages whose payload is one of encodePayload().
std::unique_ptr<spdlog::formatter> makeFormatter(Format format);

} // namespace foretop::logging
