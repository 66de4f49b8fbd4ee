// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Readers of /proc texts (proc(5)). All are pure; lines that do not follow the format are left out.
namespace foretop::agent {

/// Clock ticks that one CPU spent in one mode since boot.
struct CpuTicks
{
    std::string cpu;                                               ///< "0", "1", ...
    std::vector<std::pair<std::string_view, std::uint64_t>> modes; ///< "user", "idle", ...
};
struct ProcStat
{
    std::vector<CpuTicks> cpus;
    std::optional<std::uint64_t> bootTime; ///< seconds since the Unix epoch
    std::optional<std::uint64_t> contextSwitches;
    std::optional<std::uint64_t> forks;
    std::optional<std::uint64_t> running;
    std::optional<std::uint64_t> blocked;
};
/// /proc/stat. As node_exporter does, guest time is left out: the kernel counts it in user and
/// nice already.
ProcStat parseProcStat(std::string_view text);

/// /proc/meminfo: name (with "(x)" as "_x") to bytes; HugePages counts stay counts.
std::map<std::string, std::uint64_t> parseMeminfo(std::string_view text);

struct Loadavg
{
    double one = 0;
    double five = 0;
    double fifteen = 0;
};
std::optional<Loadavg> parseLoadavg(std::string_view text);

/// One block device of /proc/diskstats, without partitions, loop and RAM devices.
struct DiskIo
{
    std::string device;
    std::uint64_t readsCompleted = 0;
    std::uint64_t readBytes = 0;
    std::uint64_t writesCompleted = 0;
    std::uint64_t writtenBytes = 0;
    double ioSeconds = 0;
};
std::vector<DiskIo> parseDiskstats(std::string_view text);

struct NetworkIo
{
    std::string device;
    std::uint64_t receivedBytes = 0;
    std::uint64_t receivedErrors = 0;
    std::uint64_t sentBytes = 0;
    std::uint64_t sentErrors = 0;
};
/// /proc/net/dev.
std::vector<NetworkIo> parseNetDev(std::string_view text);

struct Mount
{
    std::string device;
    std::string mountPoint;
    std::string type;
};
/// /proc/self/mounts; only file systems on a local device, each mount point once (the last one
/// is what is seen). Network and FUSE file systems are left out: asking one that is gone hangs.
std::vector<Mount> parseMounts(std::string_view text);

/// What /proc/self/stat tells of this process.
struct ProcessStat
{
    std::uint64_t cpuTicks = 0;   ///< user and system
    std::uint64_t startTicks = 0; ///< after boot
    std::uint64_t threads = 0;
    std::uint64_t virtualBytes = 0;
    std::uint64_t residentPages = 0;
};
std::optional<ProcessStat> parseProcessStat(std::string_view text);

} // namespace foretop::agent
