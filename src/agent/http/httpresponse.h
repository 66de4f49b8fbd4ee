// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foretop::agent {

/// What is answered to one request.
struct HttpResponse
{
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> fields = {}; ///< further header fields
};

/// {"error":{"code":...,"message":...}} with the place when @p error has one.
HttpResponse errorResponse(int status, const Error &error);

/// @p response on the wire, with Content-Length and Connection: close; @p withBody is false for
/// the answer to HEAD.
std::string serialized(const HttpResponse &response, bool withBody);

} // namespace foretop::agent
