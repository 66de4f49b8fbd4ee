// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/accesslog.h"
#include "agent/http/authorization.h"
#include "agent/http/httpfront.h"
#include "agent/http/router.h"
#include "feeds/feedkind.h"

#include <QAbstractHttpServer>
#include <QWebSocketServer>

#include <functional>

class QWebSocket;

namespace foretop::agent {

/// What the service tells of each request, for metrics.
struct ServedRequest
{
    std::string method;
    std::string route;
    int status = 0;
    Milliseconds duration{};
};

/// Serves HTTP and the feeds' WebSockets on one port: decides who may ask, answers from the
/// routes, hands upgraded sockets out, and writes the access log. One thread.
class HttpService : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// @p clock must outlive the service.
    HttpService(const std::string &token, HttpLimits limits, const Clock &clock,
                QObject *parent = nullptr);

    /// Answers requests that no token is needed for; add these before the rest.
    void addOpenRoute(std::string pattern, Router::Handler handler);
    void addRoute(std::string method, std::string pattern, Router::Handler handler);
    void setFeedHandler(std::function<void(feeds::FeedKind, std::unique_ptr<QWebSocket>)> handler);
    void setObserver(std::function<void(const ServedRequest &)> observer);

    Result<void> listenOn(const std::string &bindAddress, std::uint16_t port);
    std::uint16_t port() const;

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    /// One request on its way to its answer.
    struct Exchange
    {
        HttpSocket *socket = nullptr;
        AuthState auth = AuthState::None;
        std::string requestId;
        std::size_t bodyBytes = 0;
    };

    bool isOpen(std::string_view path) const;
    Exchange begin(HttpSocket *socket, std::size_t bodyBytes) const;
    /// Why @p head may not ask for a path that is not open.
    std::optional<HttpResponse> refusal(const RequestHead &head, AuthState auth) const;
    RoutedResponse answerTo(const Exchange &exchange, const std::string &body) const;
    void respond(const Exchange &exchange, RoutedResponse routed);
    void record(const Exchange &exchange, const std::string &route, int status,
                std::size_t responseBytes);
    void upgrade(HttpSocket *socket);
    void takeWebSockets();

    const Clock &m_clock;
    Authorization m_authorization;
    HttpFront *m_front; // owned by the base class once it listens
    Router m_openRoutes;
    std::vector<std::string> m_openPaths;
    Router m_routes;
    QWebSocketServer m_webSockets;
    std::function<void(feeds::FeedKind, std::unique_ptr<QWebSocket>)> m_feedHandler;
    std::function<void(const ServedRequest &)> m_observer;
};

} // namespace foretop::agent
