// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"

#include <QStringList>

namespace foretop::agent {

/// What foretopd was asked to do.
struct CommandLine
{
    enum class Action { Run, CheckConfig, Print };
    Action action = Action::Run;
    std::string configPath; ///< empty: the defaults
    std::string listen;     ///< over what the configuration says
    std::string text;       ///< to print, for --help and --version
};

/// Reads the arguments; an error says what is wrong with them.
Result<CommandLine> readCommandLine(const QStringList &arguments);

/// The configuration that @p commandLine asks for.
Result<AgentConfig> configFor(const CommandLine &commandLine);

} // namespace foretop::agent
