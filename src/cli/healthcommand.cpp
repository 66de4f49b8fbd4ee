// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/healthcommand.h"

#include "cli/itemtext.h"
#include "cli/output.h"
#include "cli/target.h"
#include "feeds/feedclient.h"
#include "health/reportdecoder.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <fmt/format.h>

namespace foretop::cli {
namespace {

constexpr qint64 kMaxBodyBytes = 4 << 20;

int exitCodeOf(health::Status status)
{
    switch (status) {
    case health::Status::Healthy:
        return 0;
    case health::Status::Degraded:
        return 1;
    case health::Status::Unhealthy:
        return 2;
    case health::Status::Unknown:
        break;
    }
    return kExitUnavailable;
}

} // namespace

HealthCommand::HealthCommand(const CommandLine &line, QUrl url, QString token, const Clock &clock)
    : m_json(line.json)
    , m_timeout(line.timeout)
    , m_url(std::move(url))
    , m_token(std::move(token))
    , m_clock(clock)
{
}

void HealthCommand::start()
{
    QTimer::singleShot(m_timeout, this, [this] {
        const std::string seconds = fmt::format(
            "no answer within {} s", std::chrono::seconds(m_timeout.count() / 1000).count());
        giveUp({ErrorCode::TimedOut,
                m_lastError ? fmt::format("{} ({})", seconds, m_lastError->message) : seconds,
                m_url.toString().toStdString()});
    });
    if (isHttp(m_url)) {
        askHttp();
    } else {
        askFeed();
    }
}

void HealthCommand::askFeed()
{
    feeds::FeedClientOptions options;
    options.kind = feeds::FeedKind::Health;
    options.url = m_url;
    options.source = m_url.toString();
    options.token = m_token;
    options.backlog = 1;
    auto *client = new feeds::FeedClient(options, m_clock, this);
    connect(client, &feeds::FeedClient::itemsReady, this,
            [this](const feeds::DecodedItems &decoded) {
                const auto *reports = std::get_if<std::vector<health::Report>>(&decoded.items);
                if (reports != nullptr && !reports->empty()) {
                    answer(reports->back());
                }
            });
    connect(client, &feeds::FeedClient::frameRejected, this,
            [this](const Error &error) { m_lastError = error; });
    connect(client, &feeds::FeedClient::stateChanged, this, [this](const feeds::LinkState &state) {
        if (state.phase == feeds::LinkPhase::Refused && state.error) {
            giveUp(*state.error);
        } else if (state.error) {
            m_lastError = state.error;
        }
    });
    client->start();
}

void HealthCommand::askHttp()
{
    auto *network = new QNetworkAccessManager(this);
    QNetworkRequest request(m_url);
    request.setRawHeader("Accept", "application/json, application/health+json");
    if (!m_token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    }
    QNetworkReply *reply = network->get(request);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received) {
        if (received > kMaxBodyBytes) {
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        // An unhealthy service answers 503 and says in the body why, so the status alone is no
        // failure.
        const std::string source = m_url.toString().toStdString();
        const QByteArray body = reply->readAll();
        if (const auto report = health::decodeReport(
                std::string_view(body.constData(), static_cast<std::size_t>(body.size())),
                m_clock.wallNow(), source)) {
            answer(*report);
        } else if (reply->error() != QNetworkReply::NoError) {
            giveUp({ErrorCode::Unavailable, reply->errorString().toStdString(), source});
        } else {
            giveUp(report.error());
        }
    });
}

void HealthCommand::answer(const health::Report &report)
{
    if (std::exchange(m_done, true)) {
        return;
    }
    printLines({m_json ? health::encodeReport(report) : reportText(report)});
    Q_EMIT finished(exitCodeOf(report.status));
}

void HealthCommand::giveUp(const Error &error)
{
    if (std::exchange(m_done, true)) {
        return;
    }
    printError(error.text());
    Q_EMIT finished(kExitUnavailable);
}

} // namespace foretop::cli
