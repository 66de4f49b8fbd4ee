// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedserver.h"

#include <QHostAddress>
#include <QNetworkRequest>
#include <QTcpSocket>
#include <QWebSocket>

namespace foretop {

namespace {

constexpr int kMostLinks = 1000;

} // namespace

FeedServer::FeedServer(std::size_t ringBytes)
    : m_server(QStringLiteral("feed server"), QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols(
        {QString::fromUtf8(feeds::kSubprotocol.data(), feeds::kSubprotocol.size())});
    // Hundreds of links may come at once.
    m_listener.setListenBacklogSize(kMostLinks);
    m_listener.setMaxPendingConnections(kMostLinks);
    m_server.setMaxPendingConnections(kMostLinks);
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
            m_server.handleConnection(socket);
        }
    });
    QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] { accept(); });
    for (const feeds::FeedKind kind : feeds::kFeedKinds) {
        feeds::FeedPublisherOptions options;
        options.kind = kind;
        options.service = QStringLiteral("shop");
        options.host = QStringLiteral("web-1");
        options.maxClients = kMostLinks;
        // Test and server share a thread that sleeps between looks at what came.
        options.window = 20'000;
        options.ringBytes = ringBytes;
        m_publishers[kind] = std::make_unique<feeds::FeedPublisher>(options);
    }
}

bool FeedServer::listen()
{
    const bool listens = m_listener.listen(QHostAddress::LocalHost, m_port);
    m_port = m_listener.serverPort();
    return listens;
}

void FeedServer::close()
{
    m_listener.close();
    m_followed.clear();
    for (const QPointer<QWebSocket> &link : std::exchange(m_links, {})) {
        if (link) {
            link->abort();
        }
    }
}

QUrl FeedServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

QVector<session::SourceConfig> FeedServer::sources(const QString &name) const
{
    return session::agentSources(name, url(), {});
}

void FeedServer::publish(feeds::FeedKind kind, const QByteArray &json)
{
    publisher(kind).publish(json.toStdString());
}

void FeedServer::publishLogs(int first, int count)
{
    std::vector<feeds::PublishedItem> items;
    items.reserve(static_cast<std::size_t>(count));
    for (int n = first; n < first + count; ++n) {
        const std::string number = std::to_string(n);
        items.emplace_back();
        items.back().item = "{\"timestamp\":" + std::to_string(1'700'000'000'000 + n) +
                            ",\"level\":\"" + (n % 10 == 0 ? "ERROR" : "INFO") +
                            "\",\"logger\":\"shop.db\",\"message\":\"record " + number +
                            "\",\"n\":" + number + "}";
    }
    publisher(feeds::FeedKind::Logs).publishAll(std::move(items));
}

void FeedServer::accept()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(nullptr);
        std::unique_ptr<QWebSocket> owned(socket);
        m_authorization = socket->request().rawHeader("Authorization");
        ++m_linksOpened;
        const QByteArray name = socket->requestUrl().fileName().toUtf8();
        if (const auto kind = feeds::feedKindFromName(name.toStdString())) {
            m_links.append(socket);
            // A client's first message is its subscription; the publisher hears it next.
            QObject::connect(socket, &QWebSocket::textMessageReceived, &m_server,
                             [this, kind] { m_followed.insert(*kind); });
            publisher(*kind).addClient(std::move(owned));
        }
    }
}

} // namespace foretop
