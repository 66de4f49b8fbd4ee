// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttingproxy.h"

#include <QHostAddress>

#include <memory>

namespace foretop::feeds::test {
namespace {

constexpr qint64 kChunk = 16 * 1024;

} // namespace

CuttingProxy::CuttingProxy(quint16 serverPort)
    : m_serverPort(serverPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost)) {
        qFatal("cannot listen: %s", qPrintable(m_server.errorString()));
    }
}

QUrl CuttingProxy::url() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/feeds/jobs").arg(m_server.serverPort()));
}

void CuttingProxy::accept()
{
    while (auto *client = m_server.nextPendingConnection()) {
        if (m_down) {
            client->abort();
            client->deleteLater();
            continue;
        }
        ++m_links;
        auto *server = new QTcpSocket(client);
        auto left = std::make_shared<std::optional<qint64>>(m_cutAfter);
        client->setReadBufferSize(kChunk);
        server->setReadBufferSize(kChunk);
        connect(client, &QTcpSocket::readyRead, this,
                [this, client, server] { passOn(client, server, nullptr); });
        connect(server, &QTcpSocket::connected, this,
                [this, client, server] { passOn(client, server, nullptr); });
        connect(server, &QTcpSocket::readyRead, this,
                [this, client, server, left] { passOn(server, client, left.get()); });
        // A reader that is slow holds the writer up.
        connect(client, &QTcpSocket::bytesWritten, this,
                [this, client, server, left] { passOn(server, client, left.get()); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, client, [this, client, server, left] {
            passOn(server, client, left.get());
            client->disconnectFromHost();
        });
        connect(server, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_serverPort);
    }
}

void CuttingProxy::passOn(QTcpSocket *from, QTcpSocket *to, std::optional<qint64> *left)
{
    while (!m_stalled && to->state() == QAbstractSocket::ConnectedState &&
           from->bytesAvailable() > 0 && to->bytesToWrite() < kChunk) {
        const bool limited = left && *left;
        const QByteArray bytes = from->read(limited ? std::min(kChunk, **left) : kChunk);
        to->write(bytes);
        if (!limited) {
            continue;
        }
        **left -= bytes.size();
        if (**left <= 0) {
            to->flush();
            to->abort();
            from->abort();
            return;
        }
    }
}

void CuttingProxy::cut()
{
    for (auto *socket :
         m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly)) {
        socket->abort();
    }
}

void CuttingProxy::setDown(bool down)
{
    m_down = down;
    if (down) {
        cut();
    }
}

void CuttingProxy::setStalled(bool stalled)
{
    m_stalled = stalled;
    if (!stalled) {
        for (auto *socket : m_server.findChildren<QTcpSocket *>()) {
            Q_EMIT socket->readyRead();
        }
    }
}

} // namespace foretop::feeds::test
