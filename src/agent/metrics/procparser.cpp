// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/metrics/procparser.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace foretop::agent {
namespace {

constexpr std::uint64_t kSectorBytes = 512; // of /proc/diskstats, whatever the device says

/// Takes the next word off @p rest; empty at its end.
std::string_view takeWord(std::string_view &rest)
{
    rest = trimmed(rest);
    const auto end = rest.find_first_of(" \t");
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(word.size());
    return word;
}

template <typename T>
std::optional<T> numberIn(std::string_view word)
{
    T value{};
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (failure != std::errc() || end != word.data() + word.size() || word.empty()) {
        return {};
    }
    return value;
}

/// The numbers of @p rest up to the first word that is none.
std::vector<std::uint64_t> takeNumbers(std::string_view rest)
{
    std::vector<std::uint64_t> numbers;
    while (const auto number = numberIn<std::uint64_t>(takeWord(rest))) {
        numbers.push_back(*number);
    }
    return numbers;
}

template <typename F>
void forEachLine(std::string_view text, F &&take)
{
    while (!text.empty()) {
        take(takeUntil(text, '\n'));
    }
}

void readCpuLine(std::string_view name, std::string_view rest, ProcStat &stat)
{
    constexpr std::array<std::string_view, 8> kModes = {"user",   "nice", "system",  "idle",
                                                        "iowait", "irq",  "softirq", "steal"};
    CpuTicks cpu{.cpu = std::string(name), .modes = {}};
    const auto ticks = takeNumbers(rest);
    for (std::size_t i = 0; i < kModes.size() && i < ticks.size(); ++i) {
        cpu.modes.emplace_back(kModes[i], ticks[i]);
    }
    if (!cpu.modes.empty()) {
        stat.cpus.push_back(std::move(cpu));
    }
}

bool isWholeDisk(std::string_view device)
{
    constexpr std::array<std::string_view, 4> kNotDisks = {"loop", "ram", "fd", "sr"};
    if (device.empty() ||
        std::any_of(kNotDisks.begin(), kNotDisks.end(),
                    [device](std::string_view prefix) { return device.starts_with(prefix); })) {
        return false;
    }
    const bool endsInDigit = device.back() >= '0' && device.back() <= '9';
    if (device.starts_with("nvme") || device.starts_with("mmcblk")) {
        return device.find('p') == std::string_view::npos; // nvme0n1p1, mmcblk0p1
    }
    const bool lettered = device.starts_with("sd") || device.starts_with("vd") ||
                          device.starts_with("xvd") || device.starts_with("hd");
    return !(lettered && endsInDigit); // sda1
}

/// @p text with the octal escapes of /proc/mounts ("\040") as the bytes they stand for.
std::string unescapedMount(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const bool escaped = text[0] == '\\' && text.size() >= 4;
        unsigned value = 0;
        if (escaped &&
            std::from_chars(text.data() + 1, text.data() + 4, value, 8).ptr == text.data() + 4) {
            out += static_cast<char>(value);
            text.remove_prefix(4);
        } else {
            out += text[0];
            text.remove_prefix(1);
        }
    }
    return out;
}

bool isLocalFileSystem(const Mount &mount)
{
    constexpr std::array<std::string_view, 14> kOnDevices = {
        "ext2", "ext3", "ext4",  "xfs",   "btrfs",    "zfs",      "f2fs",
        "jfs",  "vfat", "exfat", "ntfs3", "bcachefs", "reiserfs", "overlay"};
    return std::find(kOnDevices.begin(), kOnDevices.end(), mount.type) != kOnDevices.end();
}

} // namespace

ProcStat parseProcStat(std::string_view text)
{
    ProcStat stat;
    forEachLine(text, [&stat](std::string_view line) {
        const std::string_view name = takeWord(line);
        if (name.starts_with("cpu") && name.size() > 3) {
            readCpuLine(name.substr(3), line, stat);
            return;
        }
        const auto value = numberIn<std::uint64_t>(takeWord(line));
        if (name == "btime") {
            stat.bootTime = value;
        } else if (name == "ctxt") {
            stat.contextSwitches = value;
        } else if (name == "processes") {
            stat.forks = value;
        } else if (name == "procs_running") {
            stat.running = value;
        } else if (name == "procs_blocked") {
            stat.blocked = value;
        }
    });
    return stat;
}

