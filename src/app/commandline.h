// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "base/clock.h"
#include "base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace foretop::app {

/// Pictures of every page to be taken.
struct ShotOptions
{
    QString directory;
    QSize size{1280, 800};
    Milliseconds after{0}; ///< how long data is collected once it is there
};

/// What the person asked for on the command line.
struct CommandLine
{
    bool version = false;
    QString help; ///< set: print this and end
    QString profilePath;
    QString environment;
    QUrl connectTo; ///< http:// or https://, of one agent
    QString tokenFile;
    std::optional<Appearance> appearance;
    QString page;
    QStringList files; ///< logs to open; "-" is standard input
    std::optional<ShotOptions> shot;
};

/// Reads @p arguments, the first being the program's name. An error says what is wrong with which
/// option.
Result<CommandLine> readCommandLine(const QStringList &arguments);

/// "system", "light", "dark"; nothing for any other word.
std::optional<Appearance> appearanceFromName(const QString &name);

} // namespace foretop::app
