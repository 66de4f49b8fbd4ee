// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/ioerror.h"

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

ErrorCode codeOf(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
    case ENXIO:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
        return ErrorCode::Denied;
    case ENOSPC:
    case EFBIG:
    case EDQUOT:
        return ErrorCode::TooLarge;
    case EMFILE:
    case ENFILE:
    case EAGAIN:
        return ErrorCode::Unavailable;
    default:
        return ErrorCode::Io;
    }
}

} // namespace

Error ioError(int number, std::string_view action, std::string_view source)
{
    return {.code = codeOf(number),
            .message =
                fmt::format("cannot {}: {}", action, std::generic_category().message(number)),
            .source = std::string(source)};
}

} // namespace foretop::logs
