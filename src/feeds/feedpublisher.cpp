// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedpublisher.h"

#include "base/jsonreader.h"
#include "base/jsonwriter.h"
#include "feeds/feedconnection.h"
#include "feeds/framecodec.h"
#include "feeds/refusal.h"
#include "feeds/spool.h"
#include "logs/recordparser.h"

#include <QTimer>
#include <QUuid>
#include <QWebSocket>

#include <algorithm>

namespace foretop::feeds {

class FeedPublisher::Private
{
public:
    Private(const FeedPublisherOptions &options, FeedPublisher *publisher);

    RingItem prepared(PublishedItem item);
    void restore(PublishedItem item);
    void schedulePump();
    void remove(FeedConnection *connection);

    FeedPublisher *const q;
    FeedState state;
    std::unique_ptr<Spool> spool;
    std::vector<PublishedItem> restored;
    std::vector<FeedConnection *> connections; ///< children of q
    QTimer pumpTimer; ///< so that what is published in one turn of the event loop goes as one batch
    QTimer pingTimer;
    JsonReader reader;
    logs::RecordParser recordParser;

private:
    logs::Level levelOf(const std::string &item);
};

FeedPublisher::Private::Private(const FeedPublisherOptions &options, FeedPublisher *publisher)
    : q(publisher)
    , state{.options = options,
            .epoch = QUuid::createUuid().toString(QUuid::WithoutBraces),
            .ring = ItemRing(options.ringBytes),
            .counters = {}}
    , pumpTimer(publisher)
    , pingTimer(publisher)
{
    state.options.window = std::max<std::uint64_t>(state.options.window, 1);
    pumpTimer.setSingleShot(true);
    connect(&pumpTimer, &QTimer::timeout, q, [this] {
        // Sending may end a connection, which changes the list.
        for (auto *connection : std::vector(connections)) {
            connection->pump();
        }
    });
    connect(&pingTimer, &QTimer::timeout, q, [this] {
        for (auto *connection : std::vector(connections)) {
            connection->tick();
        }
    });
    pingTimer.setInterval(std::min(options.pingInterval, options.silenceAfter / 3));
}

RingItem FeedPublisher::Private::prepared(PublishedItem item)
{
    const bool logs = state.options.kind == FeedKind::Logs;
    if (!reader.parseObject(item.item, {})) {
        if (logs) {
            JsonWriter line;
            line.beginObject().member("line", item.item).endObject();
            item.item = line.take();
        } else {
            item.lost = "unreadable";
        }
    }
    if (item.item.size() + kBatchEnvelopeBytes > state.options.maxFrameBytes ||
        !state.ring.canHold(item.item.size() + item.cursor.size())) {
        item.lost = "too_large";
    }
    if (!item.lost.empty()) {
        item.item.clear();
        ++state.counters.unsendable;
    }
    const auto level = logs && item.lost.empty() ? levelOf(item.item) : logs::Level::Unknown;
    return {.published = std::move(item), .level = level};
}

logs::Level FeedPublisher::Private::levelOf(const std::string &item)
{
    const auto object = reader.parseObject(item, {});
    return object ? recordParser.parseItem(*object).level : logs::Level::Unknown;
}

void FeedPublisher::Private::restore(PublishedItem item)
{
    const bool readable = state.options.kind == FeedKind::Logs && item.lost.empty();
    const auto level = readable ? levelOf(item.item) : logs::Level::Unknown;
    state.ring.append({.published = std::move(item), .level = level});
}

void FeedPublisher::Private::schedulePump()
{
    if (!connections.empty() && !pumpTimer.isActive()) {
        pumpTimer.start();
    }
}

void FeedPublisher::Private::remove(FeedConnection *connection)
{
    std::erase(connections, connection);
    // This is called from a signal of its socket, which must outlive the call.
    connection->deleteLater();
    if (connections.empty()) {
        pingTimer.stop();
    }
    Q_EMIT q->clientCountChanged(connections.size());
}

FeedPublisher::FeedPublisher(const FeedPublisherOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options, this))
{
}

