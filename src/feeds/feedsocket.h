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
    void subscribe(const Subscribe &subscribe, std::uint64_t window);
    /// Everything up to @p seq is stored, @p items of it since the last call. Said to the server
    /// at once when a quarter of the window waits for it, else a little later with what follows.
    void acknowledge(Seq seq, std::uint64_t items);
    /// Whether the server chose the subprotocol, which binds it to foretop.feed/1.
    bool hasSubprotocol() const;

Q_SIGNALS:
    void opened();
    void received(const QByteArray &message);
    /// The server answered a ping.
    void answered();
    void failed(const foretop::feeds::LinkFailure &failure);

private:
    void send(const Frame &frame);
    void sendAck();
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
    QTimer m_ackTimer;
    std::uint64_t m_window = 1;
    std::uint64_t m_unacknowledged = 0;
    Seq m_stored;
    bool m_opened = false;
    bool m_failed = false;
};

} // namespace foretop::feeds
