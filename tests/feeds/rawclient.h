// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/frame.h"

#include <QUrl>
#include <QWebSocket>

namespace foretop::feeds::test {

/// A client that sends what it is told and keeps what it gets.
class RawClient : public QObject
{
public:
    explicit RawClient(const QUrl &url);

    void send(const Frame &frame);
    void sendText(const QByteArray &text) { m_socket.sendTextMessage(QString::fromUtf8(text)); }
    QWebSocket &socket() { return m_socket; }

    std::vector<Frame> frames;
    std::vector<std::size_t> frameBytes;

    /// The frames of one type, in order.
    template <typename T>
    std::vector<T> all() const
    {
        std::vector<T> result;
        for (const auto &frame : frames) {
            if (const auto *content = std::get_if<T>(&frame)) {
                result.push_back(*content);
            }
        }
        return result;
    }
    /// Numbers of the items that came, as the batches say.
    QList<quint64> numbers() const;
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    QWebSocket m_socket;
};

} // namespace foretop::feeds::test
