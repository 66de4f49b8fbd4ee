// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/embeddedagent.h"

#include <array>

#include <QCoreApplication>
#include <QEventLoop>
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
    : m_clock(clock)
    , m_token(randomToken())
{
}

EmbeddedAgent::~EmbeddedAgent()
{
    if (m_loop != nullptr) {
        QCoreApplication::postEvent(m_loop, new QEvent(QEvent::Quit));
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Result<void> EmbeddedAgent::start()
{
    std::promise<Started> promise;
    auto future = promise.get_future();
    m_thread =
        std::thread([this, promise = std::move(promise)]() mutable { run(std::move(promise)); });
    auto started = future.get();
    m_url = started.url;
    m_loop = started.loop;
    return std::move(started.result);
}

void EmbeddedAgent::run(std::promise<Started> started) const
{
    QEventLoop loop;
    Agent agent(embeddedConfig(m_token), m_clock);
    auto result = agent.start();
    const bool runs = result.has_value();
    started.set_value(
        {.result = std::move(result), .url = agent.url(), .loop = runs ? &loop : nullptr});
    if (runs) {
        loop.exec();
        agent.stop();
    }
}

} // namespace foretop::agent
