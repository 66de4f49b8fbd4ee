// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "agent/checks/check.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

namespace foretop::agent {

/// GETs a URL over a new connection, without following redirects; reads the status, not the body.
class HttpCheck : public Check
{
    Q_OBJECT

public:
    explicit HttpCheck(const CheckConfig &config, QObject *parent = nullptr);

    void probe(Done done) override;
    void cancel() override;
    bool busy() const override { return m_reply != nullptr; }

private:
    void conclude();
    ProbeResult judge() const;

    const QUrl m_url;
    const int m_expectStatus;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    Done m_done;
};

} // namespace foretop::agent
