// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace foretop {

/// What kind of failure an Error is; the words for a person are in Error::message.
enum class ErrorCode : std::uint8_t {
    Malformed,   ///< input does not follow its format
    WrongType,   ///< a value is there but of another type than the format asks for
    Missing,     ///< a value that the format requires is not there
    OutOfRange,  ///< a number, size or count is outside its bound
    TooLarge,    ///< input is larger than its limit
    Unknown,     ///< a name (feed, key, level, ...) that this version does not know
    NotFound,    ///< a file, host or item does not exist
    Denied,      ///< permission or credentials refused
    Unavailable, ///< not reachable or not ready now; trying again may help
    TimedOut,    ///< no answer within the time allowed
    Cancelled,   ///< stopped on request
    Io,          ///< the operating system failed a read, write or other call
};

/// The short lower-case name of @p code as used in logs and on the wire, such as "wrong_type".
std::string_view errorCodeName(ErrorCode code);

/// Where in its source an error lies. All parts are optional; lines and columns count from 1,
/// byte offsets and item indices from 0.
struct Place
{
    std::optional<std::uint64_t> line;
    std::optional<std::uint64_t> column;
    std::optional<std::uint64_t> offset;
    std::optional<std::uint64_t> item;

    static Place atLine(std::uint64_t line, std::optional<std::uint64_t> column = {})
    {
        return {.line = line, .column = column, .offset = {}, .item = {}};
    }
    static Place atOffset(std::uint64_t offset)
    {
        return {.line = {}, .column = {}, .offset = offset, .item = {}};
    }
    static Place atItem(std::uint64_t item)
    {
        return {.line = {}, .column = {}, .offset = {}, .item = item};
    }
    bool operator==(const Place &) const = default;
};

/// A failure as a value: what happened, in words for a person, and where.
struct Error
{
    ErrorCode code = ErrorCode::Malformed;
    std::string message;
    /// The file, URL or other origin of the input; empty where the caller knows it better.
    std::string source = {};
    Place place = {};

    /// "SOURCE:LINE:COLUMN: MESSAGE", or "column N", "item N", "byte N" where that is known.
    std::string text() const;
    bool operator==(const Error &) const = default;
};

/// A value or the Error that took its place. Engines return it instead of throwing.
template <typename T>
using Result = tl::expected<T, Error>;

/// Makes the error side of any Result.
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string_view source = {},
                                  Place place = {})
{
    return tl::unexpected(Error{.code = code,
                                .message = std::move(message),
                                .source = std::string(source),
                                .place = place});
}

} // namespace foretop