std::map<std::string, std::uint64_t> parseMeminfo(std::string_view text)
{
    std::map<std::string, std::uint64_t> memory;
    forEachLine(text, [&memory](std::string_view line) {
        const std::string_view name = takeUntil(line, ':');
        const auto value = numberIn<std::uint64_t>(takeWord(line));
        if (name.empty() || !value) {
            return;
        }
        std::string key;
        for (const char c : name) {
            key += c == '(' ? "_" : c == ')' ? "" : std::string(1, c);
        }
        memory[key] = takeWord(line) == "kB" ? *value * 1024 : *value;
    });
    return memory;
}

std::optional<Loadavg> parseLoadavg(std::string_view text)
{
    const auto one = numberIn<double>(takeWord(text));
    const auto five = numberIn<double>(takeWord(text));
    const auto fifteen = numberIn<double>(takeWord(text));
    if (!one || !five || !fifteen) {
        return {};
    }
    return Loadavg{.one = *one, .five = *five, .fifteen = *fifteen};
}

std::vector<DiskIo> parseDiskstats(std::string_view text)
{
    std::vector<DiskIo> disks;
    forEachLine(text, [&disks](std::string_view line) {
        takeWord(line); // major
        takeWord(line); // minor
        const std::string_view device = takeWord(line);
        const auto fields = takeNumbers(line);
        if (fields.size() < 10 || !isWholeDisk(device)) {
            return;
        }
        disks.push_back({.device = std::string(device),
                         .readsCompleted = fields[0],
                         .readBytes = fields[2] * kSectorBytes,
                         .writesCompleted = fields[4],
                         .writtenBytes = fields[6] * kSectorBytes,
                         .ioSeconds = static_cast<double>(fields[9]) / 1000});
    });
    return disks;
}

std::vector<NetworkIo> parseNetDev(std::string_view text)
{
    std::vector<NetworkIo> devices;
    forEachLine(text, [&devices](std::string_view line) {
        const auto colon = line.rfind(':'); // an alias ("eth0:1") holds one too
        if (colon == std::string_view::npos) {
            return;
        }
        const auto fields = takeNumbers(line.substr(colon + 1));
        if (fields.size() < 11) {
            return;
        }
        devices.push_back({.device = std::string(trimmed(line.substr(0, colon))),
                           .receivedBytes = fields[0],
                           .receivedErrors = fields[2],
                           .sentBytes = fields[8],
                           .sentErrors = fields[10]});
    });
    return devices;
}

std::vector<Mount> parseMounts(std::string_view text)
{
    std::vector<Mount> mounts;
    forEachLine(text, [&mounts](std::string_view line) {
        Mount mount;
        mount.device = unescapedMount(takeWord(line));
        mount.mountPoint = unescapedMount(takeWord(line));
        mount.type = takeWord(line);
        if (mount.mountPoint.empty()) {
            return;
        }
        std::erase_if(mounts, [&mount](const Mount &earlier) {
            return earlier.mountPoint == mount.mountPoint;
        });
        mounts.push_back(std::move(mount));
    });
    std::erase_if(mounts, [](const Mount &mount) { return !isLocalFileSystem(mount); });
    return mounts;
}

std::optional<ProcessStat> parseProcessStat(std::string_view text)
{
    // The name in parentheses may hold anything, parentheses too.
    const auto nameEnd = text.rfind(')');
    if (nameEnd == std::string_view::npos) {
        return {};
    }
    std::string_view rest = text.substr(nameEnd + 1);
    std::vector<std::string_view> fields; // from field 3, "state"
    for (auto word = takeWord(rest); !word.empty(); word = takeWord(rest)) {
        fields.push_back(word);
    }
    constexpr std::size_t kFirst = 3;
    constexpr std::size_t kLast = 24;
    if (fields.size() <= kLast - kFirst) {
        return {};
    }
    const auto field = [&fields](std::size_t number) {
        return numberIn<std::uint64_t>(fields[number - kFirst]).value_or(0);
    };
    return ProcessStat{.cpuTicks = field(14) + field(15),
                       .startTicks = field(22),
                       .threads = field(20),
                       .virtualBytes = field(23),
                       .residentPages = field(24)};
}

} // namespace foretop::agent
