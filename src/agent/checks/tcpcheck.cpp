// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/checks/tcpcheck.h"

#include <QNetworkProxy>
#include <QUrl>

namespace foretop::agent {

using health::Status;

TcpCheck::TcpCheck(const CheckConfig &config, QObject *parent)
    : Check(parent)
{
    const QUrl url(QStringLiteral("tcp://") + QString::fromStdString(config.target));
    m_host = url.host();
    m_port = static_cast<quint16>(url.port());
}

void TcpCheck::probe(Done done)
{
    m_done = std::move(done);
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this,
            [this] { conclude({.status = Status::Healthy, .message = "connected"}); });
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] {
        conclude({.status = Status::Unhealthy, .message = m_socket->errorString().toStdString()});
    });
    m_socket->connectToHost(m_host, m_port);
}

void TcpCheck::cancel()
{
    m_done = {};
    if (m_socket != nullptr) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
        m_socket = nullptr;
    }
}

void TcpCheck::conclude(ProbeResult result)
{
    const Done done = std::move(m_done);
    cancel();
    if (done) {
        done(std::move(result));
    }
}

} // namespace foretop::agent
