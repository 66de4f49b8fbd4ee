// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "feeds/feedclient.h"

#include <QObject>

namespace foretop::cli {

/// Prints what comes over one feed until it is stopped, refused, or has printed enough. Tells on
/// standard error what is lost, cannot be read, or breaks the link. One thread.
class TailCommand : public QObject
{
    Q_OBJECT

public:
    /// @p clock must outlive the command.
    TailCommand(const CommandLine &line, const QUrl &url, const QString &token, const Clock &clock);
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void print(const feeds::DecodedItems &decoded);
    void show(const feeds::LinkState &state);
    void end(int exitCode);

    const CommandLine m_line;
    feeds::FeedClient m_client;
    std::uint64_t m_printed = 0;
    bool m_wasLive = false;
    bool m_done = false;
};

} // namespace foretop::cli
