// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/accesslog.h"

#include "base/text.h"
#include "logging/log.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <QUuid>

namespace foretop::agent {
namespace {

constexpr logging::Logger kLog("agent.http");
constexpr std::size_t kMaxShownBytes = 1024;

bool looksSecret(std::string_view name)
{
    constexpr std::array kSecretParts = {"token", "secret", "password", "auth", "key"};
    return std::any_of(kSecretParts.begin(), kSecretParts.end(),
                       [name](const char *part) { return containsIgnoringCase(name, part); });
}

bool isIdChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

} // namespace

std::string redactedTarget(std::string_view target)
{
    const auto mark = target.find('?');
    if (mark == std::string_view::npos) {
        return std::string(target.substr(0, kMaxShownBytes));
    }
    std::string out(target.substr(0, mark));
    std::string_view rest = target.substr(mark + 1);
    char separator = '?';
    while (!rest.empty()) {
        const std::string_view pair = takeUntil(rest, '&');
        const std::string_view name = pair.substr(0, pair.find('='));
        out += separator;
        out += looksSecret(name) ? fmt::format("{}=[redacted]", name) : std::string(pair);
        separator = '&';
    }
    out.resize(std::min(out.size(), kMaxShownBytes));
    return out;
}

std::string requestIdFor(const RequestHead &head)
{
    constexpr std::size_t kMostChars = 64;
    const std::string_view given = head.field("x-request-id");
    if (!given.empty() && given.size() <= kMostChars &&
        std::all_of(given.begin(), given.end(), isIdChar)) {
        return std::string(given);
    }
    return QUuid::createUuid().toString(QUuid::Id128).toStdString();
}

void writeAccessRecord(const AccessEntry &entry)
{
    const std::string path = redactedTarget(entry.target);
    kLog.info(fmt::format("{} {} {}", entry.method, path, entry.status),
              {{"method", entry.method},
               {"path", path},
               {"status", std::int64_t(entry.status)},
               {"duration_ms", std::int64_t(entry.duration.count())},
               {"request_bytes", std::uint64_t(entry.requestBytes)},
               {"response_bytes", std::uint64_t(entry.responseBytes)},
               {"user_agent", entry.userAgent.substr(0, kMaxShownBytes)},
               {"ip", entry.ip},
               {"auth", std::string(authStateName(entry.auth))},
               {"request_id", entry.requestId}});
}

} // namespace foretop::agent
