// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <fmt/format.h>

namespace foretop {

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
        return "malformed";
    case ErrorCode::WrongType:
        return "wrong_type";
    case ErrorCode::Missing:
        return "missing";
    case ErrorCode::OutOfRange:
        return "out_of_range";
    case ErrorCode::TooLarge:
        return "too_large";
    case ErrorCode::Unknown:
        return "unknown";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Denied:
        return "denied";
    case ErrorCode::Unavailable:
        return "unavailable";
    case ErrorCode::TimedOut:
        return "timed_out";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Io:
        return "io";
    }
    return "unknown";
}

std::string Error::text() const
{
    std::string where = source;
    const auto add = [&where](std::string_view separator, const std::string &part) {
        if (!where.empty()) {
            where += separator;
        }
        where += part;
    };
    if (place.line) {
        add(":", fmt::format("{}", *place.line));
        if (place.column) {
            add(":", fmt::format("{}", *place.column));
        }
    } else if (place.column) {
        add(" ", fmt::format("column {}", *place.column));
    }
    if (place.item) {
        add(" ", fmt::format("item {}", *place.item));
    }
    if (place.offset) {
        add(" ", fmt::format("byte {}", *place.offset));
    }
    return where.empty() ? message : where + ": " + message;
}

} // namespace foretop
