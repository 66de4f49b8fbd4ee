// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/embeddedagent.h"

#include <array>

#include <QRandomGenerator>
#include <QSysInfo>

namespace foretop::agent {
namespace {

QString randomToken()
{
    std::array<quint32, 8> words = {};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

AgentConfig embeddedConfig(const QString &token)
{
    AgentConfig config = defaultConfig();
    config.service = QSysInfo::machineHostName().toStdString();
    config.port = 0;
    config.token = token.toStdString();
    return config;
}

} // namespace

EmbeddedAgent::EmbeddedAgent(const Clock &clock)
    : m_token(randomToken())
    , m_agent(std::make_unique<Agent>(embeddedConfig(m_token), clock))
{
    m_thread.setObjectName(QStringLiteral("agent"));
}

EmbeddedAgent::~EmbeddedAgent()
{
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(
            m_agent.get(), [this] { m_agent->stop(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
}

Result<void> EmbeddedAgent::start()
{
    m_agent->moveToThread(&m_thread);
    m_thread.start();
    Result<void> started;
    QMetaObject::invokeMethod(
        m_agent.get(),
        [this, &started] {
            started = m_agent->start();
            m_url = m_agent->url();
        },
        Qt::BlockingQueuedConnection);
    return started;
}

} // namespace foretop::agent
