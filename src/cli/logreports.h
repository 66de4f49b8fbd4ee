// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/logsoptions.h"
#include "logs/logsnapshot.h"

namespace foretop::cli {

/// Prints the histogram, the patterns or the facets of @p found, as options say, in one of the
/// forms. Fails as reading the log does.
Result<void> printReport(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                         const logs::RecordSet &found);

} // namespace foretop::cli
