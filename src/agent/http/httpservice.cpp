// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/httpservice.h"

#include "feeds/frame.h"

#include <algorithm>

#include <fmt/format.h>

#include <QHttpServerRequest>
#include <QWebSocket>

namespace foretop::agent {
namespace {

constexpr std::string_view kFeedPrefix = "/feeds/";
constexpr std::string_view kFeedRoute = "/feeds/{kind}";

std::optional<feeds::FeedKind> feedOf(std::string_view path)
{
    return path.starts_with(kFeedPrefix) ? feeds::feedKindFromName(path.substr(kFeedPrefix.size()))
                                         : std::nullopt;
}

std::string ipOf(const HttpSocket &socket)
{
    bool mapped = false;
    const quint32 v4 = socket.peerAddress().toIPv4Address(&mapped);
    return (mapped ? QHostAddress(v4) : socket.peerAddress()).toString().toStdString();
}

} // namespace

HttpService::HttpService(const std::string &token, HttpLimits limits, const Clock &clock,
                         QObject *parent)
    : QAbstractHttpServer(parent)
    , m_clock(clock)
    , m_authorization(token)
    , m_front(new HttpFront(limits, clock, this))
    , m_webSockets(QStringLiteral("foretopd"), QWebSocketServer::NonSecureMode)
{
    m_webSockets.setSupportedSubprotocols({QString::fromLatin1(
        feeds::kSubprotocol.data(), static_cast<qsizetype>(feeds::kSubprotocol.size()))});
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &HttpService::takeWebSockets);
    connect(m_front, &HttpFront::upgradeRequested, this, &HttpService::upgrade);
    connect(m_front, &HttpFront::requestRefused, this,
            [this](HttpSocket *socket, int status, const Error &error) {
                respond(begin(socket, 0), {errorResponse(status, error)});
            });
}

void HttpService::addOpenRoute(std::string pattern, Router::Handler handler)
{
    m_openPaths.push_back(pattern);
    m_openRoutes.add("GET", std::move(pattern), std::move(handler));
}

void HttpService::addRoute(std::string method, std::string pattern, Router::Handler handler)
{
    m_routes.add(std::move(method), std::move(pattern), std::move(handler));
}

void HttpService::setFeedHandler(
    std::function<void(feeds::FeedKind, std::unique_ptr<QWebSocket>)> handler)
{
    m_feedHandler = std::move(handler);
}

void HttpService::setObserver(std::function<void(const ServedRequest &)> observer)
{
    m_observer = std::move(observer);
}

Result<void> HttpService::listenOn(const std::string &bindAddress, std::uint16_t port)
{
    const QHostAddress address = bindAddress == "localhost"
                                     ? QHostAddress(QHostAddress::LocalHost)
                                     : QHostAddress(QString::fromStdString(bindAddress));
    if (!m_front->listen(address, port)) {
        return fail(ErrorCode::Unavailable,
                    fmt::format("cannot listen: {}", m_front->errorString().toStdString()),
                    fmt::format("{}:{}", bindAddress, port));
    }
    bind(m_front);
    return {};
}

std::uint16_t HttpService::port() const
{
    return m_front->serverPort();
}

bool HttpService::isOpen(std::string_view path) const
{
    return std::find(m_openPaths.begin(), m_openPaths.end(), path) != m_openPaths.end();
}

HttpService::Exchange HttpService::begin(HttpSocket *socket, std::size_t bodyBytes) const
{
    const RequestHead &head = socket->head;
    const bool unasked =
        head.method.empty() || (isOpen(head.path()) && !head.hasField("authorization"));
    return {.socket = socket,
            .auth = unasked ? AuthState::None : m_authorization.check(head),
            .requestId = requestIdFor(head),
            .bodyBytes = bodyBytes};
}

