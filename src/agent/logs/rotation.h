// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/tailedfile.h"

#include <string>
#include <vector>

namespace foretop::agent {

/// The regular files that @p pattern (glob(7), with {a,b} too) names, without compressed ones, in
/// order of their names.
std::vector<std::string> filesMatching(const std::string &pattern);

/// Whether @p candidate is a name that rotation gives to what was @p path, in the same directory:
/// app.log.1, app.log-20240131, app.log.old, and app.1.log, app-20240131.log.
bool isRotatedName(const std::string &path, const std::string &candidate);

/// The file that @p position is in, when it no longer is what its path says: renamed in its
/// directory, or copied under a rotated name before it was truncated. Null when there is none.
std::unique_ptr<TailedFile> findRotated(const FilePosition &position);

/// Files with rotated names of @p path, last written at or after @p since (ns), oldest first.
std::vector<std::unique_ptr<TailedFile>> rotatedSince(const std::string &path, std::int64_t since);

} // namespace foretop::agent
