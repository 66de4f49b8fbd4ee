// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace foretop::logs {

/// Whether @p line, which is not indented, goes on with a stack trace rather than starts anything:
/// "Caused by: ...", "java.lang.Foo: message", "ValueError: message", "goroutine 1 [running]:", the
/// closing bracket of something longer, and the like.
bool isTraceLine(std::string_view line);

/// Whether @p text begins a report of an unhandled exception or panic, which names no level.
bool isCrashReport(std::string_view text);

} // namespace foretop::logs
