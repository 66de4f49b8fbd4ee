// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "feeds/publisheditem.h"

#include <QObject>
#include <QString>

#include <memory>

class QWebSocket;

namespace foretop::feeds {

struct FeedPublisherOptions
{
    FeedKind kind = FeedKind::Health;
    QString service;
    QString host;
    std::uint64_t window = 512;          ///< items in flight to one client unacknowledged
    std::uint64_t defaultBacklog = 1000; ///< for a subscribe without one
    std::size_t ringBytes = 16U << 20;   ///< bound of the ring of recent items
    std::size_t maxClients = 64;
    std::size_t maxFrameBytes = kDefaultMaxFrameBytes; ///< of what is sent and accepted
    /// Where the ring is kept across restarts: a file, so that a restarted server goes on with
    /// the same epoch and numbers. Empty: memory only.
    QString spoolPath;
    Milliseconds pingInterval{15'000};
    Milliseconds silenceAfter{45'000}; ///< a client not heard for so long is cut off
};

/// The server end of one feed: a ring of recent items and the clients that follow it. One thread.
class FeedPublisher : public QObject
{
    Q_OBJECT

public:
    explicit FeedPublisher(const FeedPublisherOptions &options, QObject *parent = nullptr);
    ~FeedPublisher() override;

    /// Reads the spool, if any. What is damaged at its end (a write cut short) is dropped; a
    /// spool that cannot be read is set aside with a new epoch, and the error tells; the publisher
    /// works all the same. Call before anything else.
    Result<void> open();

    /// Puts @p item (one JSON object as text) into the ring, in the spool first, and sends it to
    /// whom it concerns. @p cursor is kept beside it and given back by restored(); older items go,
    /// so it must say by itself where every producer of this feed goes on.
    /// An item that is too large for a frame, or is no JSON object, keeps its number and cursor but
    /// is told to clients as a gap; on a logs feed the latter is sent as a plain line instead.
    Seq publish(std::string item, std::string cursor = {});
    /// As publish() for many, in one write and one batch; their numbers are set here.
    void publishAll(std::vector<PublishedItem> items);
    /// Tells every client that @p count items were lost before they could be published.
    void noteDropped(std::uint64_t count);

    /// Items that open() found in the spool, oldest first.
    const std::vector<PublishedItem> &restored() const;
    /// Frees restored().
    void forgetRestored();
    /// The newest item in the ring; nothing when it is empty.
    std::optional<PublishedItem> newest() const;

    /// Takes a connected WebSocket over (and its ownership): hello, subscribe and so on.
    void addClient(std::unique_ptr<QWebSocket> socket);
    std::size_t clientCount() const;

    const FeedPublisherOptions &options() const;
    QString epoch() const;

    struct Counters
    {
        std::uint64_t published = 0;
        std::uint64_t evicted = 0;    ///< from the ring
        std::uint64_t unsendable = 0; ///< too large, or no JSON object
        std::uint64_t dropped = 0;    ///< by producers, as noteDropped() told
        std::uint64_t sent = 0;
        std::uint64_t clientErrors = 0; ///< frames of clients that could not be read
        std::uint64_t spoolErrors = 0;  ///< writes to the spool that failed
    };
    Counters counters() const;

Q_SIGNALS:
    void clientCountChanged(std::size_t count);
    /// A client's frame was rejected; names its address and place.
    void clientFailed(const foretop::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::feeds
