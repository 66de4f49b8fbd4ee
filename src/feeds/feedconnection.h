// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/itemring.h"

#include <QElapsedTimer>
#include <QWebSocket>

namespace foretop::feeds {

/// What a publisher shares with its connections.
struct FeedState
{
    FeedPublisherOptions options;
    QString epoch;
    ItemRing ring;
    FeedPublisher::Counters counters;
};

/// One client of a publisher: says hello, and sends it what it subscribed to from the ring. Holds
/// no items itself: what a slow client has not taken is in the ring, or told as a gap once it
/// has gone from there.
/// Bounds: `window` items unacknowledged; kSendBufferBytes and one frame in the socket's buffer;
/// kMaxErrors unreadable frames.
class FeedConnection : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kSendBufferBytes = 1 << 20;
    /// A batch holds no more bytes, unless one item does.
    static constexpr std::size_t kBatchBytes = 256U << 10;
    static constexpr int kMaxErrors = 20;

    /// @p state must outlive the connection.
    FeedConnection(std::unique_ptr<QWebSocket> socket, FeedState &state, QObject *parent);
    ~FeedConnection() override;

    /// Sends what the window, the socket and the ring allow.
    void pump();
    /// Pings, or cuts off who is silent. Call every pingInterval.
    void tick();
    void close(std::string_view code, std::string message);

Q_SIGNALS:
    void closed();
    void frameRejected(const foretop::Error &error);

private:
    struct InFlight
    {
        Seq last;
        std::uint64_t items = 0;
    };

    void receive(const QByteArray &bytes);
    void handle(const Subscribe &subscribe);
    void handle(const Ack &ack);
    void reject(const Error &error, std::string_view code);
    void finish();

    bool canSend() const;
    bool sendNext();
    void sendBatch();
    void sendSkipped();
    void sendGap(Seq to, std::string_view reason);
    void send(const Frame &frame);
    Seq startOf(const Subscribe &subscribe) const;
    bool isFiltered(const RingItem &item) const;
    /// Why the item is told as a gap; empty when it can be sent.
    std::string_view unsendable(const RingItem &item) const;
    std::uint64_t takeDropped();

    std::unique_ptr<QWebSocket> m_socket;
    FeedState &m_state;
    const std::string m_address;
    QElapsedTimer m_sinceHeard;
    QElapsedTimer m_sinceHello;
    bool m_subscribed = false;
    bool m_closing = false;
    int m_errors = 0;
    logs::Level m_minLevel = logs::Level::Unknown;
    std::size_t m_maxFrameBytes;
    Seq m_next{1};      ///< to be looked at next
    Seq m_announced{1}; ///< first that no frame has covered; behind m_next: filtered out
    std::deque<InFlight> m_inFlight;
    std::uint64_t m_itemsInFlight = 0;
    std::uint64_t m_droppedTold;
};

} // namespace foretop::feeds
