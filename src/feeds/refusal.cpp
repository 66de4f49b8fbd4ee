// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/refusal.h"

#include "feeds/framecodec.h"

#include <QTimer>
#include <QWebSocket>

namespace foretop::feeds {
namespace {

constexpr std::chrono::seconds kCloseWithin{2};

QWebSocketProtocol::CloseCode closeCodeFor(std::string_view code)
{
    return code == errorcode::kShuttingDown ? QWebSocketProtocol::CloseCodeGoingAway
                                            : QWebSocketProtocol::CloseCodePolicyViolated;
}

} // namespace

void refuseClient(std::unique_ptr<QWebSocket> socket, const ErrorFrame &error)
{
    QWebSocket *refused = socket.release();
    refused->setParent(nullptr);
    QObject::connect(refused, &QWebSocket::disconnected, refused, &QObject::deleteLater);
    QTimer::singleShot(kCloseWithin, refused, &QObject::deleteLater);
    closeWithError(refused, error);
}

void closeWithError(QWebSocket *socket, const ErrorFrame &error)
{
    socket->sendTextMessage(QString::fromStdString(encodeFrame(error)));
    QTimer::singleShot(kCloseWithin, socket, &QWebSocket::abort);
    socket->close(closeCodeFor(error.code), QString::fromStdString(error.code));
}

} // namespace foretop::feeds
