// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/environment.h"

#include <QString>

#include <optional>

namespace foretop::app {

/// The shell command that reports a job to the agent behind @p source, a jobs source at an agent's
/// /feeds/jobs; nothing for other sources, which take no reports. A token is named as
/// $FORETOPD_TOKEN and never written out.
std::optional<QString> jobReportCommand(const session::SourceConfig &source);

} // namespace foretop::app
