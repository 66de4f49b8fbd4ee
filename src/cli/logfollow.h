// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/recordprinter.h"
#include "logs/openlog.h"

#include <functional>

namespace foretop::cli {

using ComplainFunction = std::function<void(const Error &error)>;

/// Reads @p log to its end and prints what matches as it is read; stops reading when the printer
/// is done. What went wrong goes to @p complain.
void printGrowing(std::shared_ptr<logs::OpenLog> log, const logs::CompiledQuery &query,
                  RecordPrinter &printer, const ComplainFunction &complain);

/// Prints what matches in @p logs, then what is added to them, as `tail -F` does: across rotation,
/// truncation and files that vanish for a while, each told on standard error. Returns how many
/// records were printed, when the limit is reached, nobody reads, or no log can grow any more.
std::uint64_t followLogs(const LogsOptions &options, const logs::CompiledQuery &query,
                         std::vector<std::shared_ptr<logs::OpenLog>> logs,
                         const ComplainFunction &complain);

} // namespace foretop::cli
