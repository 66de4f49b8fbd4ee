// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/logsoptions.h"

namespace foretop::cli {

/// Exit codes of `foretopctl logs`, as of grep.
inline constexpr int kExitHits = 0;
inline constexpr int kExitNoHits = 1;
inline constexpr int kExitTrouble = 2;

/// Runs `foretopctl logs` to its end and returns the exit code. Results go to standard output,
/// what went wrong to standard error. A file that cannot be read makes the code kExitTrouble; the
/// others are read all the same.
int runLogs(const LogsOptions &options);

} // namespace foretop::cli
