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

    bool operator==(const ErrorEvent &) const = default;
};

/// Longest message, stack frame and other text; longer ones are cut and say so.
inline constexpr std::size_t kMaxMessageBytes = 16'384;
inline constexpr std::size_t kMaxFrameBytes = 2048;
inline constexpr std::size_t kMaxFieldBytes = 1024;
/// Most frames that are kept, the innermost; a frame in place of the others says how many.
inline constexpr std::size_t kMaxFrames = 250;
/// Most parts of a given fingerprint (an error beyond).
inline constexpr std::size_t kMaxFingerprintParts = 32;

/// Reads an errors item of `foretop.feed/1`; "message" or "type" must be there. "stack" is an
/// array of frames, each text or an object with "file", "line" and "function", or one text with a
/// frame a line. A missing level is "error", a missing timestamp @p now.
Result<ErrorEvent> decodeErrorEvent(JsonObject object, WallTime now, std::string_view source);
Result<ErrorEvent> decodeErrorEvent(std::string_view json, WallTime now, std::string_view source);

/// Writes @p event as an errors item; members that are empty are left out.
std::string encodeErrorEvent(const ErrorEvent &event);

/// What groups look-alike events: the given fingerprint, else type, the message with numbers,
/// hexadecimal ids, UUIDs and quoted text replaced by placeholders, and the innermost frame with
/// its line numbers and addresses replaced, so that a new release stays in the group.
std::string fingerprintOf(const ErrorEvent &event);
/// Of a message, as much as this tells groups apart.
inline constexpr std::size_t kMaxFingerprintBytes = 2048;

} // namespace foretop::errors
