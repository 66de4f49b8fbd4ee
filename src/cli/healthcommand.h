// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "health/report.h"

#include <QObject>
#include <QUrl>

namespace foretop::cli {

/// Asks one service once for its health, prints the answer and tells the exit code. One thread.
class HealthCommand : public QObject
{
    Q_OBJECT

public:
    /// @p clock must outlive the command.
    HealthCommand(const CommandLine &line, QUrl url, QString token, const Clock &clock);
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void askFeed();
    void askHttp();
    void answer(const health::Report &report);
    void giveUp(const Error &error);

    const bool m_json;
    const Milliseconds m_timeout;
    const QUrl m_url;
    const QString m_token;
    const Clock &m_clock;
    std::optional<Error> m_lastError; // why no answer has come so far
    bool m_done = false;
};

} // namespace foretop::cli
