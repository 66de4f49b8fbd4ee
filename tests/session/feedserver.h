// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "feeds/feedpublisher.h"
#include "session/environment.h"

#include <QPointer>
#include <QTcpServer>
#include <QVector>
#include <QWebSocketServer>

#include <map>
#include <memory>
#include <set>

namespace foretop {

/// The feeds of an agent on a loopback port: real sockets, real publishers. Lives in the test's
/// thread.
class FeedServer
{
public:
    explicit FeedServer(std::size_t ringBytes = 256U << 20);

    /// Listens; on the port of before when there was one. False when it cannot.
    bool listen();
    /// Cuts every link and refuses new ones.
    void close();
    QUrl url() const;
    /// The five sources of this server, all named @p name.
    QVector<session::SourceConfig> sources(const QString &name) const;

    feeds::FeedPublisher &publisher(feeds::FeedKind kind) { return *m_publishers.at(kind); }
    void publish(feeds::FeedKind kind, const QByteArray &json);
    /// Log records "record <first>" and so on, with "n" for the number, @p count in one batch.
    void publishLogs(int first, int count);

    /// Whether a client has subscribed to @p kind since listen(): from then on it misses nothing.
    bool isFollowed(feeds::FeedKind kind) const { return m_followed.contains(kind); }

    /// Headers that the newest link was opened with.
    QByteArray authorization() const { return m_authorization; }
    int linksOpened() const { return m_linksOpened; }

private:
    void accept();

    QTcpServer m_listener;
    QWebSocketServer m_server; // for the handshake only
    quint16 m_port = 0;
    std::map<feeds::FeedKind, std::unique_ptr<feeds::FeedPublisher>> m_publishers;
    QVector<QPointer<QWebSocket>> m_links;
    std::set<feeds::FeedKind> m_followed;
    QByteArray m_authorization;
    int m_linksOpened = 0;
};

} // namespace foretop
