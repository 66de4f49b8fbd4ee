// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "feeds/httpnetwork.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <QUrl>

namespace foretop::feeds {

struct HttpRequest
{
    QUrl url;
    QByteArray accept;
    QByteArray form;                                 ///< sent with POST; empty: GET
    QList<std::pair<QByteArray, QByteArray>> fields; ///< further header fields
    Milliseconds timeout{10'000}; ///< from the first byte sent to the last received
    qint64 maxBytes = 32 << 20;   ///< of the body, decompressed
};

struct HttpAnswer
{
    int status = 0; ///< 200 to 299, or 400 and more
    QByteArray body;
    QByteArray contentType;
    std::optional<WallTime> date; ///< the server's own clock
    bool operator==(const HttpAnswer &) const = default;
};

struct HttpFailure
{
    Error error;             ///< without a source
    bool persistent = false; ///< trying again cannot help
    bool operator==(const HttpFailure &) const = default;
};
using HttpOutcome = tl::expected<HttpAnswer, HttpFailure>;

/// One request and its answer. Follows at most kMaxRedirects redirects, to http and https only, not
/// from https to http, and without the credentials to another host. Its end cancels the request.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMaxRedirects = 5;

    HttpExchange(HttpEndpoint endpoint, HttpRequest request, QObject *parent = nullptr);
    ~HttpExchange() override;

    void start();

Q_SIGNALS:
    /// Once; not before start() returned.
    void finished(const foretop::feeds::HttpOutcome &outcome);

private:
    void send();
    QNetworkRequest networkRequest() const;
    void read();
    void finishReply();
    void redirect(const QUrl &target);
    void end(const HttpOutcome &outcome);
    void dropReply();

    const HttpEndpoint m_endpoint;
    HttpRequest m_request;
    bool m_sendsCredentials = true;
    int m_redirects = 0;
    QTimer m_deadline;
    QString m_tlsError;
    HttpAnswer m_answer;
    QPointer<QNetworkReply> m_reply; // its network may end first
};

/// Whether an answer of @p status will be the same next time, and in which words a person reads it.
/// For 400 and more.
HttpFailure failureOf(int status);

} // namespace foretop::feeds
