// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedconnection.h"

#include "feeds/framecodec.h"
#include "feeds/refusal.h"

#include <QHostAddress>

#include <fmt/format.h>

#include <algorithm>

namespace foretop::feeds {
namespace {

std::string addressOf(const QWebSocket &socket)
{
    return fmt::format("client {}:{}", socket.peerAddress().toString().toStdString(),
                       socket.peerPort());
}

} // namespace

FeedConnection::FeedConnection(std::unique_ptr<QWebSocket> socket, FeedState &state,
                               QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_state(state)
    , m_address(addressOf(*m_socket))
    , m_maxFrameBytes(state.options.maxFrameBytes)
    , m_droppedTold(state.counters.dropped)
{
    m_socket->setParent(nullptr);
    m_socket->setMaxAllowedIncomingFrameSize(m_maxFrameBytes);
    m_socket->setMaxAllowedIncomingMessageSize(m_maxFrameBytes);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { receive(text.toUtf8()); });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &FeedConnection::receive);
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_sinceHeard.start(); });
    connect(m_socket.get(), &QWebSocket::bytesWritten, this, &FeedConnection::pump);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &FeedConnection::finish);
    m_sinceHeard.start();
    m_sinceHello.start();
    send(Hello{.feed = state.options.kind,
               .service = state.options.service.toStdString(),
               .host = state.options.host.toStdString(),
               .epoch = state.epoch.toStdString(),
               .first = state.ring.first(),
               .next = state.ring.next(),
               .window = state.options.window});
}

FeedConnection::~FeedConnection()
{
    m_socket->disconnect(this);
}

void FeedConnection::tick()
{
    if (m_closing) {
        return;
    }
    const auto silence = m_state.options.silenceAfter;
    if (m_sinceHeard.hasExpired(silence.count())) {
        close(errorcode::kSilent, fmt::format("nothing heard for {} ms", silence.count()));
        return;
    }
    if (!m_subscribed && m_sinceHello.hasExpired(silence.count())) {
        close(errorcode::kNoSubscribe, fmt::format("no subscribe for {} ms", silence.count()));
        return;
    }
    // A ping behind a full buffer says nothing; whoever does not read becomes silent.
    if (m_socket->bytesToWrite() < kSendBufferBytes) {
        m_socket->ping();
        if (m_announced < m_next) {
            sendSkipped();
        }
    }
}

void FeedConnection::close(std::string_view code, std::string message)
{
    if (!m_closing) {
        m_closing = true;
        closeWithError(m_socket.get(), {.code = std::string(code), .message = std::move(message)});
    }
}

void FeedConnection::finish()
{
    const auto code = m_socket->closeCode();
    if (code == QWebSocketProtocol::CloseCodeTooMuchData ||
        code == QWebSocketProtocol::CloseCodeWrongDatatype ||
        code == QWebSocketProtocol::CloseCodeProtocolError) {
        ++m_state.counters.clientErrors;
        Q_EMIT frameRejected(
            {.message = m_socket->closeReason().toStdString(), .source = m_address});
    }
    Q_EMIT closed();
}

void FeedConnection::receive(const QByteArray &bytes)
{
    m_sinceHeard.start();
    if (m_closing) {
        return;
    }
    const auto frame = decodeFrame({bytes.constData(), static_cast<std::size_t>(bytes.size())},
                                   m_address, m_state.options.maxFrameBytes);
    if (!frame) {
        reject(frame.error(), errorcode::kMalformed);
    } else if (const auto *subscribe = std::get_if<Subscribe>(&*frame)) {
        handle(*subscribe);
    } else if (const auto *ack = std::get_if<Ack>(&*frame)) {
        handle(*ack);
    } else {
        reject({.message = "a client sends only subscribe and ack", .source = m_address},
               errorcode::kUnexpected);
    }
}

void FeedConnection::handle(const Subscribe &subscribe)
{
    if (m_subscribed) {
        reject({.message = "subscribed already", .source = m_address}, errorcode::kUnexpected);
        return;
    }
    if (!subscribe.minLevel.empty() && m_state.options.kind == FeedKind::Logs) {
        const auto level = logs::levelFromName(subscribe.minLevel);
        if (!level) {
            close(errorcode::kUnknownLevel,
                  fmt::format("\"min_level\" is \"{}\", which is no level", subscribe.minLevel));
            return;
        }
        m_minLevel = *level;
    }
    m_maxFrameBytes =
        std::min<std::size_t>(m_maxFrameBytes, subscribe.maxFrameBytes.value_or(m_maxFrameBytes));
    m_next = m_announced = startOf(subscribe);
    m_subscribed = true;
    pump();
}

