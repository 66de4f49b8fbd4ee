// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "agent/checks/check.h"

#include <sys/statvfs.h>

namespace foretop::agent {

// What disk, memory and load checks find. The probes block and may be called from any thread; the
// judges are pure.

/// Judges a file system by its used ratio as df counts it (used / (used + available to users))
/// and by its inodes, against the thresholds of @p config.
ProbeResult judgeDisk(const struct statvfs &info, const CheckConfig &config);
ProbeResult probeDisk(const CheckConfig &config);

/// Judges /proc/meminfo by what is not MemAvailable.
ProbeResult judgeMemory(std::string_view meminfo, const CheckConfig &config);
ProbeResult probeMemory(const CheckConfig &config);

/// Judges /proc/loadavg by the load over 5 minutes per core: over 1 minute it says more about the
/// last job than about the machine.
ProbeResult judgeLoad(std::string_view loadavg, unsigned cores, const CheckConfig &config);
ProbeResult probeLoad(const CheckConfig &config);

} // namespace foretop::agent
