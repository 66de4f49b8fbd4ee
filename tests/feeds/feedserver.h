// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feedpublisher.h"

#include <QWebSocketServer>

#include <functional>
#include <memory>

namespace foretop::feeds::test {

/// A WebSocket server on a loopback port that gives its clients to whoever asks for them.
class FeedServer : public QObject
{
public:
    using Handler = std::function<void(std::unique_ptr<QWebSocket>)>;

    explicit FeedServer(Handler handler, quint16 port = 0, bool withSubprotocol = true);
    /// Gives them to @p publisher, which must outlive the server.
    explicit FeedServer(FeedPublisher &publisher, quint16 port = 0);

    quint16 port() const { return m_server.serverPort(); }
    QUrl url() const;
    /// Authorization headers that came with the handshakes.
    const QList<QByteArray> &authorizations() const { return m_authorizations; }

private:
    QWebSocketServer m_server;
    QList<QByteArray> m_authorizations;
};

/// The job with number @p number as an item; "id" is the number.
std::string numberedItem(std::uint64_t number, std::size_t padding = 0);

} // namespace foretop::feeds::test