Seq FeedConnection::startOf(const Subscribe &subscribe) const
{
    const auto &ring = m_state.ring;
    if (subscribe.epoch.empty()) {
        const auto backlog = subscribe.backlog.value_or(m_state.options.defaultBacklog);
        return Seq(ring.next().value() - std::min(backlog, ring.next() - ring.first()));
    }
    if (subscribe.epoch == m_state.epoch.toStdString() && subscribe.after < ring.next()) {
        return subscribe.after + 1;
    }
    // Numbers of another life of this server: the client starts over.
    return ring.first();
}

void FeedConnection::handle(const Ack &ack)
{
    if (!m_subscribed || ack.seq >= m_announced) {
        reject({.code = ErrorCode::OutOfRange,
                .message = fmt::format("ack of {}, which was not sent", ack.seq.value()),
                .source = m_address},
               errorcode::kBadAck);
        return;
    }
    while (!m_inFlight.empty() && m_inFlight.front().last <= ack.seq) {
        m_itemsInFlight -= m_inFlight.front().items;
        m_inFlight.pop_front();
    }
    pump();
}

void FeedConnection::reject(const Error &error, std::string_view code)
{
    ++m_state.counters.clientErrors;
    if (++m_errors > kMaxErrors) {
        close(errorcode::kTooManyErrors, fmt::format("more than {} bad frames", kMaxErrors));
    } else {
        send(ErrorFrame{.code = std::string(code), .message = error.message});
    }
    Q_EMIT frameRejected(error);
}

bool FeedConnection::canSend() const
{
    return m_subscribed && !m_closing && m_itemsInFlight < m_state.options.window &&
           m_socket->bytesToWrite() < kSendBufferBytes;
}

void FeedConnection::pump()
{
    while (canSend() && sendNext()) {
    }
}

bool FeedConnection::sendNext()
{
    const auto &ring = m_state.ring;
    if (m_next < ring.first()) {
        sendGap(Seq(ring.first().value() - 1), "evicted");
        return true;
    }
    while (m_next < ring.next() && isFiltered(ring.at(m_next))) {
        ++m_next;
    }
    if (m_next == ring.next()) {
        if (m_next - m_announced > m_state.options.window / 2) {
            sendSkipped();
        }
        return false;
    }
    const auto reason = unsendable(ring.at(m_next));
    if (reason.empty()) {
        sendBatch();
        return true;
    }
    Seq to = m_next;
    while (to + 1 < ring.next() && unsendable(ring.at(to + 1)) == reason) {
        ++to;
    }
    sendGap(to, reason);
    return true;
}

void FeedConnection::sendBatch()
{
    const auto &ring = m_state.ring;
    const auto room = m_state.options.window - m_itemsInFlight;
    const auto most = std::min(m_maxFrameBytes, kBatchBytes);
    Batch batch{
        .seq = m_next, .items = {}, .dropped = takeDropped(), .skipped = m_next - m_announced};
    std::size_t bytes = kBatchEnvelopeBytes;
    while (m_next < ring.next() && batch.items.size() < room) {
        const auto &item = ring.at(m_next);
        bytes += item.published.item.size() + 1;
        if (isFiltered(item) || !unsendable(item).empty() ||
            (bytes > most && !batch.items.empty())) {
            break;
        }
        batch.items.push_back(item.published.item);
        ++m_next;
    }
    m_announced = m_next;
    m_inFlight.push_back({.last = Seq(m_next.value() - 1), .items = batch.items.size()});
    m_itemsInFlight += batch.items.size();
    m_state.counters.sent += batch.items.size();
    send(batch);
}

void FeedConnection::sendSkipped()
{
    const auto skipped = m_next - m_announced;
    m_announced = m_next;
    send(Batch{.seq = m_next, .items = {}, .dropped = takeDropped(), .skipped = skipped});
}

void FeedConnection::sendGap(Seq to, std::string_view reason)
{
    if (m_announced < m_next) {
        sendSkipped();
    }
    send(Gap{.from = m_next, .to = to, .reason = std::string(reason)});
    m_next = m_announced = to + 1;
}

void FeedConnection::send(const Frame &frame)
{
    m_socket->sendTextMessage(QString::fromStdString(encodeFrame(frame)));
}

bool FeedConnection::isFiltered(const RingItem &item) const
{
    return item.level != logs::Level::Unknown && item.level < m_minLevel;
}

std::string_view FeedConnection::unsendable(const RingItem &item) const
{
    if (!item.published.lost.empty()) {
        return item.published.lost;
    }
    return item.published.item.size() + kBatchEnvelopeBytes > m_maxFrameBytes ? "too_large" : "";
}

std::uint64_t FeedConnection::takeDropped()
{
    const auto total = m_state.counters.dropped;
    return total - std::exchange(m_droppedTold, total);
}

} // namespace foretop::feeds
