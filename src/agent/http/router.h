// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/httpresponse.h"

#include <functional>

namespace foretop::agent {

/// What a route's handler is asked.
struct HttpRequest
{
    std::string method;
    std::string path;      ///< still percent-encoded
    std::string parameter; ///< what stands for {...} in the route, decoded
    std::string body;
};

/// The answer to a request and the route that gave it; "other" when there was none, so that
/// metrics by route stay few.
struct RoutedResponse
{
    HttpResponse response;
    std::string route = "other";
};

/// Finds the handler of a request by path and method.
class Router
{
public:
    using Handler = std::function<HttpResponse(const HttpRequest &)>;

    /// @p pattern is a path whose last part may be "{name}". GET also answers HEAD.
    void add(std::string method, std::string pattern, Handler handler);
    /// Answers with 404 when no route has the path and 405 when none has the method.
    RoutedResponse dispatch(HttpRequest request) const;

private:
    struct Route
    {
        std::string method;
        std::string pattern;
        Handler handler;
    };
    std::vector<Route> m_routes;
};

} // namespace foretop::agent
