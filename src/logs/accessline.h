// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/formatcontext.h"
#include "logs/record.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// Where the parts of a line of an access log stand in it.
struct AccessPlaces
{
    std::size_t timeAt = 0; ///< behind the bracket
    std::size_t timeEnd = 0;
    std::size_t requestAt = 0; ///< behind the quote
    std::size_t requestEnd = 0;
    std::size_t statusAt = 0; ///< of its three digits
};

/// Finds them in the common and combined formats of Apache and nginx and what extends them: three
/// to five words (perhaps a virtual host, client, identity, user), "[time]", the request in quotes
/// and its status. Nothing when @p line is built otherwise.
std::optional<AccessPlaces> findAccessPlaces(std::string_view line);

/// What a status says: from 500 an error, from 400 a warning, else information.
Level levelOfStatus(char firstDigit);

/// Time, level and message (all behind the time) of such a line; nothing when it is none.
std::optional<Record> readAccess(std::string_view text, const FormatContext &context);

/// vhost, client, user, method, path, protocol (or request when it has no method), status, bytes,
/// referer, user_agent, response_time, request_length and what is written as "name=value". What the
/// server wrote as "-" is left out. Empty when it is no such line.
std::vector<Field> accessFields(std::string_view text);

} // namespace foretop::logs
