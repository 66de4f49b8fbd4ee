// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/httpfront.h"

#include "logging/log.h"

#include <fmt/format.h>

namespace foretop::agent {
namespace {

constexpr logging::Logger kLog("agent.http");
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr Milliseconds kAcceptPause{1'000};

/// Whether @p bytes can still become a request: no client of another protocol (TLS, ...) should
/// wait for the time limit.
bool looksLikeHttp(std::string_view bytes)
{
    const auto newline = bytes.find('\n');
    const bool startsWithMethod = bytes.empty() || (bytes[0] >= 'A' && bytes[0] <= 'Z');
    return startsWithMethod &&
           (newline == std::string_view::npos || (newline > 0 && bytes[newline - 1] == '\r'));
}

} // namespace

HttpFront::HttpFront(HttpLimits limits, const Clock &clock, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
    , m_clock(clock)
{
    // Qt stops accepting for good when a connection cannot be, as when descriptors run out.
    connect(this, &QTcpServer::acceptError, this, [this] {
        kLog.error("connections cannot be accepted", {{"error", errorString().toStdString()}});
        QTimer::singleShot(kAcceptPause, this, &QTcpServer::resumeAccepting);
    });
}

void HttpFront::incomingConnection(qintptr descriptor)
{
    auto *socket = new HttpSocket(m_clock.steadyNow(), this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    ++m_connections;
    connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->setReadBufferSize(static_cast<qint64>(m_limits.headBytes + m_limits.bodyBytes));
    if (m_connections > m_limits.connections) {
        refuse(socket, 503, ErrorCode::Unavailable, "too many connections are open");
        return;
    }
    connect(socket, &HttpSocket::timedOut, this, [this, socket] {
        refuse(socket, 408, ErrorCode::TimedOut,
               fmt::format("the request did not arrive within {} ms",
                           m_limits.requestTimeout.count()));
    });
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { examine(socket); });
    socket->setDeadline(m_limits.requestTimeout);
}

void HttpFront::examine(HttpSocket *socket)
{
    if (!socket->head.method.empty()) {
        admit(socket);
        return;
    }
    const QByteArray bytes = socket->peek(static_cast<qint64>(m_limits.headBytes));
    const std::string_view view(bytes.data(), static_cast<std::size_t>(bytes.size()));
    const auto end = view.find(kHeadEnd);
    if (end == std::string_view::npos) {
        if (!looksLikeHttp(view)) {
            refuse(socket, 400, ErrorCode::Malformed, "this is no HTTP request");
        } else if (view.size() >= m_limits.headBytes) {
            refuse(socket, 431, ErrorCode::TooLarge,
                   fmt::format("the head is over {} bytes", m_limits.headBytes));
        }
        return;
    }
    auto head = parseRequestHead(view.substr(0, end + kHeadEnd.size()));
    if (!head) {
        const Error &error = head.error();
        refuse(socket, error.code == ErrorCode::TooLarge ? 431 : 400, error.code, error.message,
               error.place);
        return;
    }
    socket->head = std::move(*head);
    const auto length = contentLength(socket->head);
    if (!length) {
        refuse(socket, 400, length.error().code, length.error().message);
    } else if (socket->head.hasField("transfer-encoding")) {
        refuse(socket, 411, ErrorCode::Missing, "a body needs Content-Length; it is not chunked");
    } else if (length->value_or(0) > m_limits.bodyBytes) {
        refuse(socket, 413, ErrorCode::TooLarge,
               fmt::format("the body is over {} bytes", m_limits.bodyBytes));
    } else {
        if (socket->head.fieldHasWord("expect", "100-continue")) {
            socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        admit(socket);
    }
}

void HttpFront::admit(HttpSocket *socket)
{
    const auto body = contentLength(socket->head)->value_or(0);
    if (static_cast<std::size_t>(socket->bytesAvailable()) < socket->head.bytes + body) {
        return;
    }
    disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
    disconnect(socket, &HttpSocket::timedOut, nullptr, nullptr);
    socket->clearDeadline();
    if (socket->head.wantsWebSocket()) {
        disconnect(socket, &QObject::destroyed, this, nullptr);
        --m_connections;
        Q_EMIT upgradeRequested(socket);
        return;
    }
    // From here on the HTTP server deletes it.
    disconnect(socket, &QTcpSocket::disconnected, nullptr, nullptr);
    addPendingConnection(socket);
    Q_EMIT socket->readyRead();
}

void HttpFront::refuse(HttpSocket *socket, int status, ErrorCode code, std::string message,
                       Place place)
{
    disconnect(socket, &HttpSocket::timedOut, nullptr, nullptr);
    Q_EMIT requestRefused(
        socket, status,
        Error{.code = code, .message = std::move(message), .source = {}, .place = place});
}

} // namespace foretop::agent
