// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/traceline.h"

#include "logs/plainword.h"

#include <algorithm>
#include <array>

namespace foretop::logs {
namespace {

constexpr std::size_t kLongestClass = 200;

/// "ValueError", "java.io.IOException", "shop.RateLimited": a name that ends as those of exceptions
/// do, or a path to a name that starts with a capital.
bool isExceptionClass(std::string_view name)
{
    constexpr auto kEnds = std::to_array<std::string_view>(
        {"Error", "Exception", "Exit", "Failure", "Fault", "Interrupt", "Throwable", "Warning"});
    const auto isNameByte = [](char c) { return isWordByte(c) || c == '.' || c == '$'; };
    if (name.size() < 4 || name.size() > kLongestClass ||
        !std::all_of(name.begin(), name.end(), isNameByte)) {
        return false;
    }
    const auto dot = name.rfind('.');
    const auto last = name.substr(dot == std::string_view::npos ? 0 : dot + 1);
    if (last.empty() || last[0] < 'A' || last[0] > 'Z') {
        return false;
    }
    return dot != std::string_view::npos ||
           std::any_of(kEnds.begin(), kEnds.end(), [last](std::string_view end) {
               return last.ends_with(end) && last.size() > end.size();
           });
}

} // namespace

bool isTraceLine(std::string_view line)
{
    constexpr auto kStarts = std::to_array<std::string_view>(
        {"Caused by: ", "Suppressed: ", "During handling of the above exception",
         "The above exception was the direct cause", "goroutine ", "created by ",
         "stack backtrace:", "note: run with `RUST_BACKTRACE", "exit status "});
    line = line.substr(0, line.find_last_not_of("\r\n") + 1);
    if (line.empty()) {
        return false;
    }
    if (line[0] == '}' || line[0] == ']') {
        return true;
    }
    if (std::any_of(kStarts.begin(), kStarts.end(),
                    [line](std::string_view start) { return line.starts_with(start); })) {
        return true;
    }
    const auto name = line.substr(0, line.find_first_of(": ("));
    const auto next = line.substr(name.size(), 2);
    if (next.empty() || next == ": ") {
        return isExceptionClass(name);
    }
    // Go: "main.run(0xc000012345)".
    return next[0] == '(' && line.back() == ')' && isPath(name);
}

bool isCrashReport(std::string_view text)
{
    constexpr auto kStarts = std::to_array<std::string_view>(
        {"Traceback (most recent call last):", "Exception in thread ",
         "panic: ", "fatal error: ", "Unhandled exception", "Uncaught "});
    return std::any_of(kStarts.begin(), kStarts.end(),
                       [text](std::string_view start) { return text.starts_with(start); });
}

} // namespace foretop::logs
