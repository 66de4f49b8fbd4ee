// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedserver.h"

#include <QHostAddress>
#include <QNetworkRequest>
#include <QWebSocket>

namespace foretop::feeds::test {

FeedServer::FeedServer(Handler handler, quint16 port, bool withSubprotocol)
    : m_server(QStringLiteral("test"), QWebSocketServer::NonSecureMode)
{
    if (withSubprotocol) {
        m_server.setSupportedSubprotocols({QString::fromLatin1(
            kSubprotocol.data(), static_cast<qsizetype>(kSubprotocol.size()))});
    }
    connect(&m_server, &QWebSocketServer::newConnection, this, [this, handle = std::move(handler)] {
        while (auto *socket = m_server.nextPendingConnection()) {
            m_authorizations += socket->request().rawHeader("Authorization");
            socket->setParent(nullptr);
            handle(std::unique_ptr<QWebSocket>(socket));
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        qFatal("cannot listen: %s", qPrintable(m_server.errorString()));
    }
}

FeedServer::FeedServer(FeedPublisher &publisher, quint16 port)
    : FeedServer(
          [&publisher](std::unique_ptr<QWebSocket> socket) {
              publisher.addClient(std::move(socket));
          },
          port)
{
}

QUrl FeedServer::url() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/feeds/jobs").arg(port()));
}

std::string numberedItem(std::uint64_t number, std::size_t padding)
{
    return R"({"id":")" + std::to_string(number) + R"(","message":")" + std::string(padding, 'x') +
           R"("})";
}

} // namespace foretop::feeds::test
