// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/logfollower.h"

#include <QDir>
#include <QStringList>

/// A log follower with what it published, as one run of the agent has it.
class Followed
{
public:
    /// @p restored is what the feed's spool would give back; positions are kept under @p directory.
    Followed(const QDir &directory, std::vector<std::string> patterns, bool fromStart = false,
             const std::vector<foretop::feeds::PublishedItem> &restored = {});

    /// The lines published so far, in order; a JSON line as its text.
    QStringList lines() const;
    /// What the spool holds when the process is killed now.
    const std::vector<foretop::feeds::PublishedItem> &published() const { return m_published; }

    foretop::ManualClock clock;

private:
    std::vector<foretop::feeds::PublishedItem> m_published;
    foretop::agent::PositionStore m_positions;
    foretop::agent::LogFollower m_follower;
};

/// Appends @p text to the file @p path.
void append(const QString &path, const QByteArray &text);
/// "line 1", "line 2", ... from @p first to @p last; as file text with ends of lines.
QStringList numbered(int first, int last);
QByteArray numberedText(int first, int last);
