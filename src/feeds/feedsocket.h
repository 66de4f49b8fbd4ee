// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feedclient.h"

#include <QTimer>
#include <QWebSocket>

namespace foretop::feeds {

/// Why a link ended.
struct LinkFailure
{
    Error error;
    bool persistent = false; ///< trying again cannot help
    bool unreadable = false; ///< the server sent what this end cannot take in
};

/// One attempt at a link: connects, keeps it alive with pings and fails once, for good.
class FeedSocket : public QObject
{
    Q_OBJECT

public:
    FeedSocket(const FeedClientOptions &options, QObject *parent);
    ~FeedSocket() override;

    void open();
    void send(const Frame &frame);
    /// Whether the server chose the subprotocol, which binds it to foretop.feed/1.
    bool hasSubprotocol() const;

Q_SIGNALS:
    void opened();
    void received(const QByteArray &message);
    /// The server answered a ping.
    void answered();
    void failed(const foretop::feeds::LinkFailure &failure);

private:
    void heard();
    void failByTimeout();
    void failByError(QAbstractSocket::SocketError code);
    void failByClose();
    void fail(const LinkFailure &failure);
    Error error(ErrorCode code, std::string message) const;

    const FeedClientOptions m_options;
    QWebSocket m_socket;
    QTimer m_pingTimer;
    QTimer m_silenceTimer; ///< runs out when nothing is heard for too long
    bool m_opened = false;
    bool m_failed = false;
};

} // namespace foretop::feeds
