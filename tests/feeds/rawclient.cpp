// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawclient.h"

#include "feeds/framecodec.h"

namespace foretop::feeds::test {

RawClient::RawClient(const QUrl &url)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const auto bytes = text.toStdString();
        auto frame = decodeFrame(bytes, "server", kDefaultMaxFrameBytes);
        if (!frame) {
            qFatal("%s", frame.error().text().c_str());
        }
        frames.push_back(std::move(*frame));
        frameBytes.push_back(bytes.size());
    });
    m_socket.open(url);
}

void RawClient::send(const Frame &frame)
{
    m_socket.sendTextMessage(QString::fromStdString(encodeFrame(frame)));
}

QList<quint64> RawClient::numbers() const
{
    QList<quint64> result;
    for (const auto &batch : all<Batch>()) {
        for (std::size_t i = 0; i < batch.items.size(); ++i) {
            result += batch.seq.value() + i;
        }
    }
    return result;
}

} // namespace foretop::feeds::test
