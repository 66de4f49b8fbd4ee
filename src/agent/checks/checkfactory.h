// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "agent/checks/check.h"

#include <memory>

namespace foretop::agent {

/// Makes the check that @p config describes. @p selfUrl stands in for an empty HTTP target.
std::unique_ptr<Check> makeCheck(CheckConfig config, const std::string &selfUrl);

} // namespace foretop::agent
