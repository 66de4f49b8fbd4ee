// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/containerline.h"

#include <algorithm>

namespace foretop::logs {
namespace {

bool isStream(std::string_view word)
{
    return word == "stdout" || word == "stderr";
}

std::string_view withoutLineEnd(std::string_view text)
{
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

/// Takes @p word off the front of @p text.
bool take(std::string_view &text, std::string_view word)
{
    const bool isThere = text.starts_with(word);
    text.remove_prefix(isThere ? word.size() : 0);
    return isThere;
}

/// Takes the inside of a JSON string and its closing quote off the front of @p text.
std::optional<std::string_view> takeString(std::string_view &text)
{
    std::size_t end = 0;
    while ((end = text.find('"', end)) != std::string_view::npos) {
        std::size_t slashes = 0;
        while (slashes < end && text[end - 1 - slashes] == '\\') {
            ++slashes;
        }
        if (slashes % 2 == 0) {
            const auto inside = text.substr(0, end);
            text.remove_prefix(end + 1);
            return inside;
        }
        ++end;
    }
    return {};
}

} // namespace

std::optional<ContainerLine> readCriLine(std::string_view text)
{
    // "2024-01-15T10:30:00Z", as RFC 3339 with up to nine digits of a fraction and a zone.
    constexpr std::size_t kShortestTime = 20;
    constexpr std::size_t kLongestTime = 35;
    constexpr std::size_t kStreamBytes = 6;
    if (text.size() < kShortestTime + kStreamBytes + 3 || text[4] != '-' || text[10] != 'T') {
        return {};
    }
    const auto timeSize = text.substr(0, kLongestTime + 1).find(' ');
    if (timeSize == std::string_view::npos || timeSize < kShortestTime) {
        return {};
    }
    ContainerLine line{.time = text.substr(0, timeSize),
                       .stream = text.substr(timeSize + 1, kStreamBytes),
                       .inner = {}};
    auto rest = text.substr(std::min(timeSize + 1 + kStreamBytes, text.size()));
    const bool hasTag = rest.starts_with(" F") || rest.starts_with(" P");
    if (!isStream(line.stream) || !hasTag) {
        return {};
    }
    // More tags may follow behind colons.
    rest.remove_prefix(2);
    const auto tags = std::min(rest.find_first_of(" \n"), rest.size());
    if (tags > 0 && rest[0] != ':') {
        return {};
    }
    line.inner = rest.substr(std::min(tags + 1, rest.size()));
    return line;
}

std::optional<ContainerLine> readDockerLine(JsonObject object)
{
    const auto log = stringMember(object, "log");
    const auto stream = log ? stringMember(object, "stream") : std::nullopt;
    const auto time = stream ? stringMember(object, "time") : std::nullopt;
    if (!time || !isStream(*stream)) {
        return {};
    }
    return ContainerLine{.time = *time, .stream = *stream, .inner = withoutLineEnd(*log)};
}

std::optional<ContainerLine> splitDockerLine(std::string_view object)
{
    auto rest = withoutLineEnd(object);
    if (!take(rest, R"({"log":")")) {
        return {};
    }
    const auto inner = takeString(rest);
    if (!inner || !take(rest, R"(,"stream":")")) {
        return {};
    }
    const auto stream = takeString(rest);
    if (!stream || !isStream(*stream) || !take(rest, R"(,"time":")")) {
        return {};
    }
    const auto time = takeString(rest);
    if (!time || rest != "}") {
        return {};
    }
    return ContainerLine{.time = *time, .stream = *stream, .inner = *inner};
}

bool unescapeJson(std::string_view escaped, std::string &text)
{
    text.clear();
    while (!escaped.empty()) {
        const auto slash = std::min(escaped.find('\\'), escaped.size());
        text += escaped.substr(0, slash);
        escaped.remove_prefix(slash);
        if (escaped.empty()) {
            break;
        }
        constexpr std::string_view kNames = "\"\\/nrtbf";
        constexpr std::string_view kBytes = "\"\\/\n\r\t\b\f";
        const auto name = escaped.size() > 1 ? kNames.find(escaped[1]) : std::string_view::npos;
        if (name == std::string_view::npos) {
            return false; // "\u001b" and the like are left to the parser
        }
        text += kBytes[name];
        escaped.remove_prefix(2);
    }
    return true;
}

} // namespace foretop::logs
