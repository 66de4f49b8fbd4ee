// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace foretop::agent {

enum class CheckType : std::uint8_t { Disk, Memory, Load, Http, Tcp };

/// One check to run. Thresholds that do not apply to its type are ignored.
struct CheckConfig
{
    std::string name;
    CheckType type = CheckType::Disk;
    std::string target;              ///< path, URL or host:port; HTTP: empty is the agent itself
    std::optional<double> warnAbove; ///< used ratio 0..1, or load per core: degraded
    std::optional<double> failAbove; ///< as above: unhealthy
    int expectStatus = 0;            ///< HTTP: 0 is any 2xx or 3xx
    Milliseconds interval{5'000};
    Milliseconds timeout{5'000}; ///< HEALTH_CHECK_TIMEOUT (seconds) sets the default
};

/// As AgentConfig::stateDir: the place that automaticStateDir() tells.
inline constexpr std::string_view kAutomaticStateDir = "auto";

struct AgentConfig
{
    std::string service = "host";
    std::string bindAddress = "127.0.0.1"; ///< an IP address or "localhost"
    std::uint16_t port = 7710;             ///< 0: any free one
    std::string token;    ///< empty: none asked for; required when not bound to loopback
    std::string stateDir; ///< positions and spools; empty: nothing kept on disk
    Milliseconds metricsInterval{1'000};
    std::vector<CheckConfig> checks;
    std::vector<std::string> logFiles; ///< paths or globs
    bool logFilesFromStart = false;    ///< a file seen for the first time is read from its start
    bool journal = true;               ///< where there is one
    std::string journalDir;            ///< of journal files; empty: the system's journal
    bool ownLog = true;                ///< publish the agent's own log
    std::size_t ringBytes = 16U << 20; ///< of each feed
    std::vector<std::string> warnings; ///< what the reader found worth telling the person
};

/// A check of @p type with thresholds that fit most machines: disk 85 and 95 %, memory 90 and 97 %,
/// load 2 and 8 per core.
CheckConfig usualCheck(CheckType type);

/// What an agent watches when nobody says: root disk, memory, load, its own HTTP endpoint; the
/// journal and the usual files under /var/log (without those that only repeat the journal).
AgentConfig defaultConfig();

/// defaultConfig() with FORETOPD_TOKEN and HEALTH_CHECK_TIMEOUT over it, for foretopd without a
/// configuration file; an error names the variable.
Result<AgentConfig> environmentConfig();

/// Reads a YAML configuration (docs/foretopd.example.yaml); errors name file:line:column. A token
/// comes from `token_file` or FORETOPD_TOKEN, never from the file itself. A non-loopback
/// `listen` without a token is an error. Relative paths are relative to the file's directory.
Result<AgentConfig> readConfig(const std::string &path);

/// Splits "host:port" or "[v6]:port" into @p config; an error says what is wrong with it.
Result<void> setListen(AgentConfig &config, std::string_view listen);

/// Refuses what no agent may run with: an address that is none, or one that others can reach
/// without a token.
Result<void> validate(const AgentConfig &config);

/// Whether only this machine can reach @p bindAddress.
bool isLoopback(const std::string &bindAddress);

} // namespace foretop::agent
