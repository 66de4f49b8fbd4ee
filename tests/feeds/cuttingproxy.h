// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <optional>

namespace foretop::feeds::test {

/// A network between client and server that can break: cut links at any byte, or go silent.
class CuttingProxy : public QObject
{
public:
    explicit CuttingProxy(quint16 serverPort);

    QUrl url() const;
    void setServerPort(quint16 port) { m_serverPort = port; }
    /// Cuts every link now.
    void cut();
    /// Cuts each new link when @p bytes more have gone from the server to the client over it.
    void cutAfter(qint64 bytes) { m_cutAfter = bytes; }
    /// Cuts every link and lets none come up until it is over.
    void setDown(bool down);
    /// Passes nothing on (and reads nothing, so that buffers fill) until resumed.
    void setStalled(bool stalled);
    int links() const { return m_links; }

private:
    void accept();
    void passOn(QTcpSocket *from, QTcpSocket *to, std::optional<qint64> *left);

    QTcpServer m_server;
    quint16 m_serverPort;
    std::optional<qint64> m_cutAfter;
    bool m_down = false;
    bool m_stalled = false;
    int m_links = 0;
};

} // namespace foretop::feeds::test
