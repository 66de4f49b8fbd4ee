// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/checks/hostchecks.h"

#include "agent/checks/bytetext.h"
#include "agent/metrics/procfile.h"
#include "agent/metrics/procparser.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include <fmt/format.h>

namespace foretop::agent {
namespace {

using health::Status;

Status judge(double value, const CheckConfig &config)
{
    if (config.failAbove && value > *config.failAbove) {
        return Status::Unhealthy;
    }
    return config.warnAbove && value > *config.warnAbove ? Status::Degraded : Status::Healthy;
}

ProbeResult failed(std::string message)
{
    return {.status = Status::Unhealthy, .message = std::move(message)};
}

std::string ratioText(double ratio)
{
    return fmt::format("{:.4f}", ratio);
}

double ratioOf(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

ProbeResult judgeDisk(const struct statvfs &info, const CheckConfig &config)
{
    const std::uint64_t block = info.f_frsize;
    const std::uint64_t used = (info.f_blocks - info.f_bfree) * block;
    const std::uint64_t available = info.f_bavail * block;
    const double ratio = ratioOf(used, used + available);
    const double inodes = ratioOf(info.f_files - info.f_ffree, info.f_files);
    ProbeResult result;
    result.status = std::max(judge(ratio, config), judge(inodes, config));
    result.message = fmt::format("{} of {} used, {} free", percentText(ratio),
                                 byteText(info.f_blocks * block), byteText(available));
    if (judge(inodes, config) > Status::Healthy) {
        result.message += fmt::format("; {} of inodes used", percentText(inodes));
    }
    result.observed = {{"total_bytes", std::to_string(info.f_blocks * block)},
                       {"free_bytes", std::to_string(available)},
                       {"used_ratio", ratioText(ratio)},
                       {"inodes_used_ratio", ratioText(inodes)}};
    return result;
}

ProbeResult probeDisk(const CheckConfig &config)
{
    struct statvfs info = {};
    if (statvfs(config.target.c_str(), &info) != 0) {
        return failed(fmt::format("{}: {}", config.target, std::strerror(errno)));
    }
    return judgeDisk(info, config);
}

ProbeResult judgeMemory(std::string_view meminfo, const CheckConfig &config)
{
    const auto memory = parseMeminfo(meminfo);
    const auto total = memory.find("MemTotal");
    const auto available = memory.find("MemAvailable");
    if (total == memory.end() || available == memory.end() || total->second == 0) {
        return failed("/proc/meminfo tells no MemTotal and MemAvailable");
    }
    const std::uint64_t used = total->second - std::min(total->second, available->second);
    const double ratio = ratioOf(used, total->second);
    return {.status = judge(ratio, config),
            .message = fmt::format("{} of {} used, {} available", percentText(ratio),
                                   byteText(total->second), byteText(available->second)),
            .observed = {{"total_bytes", std::to_string(total->second)},
                         {"available_bytes", std::to_string(available->second)},
                         {"used_ratio", ratioText(ratio)}}};
}

ProbeResult probeMemory(const CheckConfig &config)
{
    return judgeMemory(readProcFile("/proc/meminfo"), config);
}

ProbeResult judgeLoad(std::string_view loadavg, unsigned cores, const CheckConfig &config)
{
    const auto load = parseLoadavg(loadavg);
    if (!load) {
        return failed("/proc/loadavg cannot be read");
    }
    const double perCore = load->five / std::max(1U, cores);
    return {.status = judge(perCore, config),
            .message = fmt::format("{:.2f} over 5 minutes on {} cores ({:.2f} per core)",
                                   load->five, cores, perCore),
            .observed = {{"load1", fmt::format("{:.2f}", load->one)},
                         {"load5", fmt::format("{:.2f}", load->five)},
                         {"load15", fmt::format("{:.2f}", load->fifteen)},
                         {"cores", std::to_string(cores)}}};
}

ProbeResult probeLoad(const CheckConfig &config)
{
    return judgeLoad(readProcFile("/proc/loadavg"), std::thread::hardware_concurrency(), config);
}

} // namespace foretop::agent
