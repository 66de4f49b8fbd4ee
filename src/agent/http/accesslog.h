// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/authorization.h"
#include "base/clock.h"

namespace foretop::agent {

/// What the access log tells of one request.
struct AccessEntry
{
    std::string method;
    std::string target; ///< as sent; secrets in its query are written as [redacted]
    int status = 0;
    Milliseconds duration{};
    std::size_t requestBytes = 0;  ///< head and body
    std::size_t responseBytes = 0; ///< head and body; 0 for a WebSocket
    std::string userAgent;
    std::string ip;
    AuthState auth = AuthState::None;
    std::string requestId;
};

/// Writes @p entry as one record of the logger "agent.http"; any thread.
void writeAccessRecord(const AccessEntry &entry);

/// @p target with the values of query parameters that look like secrets replaced.
std::string redactedTarget(std::string_view target);

/// The client's X-Request-Id when it is 1 to 64 letters, digits, ".", "_" or "-", else a new one.
std::string requestIdFor(const RequestHead &head);

} // namespace foretop::agent
