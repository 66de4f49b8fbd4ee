// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "session/environment.h"

namespace foretop::app {

/// What can be opened. No environment: this machine is to be shown by an embedded agent.
struct Environments
{
    QVector<session::Environment> list;
    int current = 0;
    /// Why not all was read that was asked for; the list holds what there is.
    std::optional<Error> error;
};

/// Those that @p line leads to: the one of --connect, or those of the profile (the person's own
/// when there is one). The first opened is --environment, else @p last, else the first.
Environments findEnvironments(const CommandLine &line, const QString &last);

/// Where the person's own profile is kept.
QString defaultProfilePath();

} // namespace foretop::app
