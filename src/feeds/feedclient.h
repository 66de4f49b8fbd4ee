// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feeditems.h"
#include "feeds/linkstate.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace foretop::feeds {

struct FeedClientOptions
{
    FeedKind kind = FeedKind::Health;
    QUrl url;       ///< ws://host:port/feeds/health, or any WebSocket URL in plain mode
    QString source; ///< the source's name, as shown and as put in errors
    QString token;  ///< sent as "Authorization: Bearer"; empty: none
    std::uint64_t backlog = 1000;
    QString minLevel;
    std::size_t maxFrameBytes = kDefaultMaxFrameBytes;
    Milliseconds backoffFirst{500};
    Milliseconds backoffMost{30'000};
    Milliseconds pingInterval{15'000};
    Milliseconds deadAfter{45'000};
    Milliseconds plainAfter{2'000}; ///< no hello by then: plain mode
    Milliseconds connectWithin{10'000};
};

/// Keeps one feed connected: subscribes, resumes after the last item it handed on, acknowledges,
/// reconnects with full-jitter back-off. Lives in the thread it was made in (a worker with an
/// event loop, moveToThread() before start()); all signals come from there.
class FeedClient : public QObject
{
    Q_OBJECT

public:
    /// @p clock must outlive the client.
    FeedClient(FeedClientOptions options, const Clock &clock, QObject *parent = nullptr);
    ~FeedClient() override;

    const FeedClientOptions &options() const;

public Q_SLOTS:
    /// Does nothing when started or stopped before.
    void start();
    /// Closes the link for good; stateChanged(Stopped) follows.
    void stop();
    /// Ends a back-off, or leaves Refused, and tries now (the person pressed "reconnect").
    void retryNow();

Q_SIGNALS:
    /// The frame as received, before decoding; what a capture records.
    void frameReceived(const QByteArray &frame);
    /// Decoded items, in order, none twice. An exact resume depends on direct handling: what a
    /// slot connected directly has stored when it returns is what will be acknowledged.
    void itemsReady(const foretop::feeds::DecodedItems &decoded);
    /// @p count items between two batches are gone for good; 0: nobody knows how many.
    void gapFound(quint64 count, const QString &reason);
    /// A frame or item could not be read; counted in malformed.
    void frameRejected(const foretop::Error &error);
    void stateChanged(const foretop::feeds::LinkState &state);
    void countersChanged(const foretop::feeds::LinkCounters &counters);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::feeds
