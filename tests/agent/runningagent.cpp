// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningagent.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace foretop;

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Answer::error() const
{
    return json()
        .value(QStringLiteral("error"))
        .toObject()
        .value(QStringLiteral("message"))
        .toString();
}

Answer ask(const QByteArray &method, const QUrl &url, const QByteArray &body, const Fields &fields)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    for (const auto &[name, value] : fields) {
        request.setRawHeader(name, value);
    }
    if (!body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    }
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000); }();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs()) {
        answer.fields.insert(name.toLower(), value);
    }
    return answer;
}

QByteArray exchange(const QUrl &url, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    socket.write(bytes);
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(socket.state() == QAbstractSocket::UnconnectedState, 10'000);
    }();
    return socket.readAll();
}

RunningAgent::RunningAgent(const Adjust &adjust)
{
    agent::AgentConfig config;
    config.service = "test";
    config.port = 0;
    config.journal = false;
    config.ownLog = false;
    if (adjust) {
        adjust(config);
    }
    m_agent = std::make_unique<agent::Agent>(config, m_clock);
    if (const auto started = m_agent->start(); !started) {
        qFatal("%s", started.error().text().c_str());
    }
}

QUrl RunningAgent::url(const QByteArray &path) const
{
    return QUrl::fromEncoded(m_agent->url().toEncoded() + path);
}
