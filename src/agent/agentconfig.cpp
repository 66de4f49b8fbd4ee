// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentconfig.h"

#include "agent/config/environment.h"

#include <charconv>
#include <filesystem>

#include <fmt/format.h>

#include <QHostAddress>

namespace foretop::agent {
namespace {

namespace fs = std::filesystem;

/// Whether this process can read a journal, in memory or on disk.
bool journalIsReadable()
{
    std::error_code ignored;
    for (const char *root : {"/var/log/journal", "/run/log/journal"}) {
        for (const auto &machine : fs::directory_iterator(root, ignored)) {
            for (const auto &file : fs::directory_iterator(machine.path(), ignored)) {
                if (file.path().extension() == ".journal") {
                    return true;
                }
            }
        }
    }
    return false;
}

QHostAddress addressOf(const std::string &bindAddress)
{
    const QString text = QString::fromStdString(bindAddress);
    return text == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost)
                                              : QHostAddress(text);
}

} // namespace

CheckConfig usualCheck(CheckType type)
{
    CheckConfig check;
    check.type = type;
    switch (type) {
    case CheckType::Disk:
        check.warnAbove = 0.85;
        check.failAbove = 0.95;
        break;
    case CheckType::Memory:
        check.warnAbove = 0.90;
        check.failAbove = 0.97;
        break;
    case CheckType::Load:
        check.warnAbove = 2.0;
        check.failAbove = 8.0;
        break;
    case CheckType::Http:
    case CheckType::Tcp:
        break;
    }
    return check;
}

AgentConfig defaultConfig()
{
    AgentConfig config;
    config.checks = {usualCheck(CheckType::Disk), usualCheck(CheckType::Memory),
                     usualCheck(CheckType::Load), usualCheck(CheckType::Http)};
    config.checks[0].name = "disk /";
    config.checks[0].target = "/";
    config.checks[1].name = "memory";
    config.checks[2].name = "load";
    config.checks[3].name = "agent http";
    config.logFiles = {"/var/log/nginx/*.log", "/var/log/apache2/*.log",
                       "/var/log/postgresql/*.log", "/var/log/redis/*.log", "/var/log/dpkg.log"};
    if (!journalIsReadable()) {
        // A pattern, for no distribution has all of them and what is not there is no failure.
        config.logFiles.emplace_back("/var/log/{syslog,messages,kern.log,auth.log,daemon.log}");
    }
    return config;
}

Result<AgentConfig> environmentConfig()
{
    AgentConfig config = defaultConfig();
    const auto timeout = environmentTimeout();
    if (!timeout) {
        return tl::unexpected(timeout.error());
    }
    if (*timeout) {
        for (auto &check : config.checks) {
            check.timeout = **timeout;
        }
    }
    auto token = environmentToken();
    if (!token) {
        return tl::unexpected(token.error());
    }
    config.token = std::move(*token);
    return config;
}

Result<void> setListen(AgentConfig &config, std::string_view listen)
{
    const auto colon = listen.rfind(':');
    std::string_view host = listen.substr(0, colon);
    const std::string_view port =
        colon == std::string_view::npos ? std::string_view() : listen.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    } else if (host.find(':') != std::string_view::npos) {
        return fail(ErrorCode::Malformed, "an IPv6 address is written as [::1]:7710");
    }
    std::uint16_t number = 0;
    const char *last = port.data() + port.size();
    const auto [end, failure] = std::from_chars(port.data(), last, number);
    if (host.empty() || port.empty() || failure != std::errc() || end != last) {
        return fail(ErrorCode::Malformed,
                    fmt::format("\"{}\" is not host:port, such as 127.0.0.1:7710", listen));
    }
    if (addressOf(std::string(host)).isNull()) {
        return fail(ErrorCode::Malformed,
                    fmt::format("\"{}\" is neither an IP address nor localhost", host));
    }
    config.bindAddress = host;
    config.port = number;
    return {};
}

bool isLoopback(const std::string &bindAddress)
{
    return addressOf(bindAddress).isLoopback();
}

Result<void> validate(const AgentConfig &config)
{
    if (addressOf(config.bindAddress).isNull()) {
        return fail(
            ErrorCode::Malformed,
            fmt::format("\"{}\" is neither an IP address nor localhost", config.bindAddress));
    }
    if (config.token.empty() && !isLoopback(config.bindAddress)) {
        return fail(ErrorCode::Denied,
                    fmt::format("listening on {} lets other machines in, so a token is needed: "
                                "set token_file or FORETOPD_TOKEN, or listen on 127.0.0.1",
                                config.bindAddress));
    }
    return {};
}

} // namespace foretop::agent
