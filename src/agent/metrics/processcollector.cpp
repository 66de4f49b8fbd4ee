// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/metrics/processcollector.h"

#include "agent/metrics/familybuilder.h"
#include "agent/metrics/procfile.h"
#include "agent/metrics/procparser.h"

#include <filesystem>

#include <sys/resource.h>
#include <unistd.h>

namespace foretop::agent {
namespace {

double openDescriptors()
{
    std::error_code failure;
    double count = 0;
    for (std::filesystem::directory_iterator entry("/proc/self/fd", failure), end;
         !failure && entry != end; entry.increment(failure)) {
        ++count;
    }
    return count;
}

} // namespace

std::vector<prometheus::MetricFamily> ProcessCollector::Collect() const
{
    FamilyBuilder out;
    const auto process = parseProcessStat(readProcFile("/proc/self/stat"));
    const auto boot = parseProcStat(readProcFile("/proc/stat")).bootTime;
    const auto ticksPerSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    if (process) {
        out.counter("process_cpu_seconds_total", "Total user and system CPU time in seconds.",
                    static_cast<double>(process->cpuTicks) / ticksPerSecond);
        out.gauge("process_resident_memory_bytes", "Resident memory size in bytes.",
                  static_cast<double>(process->residentPages) *
                      static_cast<double>(sysconf(_SC_PAGESIZE)));
        out.gauge("process_virtual_memory_bytes", "Virtual memory size in bytes.",
                  static_cast<double>(process->virtualBytes));
        out.gauge("process_threads", "Number of OS threads.",
                  static_cast<double>(process->threads));
    }
    if (process && boot) {
        out.gauge(
            "process_start_time_seconds", "Start time of the process since unix epoch in seconds.",
            static_cast<double>(*boot) + static_cast<double>(process->startTicks) / ticksPerSecond);
    }
    out.gauge("process_open_fds", "Number of open file descriptors.", openDescriptors());
    struct rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        out.gauge("process_max_fds", "Maximum number of open file descriptors.",
                  static_cast<double>(limit.rlim_cur));
    }
    return out.take();
}

} // namespace foretop::agent