std::optional<HttpResponse> HttpService::refusal(const RequestHead &head, AuthState auth) const
{
    if (const std::string why = m_authorization.foreignOrigin(head); !why.empty()) {
        return errorResponse(403, {.code = ErrorCode::Denied, .message = why});
    }
    if (auth == AuthState::Failed) {
        HttpResponse response = errorResponse(
            401, {.code = ErrorCode::Denied,
                  .message = "this needs the agent's token: Authorization: Bearer <token>"});
        response.fields.emplace_back("WWW-Authenticate", "Bearer realm=\"foretopd\"");
        return response;
    }
    return {};
}

bool HttpService::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    auto *http = qobject_cast<HttpSocket *>(socket);
    const std::string body = request.body().toStdString();
    const Exchange exchange = begin(http, body.size());
    respond(exchange, answerTo(exchange, body));
    return true;
}

void HttpService::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
    // handleRequest() answers everything.
}

RoutedResponse HttpService::answerTo(const Exchange &exchange, const std::string &body) const
{
    const RequestHead &head = exchange.socket->head;
    const HttpRequest request{
        .method = head.method, .path = std::string(head.path()), .parameter = {}, .body = body};
    if (isOpen(request.path)) {
        return m_openRoutes.dispatch(request);
    }
    if (auto refused = refusal(head, exchange.auth)) {
        return {std::move(*refused)};
    }
    if (feedOf(request.path)) {
        HttpResponse response = errorResponse(
            426, {.code = ErrorCode::Missing, .message = "a feed is followed over a WebSocket"});
        response.fields.emplace_back("Upgrade", "websocket");
        return {std::move(response), std::string(kFeedRoute)};
    }
    return m_routes.dispatch(request);
}

void HttpService::respond(const Exchange &exchange, RoutedResponse routed)
{
    routed.response.fields.emplace_back("X-Request-Id", exchange.requestId);
    const std::size_t bytes = exchange.socket->respond(routed.response);
    record(exchange, routed.route, routed.response.status, bytes);
}

void HttpService::record(const Exchange &exchange, const std::string &route, int status,
                         std::size_t responseBytes)
{
    const HttpSocket &socket = *exchange.socket;
    const auto duration = m_clock.steadyNow() - socket.acceptedAt();
    writeAccessRecord({.method = socket.head.method,
                       .target = socket.head.target,
                       .status = status,
                       .duration = duration,
                       .requestBytes = socket.head.bytes + exchange.bodyBytes,
                       .responseBytes = responseBytes,
                       .userAgent = std::string(socket.head.field("user-agent")),
                       .ip = ipOf(socket),
                       .auth = exchange.auth,
                       .requestId = exchange.requestId});
    if (m_observer) {
        m_observer(
            {.method = socket.head.method, .route = route, .status = status, .duration = duration});
    }
}

void HttpService::upgrade(HttpSocket *socket)
{
    const Exchange exchange = begin(socket, 0);
    if (auto refused = refusal(socket->head, exchange.auth)) {
        respond(exchange, {std::move(*refused)});
        return;
    }
    if (!feedOf(socket->head.path())) {
        respond(exchange, {errorResponse(404, {.code = ErrorCode::NotFound,
                                               .message = fmt::format("there is no feed {}",
                                                                      socket->head.path())})});
        return;
    }
    if (socket->head.method != "GET" || socket->head.field("sec-websocket-key").empty() ||
        socket->head.field("sec-websocket-version") != "13") {
        HttpResponse response = errorResponse(
            426, {.code = ErrorCode::Malformed, .message = "this is no WebSocket 13 handshake"});
        response.fields.emplace_back("Sec-WebSocket-Version", "13");
        respond(exchange, {std::move(response), std::string(kFeedRoute)});
        return;
    }
    record(exchange, std::string(kFeedRoute), 101, 0);
    // A WebSocket frame is read only when all of it fits in the buffer; its own bound is the
    // feed's.
    socket->setReadBufferSize(0);
    m_webSockets.handleConnection(socket);
}

void HttpService::takeWebSockets()
{
    while (auto *pending = m_webSockets.nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(pending);
        const auto kind = feedOf(socket->requestUrl().path().toStdString());
        if (kind && m_feedHandler) {
            m_feedHandler(*kind, std::move(socket));
        }
    }
}

} // namespace foretop::agent
