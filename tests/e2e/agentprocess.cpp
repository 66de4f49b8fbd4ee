// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/agentprocess.h"

#include <QFile>
#include <QTcpServer>

namespace foretop::e2e {
namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

AgentProcess::AgentProcess()
    : m_port(freePort())
{
    appendLog({});
    QFile config(m_dir.filePath(QStringLiteral("foretopd.yaml")));
    if (config.open(QIODevice::WriteOnly)) {
        config.write(QStringLiteral("service: shop\n"
                                    "listen: 127.0.0.1:%1\n"
                                    "state_dir: state\n"
                                    "checks:\n"
                                    "  - {type: disk, name: disk, path: /, interval: 200ms}\n"
                                    "  - {type: memory, name: memory, interval: 200ms}\n"
                                    "logs:\n"
                                    "  files: [app.log]\n"
                                    "  journal: 'off'\n"
                                    "  own: false\n")
                         .arg(m_port)
                         .toUtf8());
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

AgentProcess::~AgentProcess()
{
    kill();
}

bool AgentProcess::start()
{
    m_process.start(QStringLiteral(FORETOPD),
                    {QStringLiteral("--config"), m_dir.filePath(QStringLiteral("foretopd.yaml"))});
    QByteArray output;
    while (m_process.waitForReadyRead(30'000)) {
        output += m_process.readAll();
        if (output.contains("listens on")) {
            return true;
        }
    }
    qWarning("foretopd said: %s", output.constData());
    return false;
}

void AgentProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

QUrl AgentProcess::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void AgentProcess::appendLog(const QByteArray &lines) const
{
    QFile log(logPath());
    if (!log.open(QIODevice::Append) || log.write(lines) != lines.size()) {
        qFatal("cannot write %s", qPrintable(log.fileName()));
    }
}

} // namespace foretop::e2e
