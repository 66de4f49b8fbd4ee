// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foretop::agent {

/// The request line and header fields of one HTTP/1.x request (RFC 9112, sections 3 and 5).
struct RequestHead
{
    std::string method;
    std::string target; ///< as sent: path and query
    std::vector<std::pair<std::string, std::string>> fields;
    std::size_t bytes = 0; ///< length of the head with its empty line

    /// The value of the first field @p name (any case); empty when there is none.
    std::string_view field(std::string_view name) const;
    bool hasField(std::string_view name) const;
    /// Whether @p word is one of the comma-separated words of field @p name, in any case.
    bool fieldHasWord(std::string_view name, std::string_view word) const;
    /// Whether the client asks for a WebSocket (RFC 6455, section 4.2.1).
    bool wantsWebSocket() const;

    std::string_view path() const;
    std::string_view query() const; ///< without the "?"
};

inline constexpr std::size_t kMaxHeaderFields = 100;

/// Parses @p bytes, which must end with the head's empty line. Strict where leniency is a risk:
/// every line ends in CRLF, names are tokens, no field is folded or repeats Content-Length.
Result<RequestHead> parseRequestHead(std::string_view bytes);

/// Content-Length of @p head; nothing when it has none. An error when it is not a number.
Result<std::optional<std::uint64_t>> contentLength(const RequestHead &head);

/// @p text with %XX decoded; nothing when that is cut short, invalid, or not UTF-8.
std::optional<std::string> percentDecoded(std::string_view text);

} // namespace foretop::agent
