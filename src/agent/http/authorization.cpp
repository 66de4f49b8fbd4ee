// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/authorization.h"

#include "base/text.h"

#include <fmt/format.h>

#include <QCryptographicHash>
#include <QHostAddress>

namespace foretop::agent {
namespace {

std::string digestOf(std::string_view text)
{
    return QCryptographicHash::hash(QByteArray(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256)
        .toStdString();
}

bool sameBytes(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    }
    return difference == 0;
}

/// @p authority ("host:port", "[v6]:port") without its port and brackets.
std::string_view hostOf(std::string_view authority)
{
    if (authority.starts_with('[')) {
        return authority.substr(1, authority.find(']') - 1);
    }
    return authority.substr(0, authority.find(':'));
}

} // namespace

std::string_view authStateName(AuthState state)
{
    return state == AuthState::Ok ? "ok" : state == AuthState::None ? "none" : "failed";
}

Authorization::Authorization(const std::string &token)
    : m_digest(token.empty() ? std::string() : digestOf(token))
{
}

AuthState Authorization::check(const RequestHead &head) const
{
    if (m_digest.empty()) {
        return AuthState::None;
    }
    constexpr std::string_view kScheme = "bearer ";
    const std::string_view credentials = head.field("authorization");
    if (!equalsIgnoringCase(credentials.substr(0, kScheme.size()), kScheme)) {
        return AuthState::Failed;
    }
    // Digests have one length, so the comparison tells nothing of the token's.
    return sameBytes(digestOf(trimmed(credentials.substr(kScheme.size()))), m_digest)
               ? AuthState::Ok
               : AuthState::Failed;
}

std::string Authorization::foreignOrigin(const RequestHead &head) const
{
    const std::string_view host = head.field("host");
    const std::string_view origin = head.field("origin");
    const auto scheme = origin.find("://");
    if (!origin.empty() && (scheme == std::string_view::npos ||
                            !equalsIgnoringCase(origin.substr(scheme + 3), host))) {
        return fmt::format("pages of {} may not ask this agent", origin);
    }
    const QString name =
        QString::fromUtf8(hostOf(host).data(), static_cast<qsizetype>(hostOf(host).size()));
    if (m_digest.empty() && !name.isEmpty() && name != QLatin1String("localhost") &&
        QHostAddress(name).isNull()) {
        return fmt::format("an agent without a token is asked by address, not as {}", host);
    }
    return {};
}

} // namespace foretop::agent
