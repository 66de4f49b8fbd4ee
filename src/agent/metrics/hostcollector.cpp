// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/metrics/hostcollector.h"

#include "agent/metrics/familybuilder.h"
#include "agent/metrics/procfile.h"
#include "agent/metrics/procparser.h"

#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace foretop::agent {
namespace {

using prometheus::MetricType;

void addCpu(FamilyBuilder &out)
{
    const ProcStat stat = parseProcStat(readProcFile("/proc/stat"));
    const auto ticksPerSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    out.begin("node_cpu_seconds_total", "Seconds the CPUs spent in each mode.",
              MetricType::Counter);
    for (const auto &cpu : stat.cpus) {
        for (const auto &[mode, ticks] : cpu.modes) {
            out.add(static_cast<double>(ticks) / ticksPerSecond,
                    {{"cpu", cpu.cpu}, {"mode", std::string(mode)}});
        }
    }
    if (stat.bootTime) {
        out.gauge("node_boot_time_seconds", "Node boot time, in unixtime.",
                  static_cast<double>(*stat.bootTime));
    }
    if (stat.contextSwitches) {
        out.counter("node_context_switches_total", "Total number of context switches.",
                    static_cast<double>(*stat.contextSwitches));
    }
    if (stat.forks) {
        out.counter("node_forks_total", "Total number of forks.", static_cast<double>(*stat.forks));
    }
    if (stat.running) {
        out.gauge("node_procs_running", "Number of processes in runnable state.",
                  static_cast<double>(*stat.running));
    }
    if (stat.blocked) {
        out.gauge("node_procs_blocked", "Number of processes blocked waiting for I/O.",
                  static_cast<double>(*stat.blocked));
    }
}

void addMemory(FamilyBuilder &out)
{
    for (const auto &[name, value] : parseMeminfo(readProcFile("/proc/meminfo"))) {
        const bool counts = name.starts_with("HugePages_");
        out.gauge(fmt::format("node_memory_{}{}", name, counts ? "" : "_bytes"),
                  fmt::format("Memory information field {}.", name), static_cast<double>(value));
    }
}

void addLoad(FamilyBuilder &out)
{
    if (const auto load = parseLoadavg(readProcFile("/proc/loadavg"))) {
        out.gauge("node_load1", "1m load average.", load->one);
        out.gauge("node_load5", "5m load average.", load->five);
        out.gauge("node_load15", "15m load average.", load->fifteen);
    }
}

/// Adds one family with a sample for each of @p devices.
template <typename Device, typename Value>
void addPerDevice(FamilyBuilder &out, const std::vector<Device> &devices, const char *name,
                  const char *help, Value value)
{
    out.begin(name, help, MetricType::Counter);
    for (const auto &device : devices) {
        out.add(static_cast<double>(value(device)), {{"device", device.device}});
    }
}

void addDisks(FamilyBuilder &out)
{
    const auto disks = parseDiskstats(readProcFile("/proc/diskstats"));
    addPerDevice(out, disks, "node_disk_read_bytes_total",
                 "The total number of bytes read successfully.",
                 [](const DiskIo &disk) { return disk.readBytes; });
    addPerDevice(out, disks, "node_disk_written_bytes_total",
                 "The total number of bytes written successfully.",
                 [](const DiskIo &disk) { return disk.writtenBytes; });
    addPerDevice(out, disks, "node_disk_reads_completed_total",
                 "The total number of reads completed successfully.",
                 [](const DiskIo &disk) { return disk.readsCompleted; });
    addPerDevice(out, disks, "node_disk_writes_completed_total",
                 "The total number of writes completed successfully.",
                 [](const DiskIo &disk) { return disk.writesCompleted; });
    addPerDevice(out, disks, "node_disk_io_time_seconds_total", "Total seconds spent doing I/Os.",
                 [](const DiskIo &disk) { return disk.ioSeconds; });
}

void addNetwork(FamilyBuilder &out)
{
    const auto devices = parseNetDev(readProcFile("/proc/net/dev"));
    addPerDevice(out, devices, "node_network_receive_bytes_total",
                 "Network device statistic receive_bytes.",
                 [](const NetworkIo &device) { return device.receivedBytes; });
    addPerDevice(out, devices, "node_network_transmit_bytes_total",
                 "Network device statistic transmit_bytes.",
                 [](const NetworkIo &device) { return device.sentBytes; });
    addPerDevice(out, devices, "node_network_receive_errs_total",
                 "Network device statistic receive_errs.",
                 [](const NetworkIo &device) { return device.receivedErrors; });
    addPerDevice(out, devices, "node_network_transmit_errs_total",
                 "Network device statistic transmit_errs.",
                 [](const NetworkIo &device) { return device.sentErrors; });
}

void addFileSystems(FamilyBuilder &out, const std::vector<FileSystemSize> &fileSystems)
{
    const auto addEach = [&](const char *name, const char *help, double FileSystemSize::*value) {
        out.begin(name, help, MetricType::Gauge);
        for (const auto &one : fileSystems) {
            out.add(one.*value,
                    {{"device", one.device}, {"mountpoint", one.mountPoint}, {"fstype", one.type}});
        }
    };
    addEach("node_filesystem_size_bytes", "Filesystem size in bytes.", &FileSystemSize::sizeBytes);
    addEach("node_filesystem_free_bytes", "Filesystem free space in bytes.",
            &FileSystemSize::freeBytes);
    addEach("node_filesystem_avail_bytes", "Filesystem space available to non-root users in bytes.",
            &FileSystemSize::availableBytes);
}

std::vector<FileSystemSize> sizeFileSystems()
{
    std::vector<FileSystemSize> sizes;
    for (auto &mount : parseMounts(readProcFile("/proc/self/mounts"))) {
        struct statvfs info = {};
        if (statvfs(mount.mountPoint.c_str(), &info) != 0 || info.f_blocks == 0) {
            continue;
        }
        const auto block = static_cast<double>(info.f_frsize);
        sizes.push_back({.device = std::move(mount.device),
                         .mountPoint = std::move(mount.mountPoint),
                         .type = std::move(mount.type),
                         .sizeBytes = static_cast<double>(info.f_blocks) * block,
                         .freeBytes = static_cast<double>(info.f_bfree) * block,
                         .availableBytes = static_cast<double>(info.f_bavail) * block});
    }
    return sizes;
}

} // namespace

HostCollector::HostCollector(const Clock &clock)
    : m_clock(clock)
{
}

std::vector<prometheus::MetricFamily> HostCollector::Collect() const
{
    FamilyBuilder out;
    addCpu(out);
    addMemory(out);
    addLoad(out);
    addDisks(out);
    addNetwork(out);
    addFileSystems(out, m_fileSystems);
    out.gauge("node_time_seconds", "System time in seconds since epoch (1970).",
              static_cast<double>(msSinceEpoch(m_clock.wallNow())) / 1000);
    return out.take();
}

void HostCollector::refreshFileSystems()
{
    m_sizing.start(sizeFileSystems,
                   [this](std::vector<FileSystemSize> sizes) { m_fileSystems = std::move(sizes); });
}

} // namespace foretop::agent
