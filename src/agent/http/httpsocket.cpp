// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/httpsocket.h"

#include <sys/socket.h>

namespace foretop::agent {

HttpSocket::HttpSocket(SteadyTime acceptedAt, QObject *parent)
    : QTcpSocket(parent)
    , m_acceptedAt(acceptedAt)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpSocket::timedOut);
}

void HttpSocket::setDeadline(Milliseconds timeout)
{
    m_deadline.start(timeout);
}

void HttpSocket::clearDeadline()
{
    m_deadline.stop();
}

std::size_t HttpSocket::respond(const HttpResponse &response)
{
    const std::string bytes = serialized(response, head.method != "HEAD");
    disconnect(this, &HttpSocket::timedOut, nullptr, nullptr);
    connect(this, &HttpSocket::timedOut, this, &HttpSocket::abort);
    setDeadline(kAnswerTimeout);
    write(bytes.data(), static_cast<qint64>(bytes.size()));
    closeGently();
    return bytes.size();
}

void HttpSocket::closeGently()
{
    // Closing while the client still sends would reset the connection, and the client could lose
    // the answer with it: so only the sending side is shut, and the rest is read and dropped.
    const auto shutSending = [this] {
        if (bytesToWrite() == 0) {
            ::shutdown(static_cast<int>(socketDescriptor()), SHUT_WR);
        }
    };
    disconnect(this, &QTcpSocket::readyRead, nullptr, nullptr);
    connect(this, &QTcpSocket::readyRead, this, [this] { skip(bytesAvailable()); });
    connect(this, &QTcpSocket::bytesWritten, this, shutSending);
    skip(bytesAvailable());
    flush();
    shutSending();
}

} // namespace foretop::agent
