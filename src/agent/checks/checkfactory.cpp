// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/checks/checkfactory.h"

#include "agent/checks/blockingcheck.h"
#include "agent/checks/hostchecks.h"
#include "agent/checks/httpcheck.h"
#include "agent/checks/tcpcheck.h"

namespace foretop::agent {

std::unique_ptr<Check> makeCheck(CheckConfig config, const std::string &selfUrl)
{
    switch (config.type) {
    case CheckType::Disk:
        return std::make_unique<BlockingCheck>([config] { return probeDisk(config); });
    case CheckType::Memory:
        return std::make_unique<BlockingCheck>([config] { return probeMemory(config); });
    case CheckType::Load:
        return std::make_unique<BlockingCheck>([config] { return probeLoad(config); });
    case CheckType::Tcp:
        return std::make_unique<TcpCheck>(config);
    case CheckType::Http:
        break;
    }
    if (config.target.empty()) {
        config.target = selfUrl;
    }
    return std::make_unique<HttpCheck>(config);
}

} // namespace foretop::agent
