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
    std::string target;              ///< path, URL or host:port
    std::optional<double> warnAbove; ///< used ratio 0..1, or load per core: degraded
    std::optional<double> failAbove; ///< as above: unhealthy
    int expectStatus = 0;            ///< HTTP: 0 is any 2xx or 3xx
    Milliseconds interval{5'000};
    Milliseconds timeout{5'000}; ///< HEALTH_CHECK_TIMEOUT (seconds) sets the default
};

struct AgentConfig
{
    std::string service = "host";
    std::string bindAddress = "127.0.0.1";
    std::uint16_t port = 7710; ///< 0: any free one
    std::string token;         ///< empty: none asked for; required when not bound to loopback
    std::string stateDir;      ///< spools; empty: nothing kept on disk
    Milliseconds metricsInterval{1'000};
    std::vector<CheckConfig> checks;
    std::vector<std::string> logFiles; ///< paths or globs
    bool logFilesFromStart = false;    ///< a file seen for the first time is read from its start
    bool journal = true;               ///< where there is one
    bool ownLog = true;                ///< publish the agent's own log
    std::size_t ringBytes = 16U << 20;
};

/// What an agent watches when nobody says: root disk, memory, load; the journal and the usual
/// files under /var/log that can be read.
AgentConfig defaultConfig();

/// Reads a YAML configuration (docs/foretopd.example.yaml); errors name file:line:column. A token
/// comes from `token_file` or FORETOPD_TOKEN, never from the file itself. A non-loopback
/// `listen` without a token is an error.
Result<AgentConfig> readConfig(const std::string &path);

} // namespace foretop::agent
