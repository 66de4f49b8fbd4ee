// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <string>

namespace foretop::agent {

/// The value of HEALTH_CHECK_TIMEOUT (seconds, such as "2.5"); nothing when unset.
Result<std::optional<Milliseconds>> environmentTimeout();

/// The token in FORETOPD_TOKEN; empty when unset.
Result<std::string> environmentToken();

/// The token in the first line of the file @p path. @p openToAll is set when every user of the
/// machine may read it.
Result<std::string> tokenFromFile(const std::string &path, bool &openToAll);

} // namespace foretop::agent
