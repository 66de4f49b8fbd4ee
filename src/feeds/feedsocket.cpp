// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedsocket.h"

#include "feeds/framecodec.h"

#include <QNetworkRequest>
#include <QRegularExpression>
#include <QWebSocketHandshakeOptions>

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

/// An acknowledgement may wait so long for more items to acknowledge with it.
constexpr Milliseconds kAckDelay{50};

/// The HTTP status that a server answered the handshake with, 0 when it is not known. Qt 6.4
/// keeps the response to itself and tells it only in its message.
int httpStatusIn(const QString &message)
{
    static const QRegularExpression kStatus(QStringLiteral("\\b([1-5][0-9]{2}) \\("));
    const auto match = kStatus.match(message);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

/// Whether the same request will get the same answer: not so for time-outs, rate limits and
/// what a server or a proxy in front of it says while it is down.
bool isPersistentStatus(int status)
{
    return status != 0 && status < 500 && status != 408 && status != 425 && status != 429;
}

std::string wordsFor(int status)
{
    switch (status) {
    case 401:
        return "the token is missing or wrong (HTTP 401)";
    case 403:
        return "access is forbidden (HTTP 403)";
    case 404:
        return "there is no such feed (HTTP 404)";
    default:
        return fmt::format("the server answered HTTP {} instead of a WebSocket", status);
    }
}

} // namespace

FeedSocket::FeedSocket(const FeedClientOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_socket(QString(), QWebSocketProtocol::VersionLatest, this)
    , m_pingTimer(this)
    , m_silenceTimer(this)
    , m_ackTimer(this)
{
    m_socket.setMaxAllowedIncomingFrameSize(options.maxFrameBytes);
    m_socket.setMaxAllowedIncomingMessageSize(options.maxFrameBytes);
    m_silenceTimer.setSingleShot(true);
    m_ackTimer.setSingleShot(true);
    connect(&m_ackTimer, &QTimer::timeout, this, &FeedSocket::sendAck);
    m_pingTimer.setInterval(options.pingInterval);
    connect(&m_pingTimer, &QTimer::timeout, &m_socket, [this] { m_socket.ping(); });
    connect(&m_silenceTimer, &QTimer::timeout, this, &FeedSocket::failByTimeout);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_opened = true;
        m_silenceTimer.start(m_options.deadAfter);
        m_pingTimer.start();
        Q_EMIT opened();
    });
    connect(&m_socket, &QWebSocket::textFrameReceived, this, &FeedSocket::heard);
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT received(text.toUtf8()); });
    connect(&m_socket, &QWebSocket::binaryFrameReceived, this, &FeedSocket::heard);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, &FeedSocket::received);
    connect(&m_socket, &QWebSocket::pong, this, [this] {
        heard();
        Q_EMIT answered();
    });
    connect(&m_socket, &QWebSocket::disconnected, this, &FeedSocket::failByClose);
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &FeedSocket::failByError);
    connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        // A certificate that is not trusted will not be at the next attempt either.
        fail({.error = error(ErrorCode::Denied, errors.value(0).errorString().toStdString()),
              .persistent = true});
    });
}

FeedSocket::~FeedSocket()
{
    m_socket.disconnect(this);
}

void FeedSocket::open()
{
    QNetworkRequest request(m_options.url);
    if (!m_options.token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + m_options.token.toUtf8());
    }
    QWebSocketHandshakeOptions handshake;
    handshake.setSubprotocols(
        {QString::fromLatin1(kSubprotocol.data(), static_cast<qsizetype>(kSubprotocol.size()))});
    m_silenceTimer.start(m_options.connectWithin);
    m_socket.open(request, handshake);
}

void FeedSocket::subscribe(const Subscribe &subscribe, std::uint64_t window)
{
    m_window = window;
    send(subscribe);
}

void FeedSocket::acknowledge(Seq seq, std::uint64_t items)
{
    m_stored = seq;
    m_unacknowledged += items;
    if (m_unacknowledged > m_window / 4) {
        sendAck();
    } else if (!m_ackTimer.isActive()) {
        m_ackTimer.start(kAckDelay);
    }
}

void FeedSocket::sendAck()
{
    m_ackTimer.stop();
    m_unacknowledged = 0;
    send(Ack{.seq = m_stored});
}

void FeedSocket::send(const Frame &frame)
{
    m_socket.sendTextMessage(QString::fromStdString(encodeFrame(frame)));
}

bool FeedSocket::hasSubprotocol() const
{
    return !m_socket.subprotocol().isEmpty();
}

void FeedSocket::heard()
{
    m_silenceTimer.start();
}

void FeedSocket::failByTimeout()
{
    fail({.error =
              error(ErrorCode::TimedOut,
                    m_opened ? fmt::format("nothing heard for {} ms", m_options.deadAfter.count())
                             : fmt::format("no connection within {} ms",
                                           m_options.connectWithin.count()))});
}

void FeedSocket::failByError(QAbstractSocket::SocketError code)
{
    if (m_opened) {
        // What ends an open link is told by disconnected(), with the server's reason.
        return;
    }
    const QString message = m_socket.errorString();
    if (const int status = httpStatusIn(message)) {
        const auto kind = status == 404                ? ErrorCode::NotFound
                          : isPersistentStatus(status) ? ErrorCode::Denied
                                                       : ErrorCode::Unavailable;
        fail({.error = error(kind, wordsFor(status)), .persistent = isPersistentStatus(status)});
    } else {
        fail({.error = error(ErrorCode::Unavailable, message.toStdString()),
              .persistent = code == QAbstractSocket::UnsupportedSocketOperationError});
    }
}

void FeedSocket::failByClose()
{
    if (!m_opened) {
        // QWebSocket tells a refused connection as disconnected() first; error(), which knows why,
        // comes next, or not at all when the server left without a word.
        QMetaObject::invokeMethod(
            this,
            [this] {
                fail({.error = error(ErrorCode::Unavailable,
                                     "the connection ended before the handshake did")});
            },
            Qt::QueuedConnection);
        return;
    }
    const auto code = m_socket.closeCode();
    if (code == QWebSocketProtocol::CloseCodeTooMuchData) {
        fail({.error = error(ErrorCode::TooLarge, fmt::format("a frame is larger than the limit of "
                                                              "{} bytes",
                                                              m_options.maxFrameBytes)),
              .unreadable = true});
    } else if (code == QWebSocketProtocol::CloseCodeWrongDatatype) {
        fail({.error = error(ErrorCode::Malformed, "a frame is not valid UTF-8"),
              .unreadable = true});
    } else {
        const QString reason = m_socket.closeReason();
        fail({.error = error(ErrorCode::Unavailable,
                             reason.isEmpty() ? "the server closed the link"
                                              : "the link was closed: " + reason.toStdString())});
    }
}

void FeedSocket::fail(const LinkFailure &failure)
{
    if (m_failed) {
        return;
    }
    m_failed = true;
    m_pingTimer.stop();
    m_silenceTimer.stop();
    m_ackTimer.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    Q_EMIT failed(failure);
}

Error FeedSocket::error(ErrorCode code, std::string message) const
{
    return {.code = code, .message = std::move(message), .source = m_options.source.toStdString()};
}

} // namespace foretop::feeds
