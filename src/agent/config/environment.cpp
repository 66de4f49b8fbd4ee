// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/config/environment.h"

#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include <fmt/format.h>
#include <sys/stat.h>

namespace foretop::agent {
namespace {

constexpr std::size_t kMaxTokenBytes = 4096;

Result<std::string> checkedToken(std::string_view token, std::string_view source)
{
    if (token.empty()) {
        return fail(ErrorCode::Missing, "holds no token", source);
    }
    if (token.size() > kMaxTokenBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("a token has at most {} bytes", kMaxTokenBytes), source);
    }
    // What an Authorization header can carry as one word.
    if (!std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; })) {
        return fail(ErrorCode::Malformed, "a token is one word of visible ASCII characters",
                    source);
    }
    return std::string(token);
}

} // namespace

Result<std::optional<Milliseconds>> environmentTimeout()
{
    const char *value = std::getenv("HEALTH_CHECK_TIMEOUT");
    if (value == nullptr || *value == '\0') {
        return std::optional<Milliseconds>();
    }
    double seconds = 0;
    const char *last = value + std::strlen(value);
    const auto [end, failure] = std::from_chars(value, last, seconds);
    if (failure != std::errc() || end != last || !(seconds >= 0.01 && seconds <= 300)) {
        return fail(ErrorCode::OutOfRange,
                    fmt::format("must be seconds from 0.01 to 300, not \"{}\"", value),
                    "HEALTH_CHECK_TIMEOUT");
    }
    return Milliseconds(std::llround(seconds * 1000));
}

Result<std::string> environmentToken()
{
    const char *value = std::getenv("FORETOPD_TOKEN");
    if (value == nullptr || *value == '\0') {
        return std::string();
    }
    return checkedToken(value, "FORETOPD_TOKEN");
}

Result<std::string> tokenFromFile(const std::string &path, bool &openToAll)
{
    struct stat info = {};
    std::ifstream file(path, std::ios::binary);
    if (!file || stat(path.c_str(), &info) != 0) {
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                    fmt::format("cannot read the token: {}", std::strerror(errno)), path);
    }
    openToAll = (info.st_mode & S_IROTH) != 0;
    std::string bytes(kMaxTokenBytes + 2, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    std::string_view rest = bytes;
    return checkedToken(trimmed(takeUntil(rest, '\n')), path);
}

} // namespace foretop::agent