FeedPublisher::~FeedPublisher()
{
    for (auto *connection : d->connections) {
        connection->disconnect(this);
        connection->close(errorcode::kShuttingDown, "the server is shutting down");
        delete connection;
    }
}

Result<void> FeedPublisher::open()
{
    if (d->state.options.spoolPath.isEmpty()) {
        return {};
    }
    d->spool = std::make_unique<Spool>(d->state.options.spoolPath.toStdString(),
                                       d->state.options.ringBytes);
    auto contents = d->spool->open(d->state.epoch.toStdString(), machineBootId());
    if (!contents) {
        d->spool.reset();
        return tl::unexpected(contents.error());
    }
    d->state.epoch = QString::fromStdString(contents->epoch);
    for (const auto &item : contents->items) {
        d->restore(item);
    }
    d->restored = std::move(contents->items);
    return contents->damage ? Result<void>(tl::unexpected(*contents->damage)) : Result<void>();
}

Seq FeedPublisher::publish(std::string item, std::string cursor)
{
    const Seq seq = d->state.ring.next();
    std::vector<PublishedItem> items(1);
    items[0].item = std::move(item);
    items[0].cursor = std::move(cursor);
    publishAll(std::move(items));
    return seq;
}

void FeedPublisher::publishAll(std::vector<PublishedItem> items)
{
    std::vector<logs::Level> levels;
    levels.reserve(items.size());
    Seq seq = d->state.ring.next();
    for (auto &item : items) {
        item.seq = seq;
        ++seq;
        auto ready = d->prepared(std::move(item));
        item = std::move(ready.published);
        levels.push_back(ready.level);
    }
    if (d->spool && !d->spool->append(items)) {
        ++d->state.counters.spoolErrors;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        d->state.counters.evicted +=
            d->state.ring.append({.published = std::move(items[i]), .level = levels[i]});
    }
    d->state.counters.published += items.size();
    d->schedulePump();
}

void FeedPublisher::noteDropped(std::uint64_t count)
{
    d->state.counters.dropped += count;
}

const std::vector<PublishedItem> &FeedPublisher::restored() const
{
    return d->restored;
}

void FeedPublisher::forgetRestored()
{
    std::vector<PublishedItem>().swap(d->restored);
}

std::optional<PublishedItem> FeedPublisher::newest() const
{
    const auto &ring = d->state.ring;
    return ring.empty() ? std::nullopt
                        : std::optional(ring.at(Seq(ring.next().value() - 1)).published);
}

void FeedPublisher::addClient(std::unique_ptr<QWebSocket> socket)
{
    if (!socket || socket->state() != QAbstractSocket::ConnectedState) {
        return;
    }
    if (d->connections.size() >= d->state.options.maxClients) {
        refuseClient(std::move(socket), {.code = std::string(errorcode::kTooManyClients),
                                         .message = "the feed has as many clients as it may"});
        return;
    }
    auto *connection = new FeedConnection(std::move(socket), d->state, this);
    d->connections.push_back(connection);
    connect(connection, &FeedConnection::closed, this,
            [this, connection] { d->remove(connection); });
    connect(connection, &FeedConnection::frameRejected, this, &FeedPublisher::clientFailed);
    if (!d->pingTimer.isActive()) {
        d->pingTimer.start();
    }
    Q_EMIT clientCountChanged(d->connections.size());
}

std::size_t FeedPublisher::clientCount() const
{
    return d->connections.size();
}

const FeedPublisherOptions &FeedPublisher::options() const
{
    return d->state.options;
}

QString FeedPublisher::epoch() const
{
    return d->state.epoch;
}

FeedPublisher::Counters FeedPublisher::counters() const
{
    return d->state.counters;
}

} // namespace foretop::feeds
