// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/changingpages.h"

#include <QTcpSocket>

#include <fmt/format.h>

namespace foretop::metrics {

ChangingPages::ChangingPages()
{
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket] { answer(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

void ChangingPages::answer(QTcpSocket *socket)
{
    if (!socket->peek(65'536).contains("\r\n\r\n")) {
        return;
    }
    socket->readAll();
    const int serial = m_served++;
    const auto body = page(serial);
    socket->write(isFailure(serial) ? "HTTP/1.1 500 Internal Server Error\r\n"
                                    : "HTTP/1.1 200 OK\r\n");
    socket->write("Content-Type: text/plain; version=0.0.4\r\nConnection: close\r\n"
                  "Content-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

QByteArray ChangingPages::page(int serial)
{
    std::string text = fmt::format("page_serial {}\n", serial);
    text += "# TYPE requests_total counter\n";
    for (int i = 0; i < 3; ++i) {
        text += fmt::format("requests_total{{path=\"/{}\",code=\"200\"}} {}\n", i,
                            (serial % (19 + i)) * (i + 1.5));
    }
    text += fmt::format("temperature{{sensor=\"a\\\"b\"}} {}\n",
                        serial % 13 == 5 ? "NaN" : std::to_string(serial * 7 % 30));
    if (serial % 10 < 6) {
        text += fmt::format("sessions{{host=\"x\"}} {}\n", serial);
    }
    if (serial % 7 != 3) {
        text += fmt::format("sessions{{host=\"y\"}} {}\n", serial * 2);
    }
    text += "# TYPE latency histogram\n";
    for (const auto &[bound, factor] :
         {std::pair("0.1", 1), std::pair("1", 3), std::pair("+Inf", 4)}) {
        text += fmt::format("latency_bucket{{le=\"{}\"}} {}\n", bound, serial * factor);
    }
    text += fmt::format("latency_sum {}\nlatency_count {}\n", serial * 1.25, serial * 4);
    return QByteArray::fromStdString(text);
}

} // namespace foretop::metrics
