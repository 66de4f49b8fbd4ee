// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "feeds/feedkind.h"
#include "logs/level.h"

#include <QStringList>

#include <optional>

namespace foretop::cli {

/// Exit codes besides those of health (0, 1 and 2): it could not be asked at all.
inline constexpr int kExitUnavailable = 3;
/// The command line cannot be understood (sysexits.h EX_USAGE).
inline constexpr int kExitUsage = 64;

/// What one call of foretopctl asks for.
struct CommandLine
{
    enum class Command { Help, Version, Health, Tail };
    Command command = Command::Help;
    QString address;
    feeds::FeedKind feed = feeds::FeedKind::Logs;
    std::optional<logs::Level> level; ///< tail of logs: this and graver
    bool json = false;
    QString tokenFile;
    Milliseconds timeout{10'000};
    std::uint64_t backlog = 10;         ///< tail: items from before
    std::optional<std::uint64_t> count; ///< tail: ends after that many items
};

/// Reads @p arguments (without the program's name). An error is one sentence for a person.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// What --help prints.
QString helpText();

} // namespace foretop::cli
