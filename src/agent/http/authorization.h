// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/requesthead.h"

#include <string>

namespace foretop::agent {

/// How a request showed that it may ask.
enum class AuthState : std::uint8_t {
    None,  ///< nothing was asked for
    Ok,    ///< the right token
    Failed ///< no token, or a wrong one
};

/// "none", "ok", "failed".
std::string_view authStateName(AuthState state);

/// Decides who may ask the agent.
class Authorization
{
public:
    /// An empty @p token lets everyone on this machine in, but no web page: see foreignOrigin().
    explicit Authorization(const std::string &token);

    /// Reads "Authorization: Bearer <token>" (RFC 6750); takes the same time for every wrong one.
    AuthState check(const RequestHead &head) const;

    /// Why a browser must not ask on behalf of a page from elsewhere: the Origin is another than
    /// this host, or, without a token, the Host is a name that a foreign DNS server may have
    /// pointed here. Empty when nothing speaks against it.
    std::string foreignOrigin(const RequestHead &head) const;

private:
    std::string m_digest; ///< SHA-256 of the token; empty without one
};

} // namespace foretop::agent
