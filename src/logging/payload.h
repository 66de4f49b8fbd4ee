// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logging/log.h"

#include <span>
#include <string>
#include <string_view>

namespace foretop::logging {

/// Bytes of a message or of one string field; what is longer is cut, and ends with how much was.
inline constexpr std::size_t kMaxTextBytes = 16U << 10;

/// A record as spdlog carries it from the thread that wrote it to the logging thread: all but its
/// time and level, written out so that nothing of the caller is needed later. First the JSON from
/// the logger's name on, then a NUL, which JSON text never contains, then the text for people.
struct Payload
{
    std::string_view json; ///< `"agent.http","message":"listening","port":8080`
    std::string_view text; ///< `agent.http: listening port=8080`

    explicit Payload(std::string_view encoded);
};

/// Writes a payload. Of fields with one name the last counts, those of @p context being before
/// those of @p fields; secrets are left out (see redaction.h). A field with the name of a member
/// that every record has (timestamp, level, logger, message) gets a "_" at its end.
std::string encodePayload(std::string_view logger, std::string_view message,
                          std::span<const Field> context, std::span<const Field> fields);

} // namespace foretop::logging
