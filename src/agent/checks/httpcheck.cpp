// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/checks/httpcheck.h"

#include <fmt/format.h>

#include <QNetworkProxy>

namespace foretop::agent {

using health::Status;

HttpCheck::HttpCheck(const CheckConfig &config, QObject *parent)
    : Check(parent)
    , m_url(QString::fromStdString(config.target))
    , m_expectStatus(config.expectStatus)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void HttpCheck::probe(Done done)
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Connection", "close");
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("foretopd/" FORETOP_VERSION));
    m_done = std::move(done);
    m_reply = m_network.get(request);
    // Headers are enough: a body may be endless.
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpCheck::conclude);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCheck::conclude);
}

void HttpCheck::cancel()
{
    m_done = {};
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
}

void HttpCheck::conclude()
{
    const ProbeResult result = judge();
    const Done done = std::move(m_done);
    cancel();
    if (done) {
        done(result);
    }
}

ProbeResult HttpCheck::judge() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        return {.status = Status::Unhealthy, .message = m_reply->errorString().toStdString()};
    }
    const bool good =
        m_expectStatus != 0 ? status == m_expectStatus : status >= 200 && status < 400;
    std::string message = fmt::format("HTTP {}", status);
    if (!good) {
        message += m_expectStatus != 0 ? fmt::format(", expected {}", m_expectStatus)
                                       : ", expected 2xx or 3xx";
    }
    return {.status = good ? Status::Healthy : Status::Unhealthy,
            .message = std::move(message),
            .observed = {{"status", std::to_string(status)}}};
}

} // namespace foretop::agent
