// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace foretop::metrics {

/// An HTTP server whose metrics page is another each time it is asked: counters with resets, gauges
/// with NaN, a histogram, series that vanish and come back, and now and then an error 500.
class ChangingPages
{
public:
    ChangingPages();

    quint16 port() const { return m_server.serverPort(); }
    int served() const { return m_served; }
    /// The page of a time it was asked, with that number as page_serial.
    static QByteArray page(int serial);
    static bool isFailure(int serial) { return serial % 17 == 11; }

private:
    void answer(QTcpSocket *socket);

    QTcpServer m_server;
    int m_served = 0;
};

} // namespace foretop::metrics
