// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "agent/checks/check.h"

#include <QTcpSocket>

#include <memory>

namespace foretop::agent {

/// Opens a TCP connection to host:port and closes it again.
class TcpCheck : public Check
{
    Q_OBJECT

public:
    explicit TcpCheck(const CheckConfig &config, QObject *parent = nullptr);

    void probe(Done done) override;
    void cancel() override;
    bool busy() const override { return m_socket != nullptr; }

private:
    void conclude(ProbeResult result);

    QString m_host;
    quint16 m_port = 0;
    QTcpSocket *m_socket = nullptr;
    Done m_done;
};

} // namespace foretop::agent
