// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace foretop::logs {

inline constexpr std::size_t kMaxFiles = 1'000;

/// What a person named, as files: a path as it is; a glob ("/var/log/*.log", see glob(3)) or a
/// directory (not deeper) as those in it that look like logs by their first bytes, sorted: text, a
/// known archive, an empty file, or one that may not be read, whose opening then says so. Fails
/// with NotFound, Denied, or TooLarge beyond kMaxFiles.
Result<std::vector<std::string>> logPaths(const std::string &named);

/// The files that a rotation made of @p path, itself among them, oldest first: app.log.2.gz,
/// app.log.1, app.log; app-20260101.log.gz, app.log; app.log.2026-01-01, app.log; as logrotate,
/// log4j, logback, spdlog and Python's handlers name them. @p path may be any of them. At most
/// kMaxFiles, the newest.
std::vector<std::string> rotatedSiblings(const std::string &path);

/// @p paths, each once, those together that a rotation made of one file, oldest first, as far as
/// their names alone tell; in the order in which the first of each stands.
std::vector<std::vector<std::string>> groupedByRotation(const std::vector<std::string> &paths);

} // namespace foretop::logs
