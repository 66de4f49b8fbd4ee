// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/httpexchange.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QSslError>

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

/// Bytes that Qt takes off the socket before they are read here.
constexpr qint64 kReadAheadBytes = 1 << 20;
/// Bytes that are read at once: what a few compressed bytes become is not known before.
constexpr qint64 kChunkBytes = 256 << 10;

HttpFailure failure(ErrorCode code, std::string message, bool persistent = false)
{
    return {.error = {.code = code, .message = std::move(message)}, .persistent = persistent};
}

std::optional<WallTime> dateOf(const QNetworkReply &reply)
{
    auto date = QLocale::c().toDateTime(QString::fromLatin1(reply.rawHeader("Date")),
                                        QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid()) {
        return {};
    }
    date.setTimeSpec(Qt::UTC);
    return wallTimeFromMs(date.toMSecsSinceEpoch());
}

/// Whether @p reply has been received whole, be it an error of the server's.
bool isWhole(const QNetworkReply &reply, int status)
{
    // Qt counts what it makes of a status from 200 on, what happens to a connection before that.
    return reply.error() == QNetworkReply::NoError ||
           (status >= 400 && reply.error() > QNetworkReply::UnknownProxyError);
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

HttpFailure transportFailure(const QNetworkReply &reply, const QString &tlsError)
{
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return failure(
            ErrorCode::Denied,
            "TLS: " + (tlsError.isEmpty() ? reply.errorString() : tlsError).toStdString(), true);
    case QNetworkReply::HostNotFoundError:
        return failure(ErrorCode::Unavailable,
                       "there is no host " + reply.url().host().toStdString());
    case QNetworkReply::ConnectionRefusedError:
        return failure(ErrorCode::Unavailable, "the connection was refused");
    case QNetworkReply::RemoteHostClosedError:
        return failure(ErrorCode::Unavailable, "the server closed the connection");
    default:
        return failure(ErrorCode::Unavailable, reply.errorString().toStdString());
    }
}

} // namespace

HttpFailure failureOf(int status)
{
    switch (status) {
    case 401:
        return failure(ErrorCode::Denied, "the token or password is missing or wrong (HTTP 401)",
                       true);
    case 403:
        return failure(ErrorCode::Denied, "access is forbidden (HTTP 403)", true);
    case 404:
        return failure(ErrorCode::NotFound, "there is no such page (HTTP 404)", true);
    default: {
        // Not so for time-outs, rate limits and what a server or a proxy says while it is down.
        const bool persistent = status < 500 && status != 408 && status != 425 && status != 429;
        return failure(persistent ? ErrorCode::Denied : ErrorCode::Unavailable,
                       fmt::format("the server answered HTTP {}", status), persistent);
    }
    }
}

HttpExchange::HttpExchange(HttpEndpoint endpoint, HttpRequest request, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_request(std::move(request))
    , m_deadline(this)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        end(tl::unexpected(
            failure(ErrorCode::TimedOut,
                    fmt::format("no complete answer within {} ms", m_request.timeout.count()))));
    });
}

HttpExchange::~HttpExchange()
{
    dropReply();
}

void HttpExchange::start()
{
    m_deadline.start(m_request.timeout);
    send();
}

QNetworkRequest HttpExchange::networkRequest() const
{
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(m_endpoint.tls);
    request.setRawHeader("User-Agent", "Foretop/" FORETOP_VERSION);
    request.setRawHeader("Accept", m_request.accept);
    for (const auto &[name, value] : m_request.fields) {
        request.setRawHeader(name, value);
    }
    if (!m_endpoint.tenant.isEmpty()) {
        request.setRawHeader("X-Scope-OrgID", m_endpoint.tenant);
    }
    if (m_sendsCredentials && !m_endpoint.authorization.isEmpty()) {
        request.setRawHeader("Authorization", m_endpoint.authorization);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute}) {
        request.setAttribute(attribute, QNetworkRequest::Manual);
    }
    // Qt bounds the ratio, which metrics exceed honestly; here the size is bounded.
    request.setDecompressedSafetyCheckThreshold(-1);
    return request;
}

void HttpExchange::send()
{
    QNetworkRequest request = networkRequest();
    if (m_request.form.isEmpty()) {
        m_reply = m_endpoint.network->get(request);
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QStringLiteral("application/x-www-form-urlencoded"));
        m_reply = m_endpoint.network->post(request, m_request.form);
    }
    m_reply->setReadBufferSize(kReadAheadBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const auto &errors) { m_tlsError = errors.value(0).errorString(); });
    // Queued, as Qt may find an address wrong before get() returns.
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finishReply,
            Qt::QueuedConnection);
}

void HttpExchange::read()
{
    QByteArray chunk;
    do {
        chunk = m_reply->read(std::min(kChunkBytes, m_request.maxBytes + 1 - m_answer.body.size()));
        m_answer.body += chunk;
    } while (!chunk.isEmpty());
    if (m_answer.body.size() > m_request.maxBytes) {
        end(tl::unexpected(
            failure(ErrorCode::TooLarge, fmt::format("the answer is larger than the limit of {} "
                                                     "bytes",
                                                     m_request.maxBytes))));
    }
}

void HttpExchange::finishReply()
{
    if (!m_reply || !m_reply->isFinished()) {
        return; // queued by a reply that is gone
    }
    read();
    if (!m_reply) {
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isWhole(*m_reply, status)) {
        end(tl::unexpected(transportFailure(*m_reply, m_tlsError)));
        return;
    }
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty()) {
        redirect(m_request.url.resolved(target));
        return;
    }
    if (status < 200 || (status >= 300 && status < 400)) {
        end(tl::unexpected(
            failure(ErrorCode::Unavailable, fmt::format("the server answered HTTP {}", status))));
        return;
    }
    m_answer.status = status;
    m_answer.contentType = m_reply->rawHeader("Content-Type");
    m_answer.date = dateOf(*m_reply);
    end(m_answer);
}

void HttpExchange::redirect(const QUrl &target)
{
    const std::string shown = target.toDisplayString().toStdString();
    const bool isSafe = target.scheme() == u"https" ||
                        (target.scheme() == u"http" && m_request.url.scheme() == u"http");
    if (!isSafe || !target.isValid() || target.host().isEmpty()) {
        end(tl::unexpected(failure(ErrorCode::Denied,
                                   "the server redirects to " + shown + ", which is not followed",
                                   true)));
        return;
    }
    if (++m_redirects > kMaxRedirects) {
        end(tl::unexpected(failure(
            ErrorCode::Denied,
            fmt::format("more than {} redirects, the last to {}", kMaxRedirects, shown), true)));
        return;
    }
    m_sendsCredentials = m_sendsCredentials && isSameOrigin(m_request.url, target);
    m_request.url = target;
    m_answer = {};
    dropReply();
    send();
}

void HttpExchange::end(const HttpOutcome &outcome)
{
    m_deadline.stop();
    dropReply();
    Q_EMIT finished(outcome);
}

void HttpExchange::dropReply()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
}

} // namespace foretop::feeds
