// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/level.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace foretop::logs {
namespace {

constexpr std::array<std::string_view, kLevelCount> kNames = {"UNKNOWN", "TRACE", "DEBUG",   "INFO",
                                                              "WARNING", "ERROR", "CRITICAL"};

using Word = std::pair<std::string_view, Level>;

// Sorted by word, for a binary search.
constexpr auto kWords = std::to_array<Word>({
    {"alert", Level::Critical},    {"c", Level::Critical},
    {"config", Level::Info},       {"crit", Level::Critical},
    {"critical", Level::Critical}, {"d", Level::Debug},
    {"dbg", Level::Debug},         {"dbug", Level::Debug},
    {"debug", Level::Debug},       {"debug1", Level::Debug},
    {"debug2", Level::Debug},      {"debug3", Level::Debug},
    {"debug4", Level::Debug},      {"debug5", Level::Debug},
    {"dpanic", Level::Critical},   {"e", Level::Error},
    {"emerg", Level::Critical},    {"emergency", Level::Critical},
    {"err", Level::Error},         {"error", Level::Error},
    {"f", Level::Critical},        {"fail", Level::Error},
    {"fatal", Level::Critical},    {"fine", Level::Debug},
    {"finer", Level::Trace},       {"finest", Level::Trace},
    {"ftl", Level::Critical},      {"i", Level::Info},
    {"inf", Level::Info},          {"info", Level::Info},
    {"information", Level::Info},  {"informational", Level::Info},
    {"log", Level::Info},          {"note", Level::Info},
    {"notice", Level::Info},       {"panic", Level::Critical},
    {"severe", Level::Error},      {"silly", Level::Trace},
    {"success", Level::Info},      {"t", Level::Trace},
    {"trace", Level::Trace},       {"trc", Level::Trace},
    {"unknown", Level::Unknown},   {"v", Level::Trace},
    {"verbose", Level::Trace},     {"vrb", Level::Trace},
    {"w", Level::Warning},         {"warn", Level::Warning},
    {"warning", Level::Warning},   {"wrn", Level::Warning},
});
static_assert(std::is_sorted(kWords.begin(), kWords.end(),
                             [](const Word &a, const Word &b) { return a.first < b.first; }));
constexpr std::size_t kLongestWord = 13;

std::optional<Level> syslogLevel(double number)
{
    constexpr std::array kBySeverity = {Level::Critical, Level::Critical, Level::Critical,
                                        Level::Error,    Level::Warning,  Level::Info,
                                        Level::Info,     Level::Debug};
    if (!(number >= 0) || number >= kBySeverity.size()) {
        return {};
    }
    return kBySeverity[static_cast<std::size_t>(number)];
}

std::string_view withoutOffset(std::string_view name)
{
    return name.substr(0, name.find_first_of("+-"));
}

} // namespace

std::string_view levelName(Level level)
{
    return kNames[std::min(static_cast<std::size_t>(level), kLevelCount - 1)];
}

std::optional<Level> levelFromName(std::string_view name)
{
    name = withoutOffset(trimmed(name));
    if (name.empty() || name.size() > kLongestWord) {
        return {};
    }
    std::array<char, kLongestWord> buffer{};
    std::transform(name.begin(), name.end(), buffer.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const std::string_view lower(buffer.data(), name.size());
    const auto found =
        std::lower_bound(kWords.begin(), kWords.end(), lower,
                         [](const Word &word, std::string_view text) { return word.first < text; });
    if (found == kWords.end() || found->first != lower) {
        return {};
    }
    return found->second;
}

std::optional<Level> levelFromNumber(double number, LevelScale scale)
{
    if (scale == LevelScale::Pino && number < 10) {
        return syslogLevel(number);
    }
    const double first = scale == LevelScale::OpenTelemetry ? 1 : 10;
    const double step = scale == LevelScale::OpenTelemetry ? 4 : 10;
    const double end = scale == LevelScale::OpenTelemetry ? 25 : 100;
    if (!(number >= first) || number >= end) {
        return {};
    }
    const int lowest = static_cast<int>(scale == LevelScale::Python ? Level::Debug : Level::Trace);
    const int rank = lowest + static_cast<int>((number - first) / step);
    return static_cast<Level>(std::min(rank, static_cast<int>(Level::Critical)));
}

} // namespace foretop::logs
