// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"

#include <utility>
#include <vector>

namespace foretop::errors {

/// One occurrence of an error.
struct ErrorEvent
{
    std::string eventId;
    WallTime timestamp{};
    std::string level; ///< "error", "critical", ...
    std::string type;  ///< exception class or logger
    std::string message;
    std::vector<std::string> stack; ///< frames as text, innermost last
    std::vector<std::pair<std::string, std::string>> tags;
    std::vector<std::pair<std::string, std::string>> context;
    std::vector<std::string> fingerprint; ///< empty: computed by fingerprintOf()
};

/// Reads an errors item of `foretop.feed/1`; "message" or "type" must be there.
Result<ErrorEvent> decodeErrorEvent(JsonObject object, WallTime now, std::string_view source);

/// What groups look-alike events: the given fingerprint, else type, the message with numbers,
/// hexadecimal ids, UUIDs and quoted text replaced by placeholders, and the innermost frame.
std::string fingerprintOf(const ErrorEvent &event);

} // namespace foretop::errors
