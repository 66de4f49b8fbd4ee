// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/httpsocket.h"

#include <QTcpServer>

namespace foretop::agent {

struct HttpLimits
{
    std::size_t headBytes = 16U << 10;
    std::size_t bodyBytes = 1U << 20;
    int connections = 256;               ///< open at once, WebSockets not counted
    Milliseconds requestTimeout{10'000}; ///< for the whole request to arrive
};

/// Accepts connections and lets a request through only when all of it is there and within
/// @p limits, which QAbstractHttpServer (6.4) itself does not bound. Plain requests become pending
/// connections with all their bytes still unread; others are handed out by the signals.
class HttpFront : public QTcpServer
{
    Q_OBJECT

public:
    /// @p clock must outlive the front.
    HttpFront(HttpLimits limits, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    /// The request cannot be served; the receiver must answer. The head is empty when it could
    /// not be read.
    void requestRefused(foretop::agent::HttpSocket *socket, int status,
                        const foretop::Error &error);
    /// A client asks for a WebSocket; its request is unread. The receiver owns the socket.
    void upgradeRequested(foretop::agent::HttpSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void examine(HttpSocket *socket);
    void admit(HttpSocket *socket);
    void refuse(HttpSocket *socket, int status, ErrorCode code, std::string message,
                Place place = {});

    const HttpLimits m_limits;
    const Clock &m_clock;
    int m_connections = 0;
};

} // namespace foretop::agent
