// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/router.h"

#include "agent/http/requesthead.h"

#include <fmt/format.h>

namespace foretop::agent {
namespace {

/// The part of @p path that stands for the parameter of @p pattern ("" when it has none);
/// nothing when they do not match.
std::optional<std::string_view> matchPattern(std::string_view pattern, std::string_view path)
{
    const auto brace = pattern.find('{');
    if (brace == std::string_view::npos) {
        return pattern == path ? std::optional<std::string_view>("") : std::nullopt;
    }
    if (path.size() <= brace || !path.starts_with(pattern.substr(0, brace))) {
        return {};
    }
    const std::string_view value = path.substr(brace);
    return value.find('/') == std::string_view::npos ? std::optional(value) : std::nullopt;
}

} // namespace

void Router::add(std::string method, std::string pattern, Handler handler)
{
    m_routes.push_back({std::move(method), std::move(pattern), std::move(handler)});
}

RoutedResponse Router::dispatch(HttpRequest request) const
{
    std::string allowed;
    std::string pattern = "other";
    for (const auto &route : m_routes) {
        const auto parameter = matchPattern(route.pattern, request.path);
        if (!parameter) {
            continue;
        }
        pattern = route.pattern;
        if (route.method == request.method || (route.method == "GET" && request.method == "HEAD")) {
            auto decoded = percentDecoded(*parameter);
            if (!decoded) {
                return {errorResponse(400, {.code = ErrorCode::Malformed,
                                            .message = "the path is not percent-encoded UTF-8"}),
                        pattern};
            }
            request.parameter = std::move(*decoded);
            return {route.handler(request), pattern};
        }
        allowed += allowed.empty() ? "" : ", ";
        allowed += route.method == "GET" ? "GET, HEAD" : route.method;
    }
    if (allowed.empty()) {
        return {errorResponse(404, {.code = ErrorCode::NotFound,
                                    .message = fmt::format("there is no {}", request.path)}),
                pattern};
    }
    HttpResponse response = errorResponse(
        405, {.code = ErrorCode::Unknown,
              .message = fmt::format("{} takes {}, not {}", pattern, allowed, request.method)});
    response.fields.emplace_back("Allow", allowed);
    return {std::move(response), pattern};
}

} // namespace foretop::agent
