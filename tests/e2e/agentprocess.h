// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace foretop::e2e {

/// A real foretopd in a process of its own, that follows one log file and keeps its state, so that
/// it can be killed and started again on the same port.
class AgentProcess
{
public:
    AgentProcess();
    ~AgentProcess();

    /// Starts it and waits until it answers; false when it does not.
    bool start();
    /// SIGKILL: it gets no chance to say good-bye.
    void kill();

    QUrl url() const;
    QString logPath() const { return m_dir.filePath(QStringLiteral("app.log")); }
    void appendLog(const QByteArray &lines) const;

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace foretop::e2e
