// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/httpnetwork.h"

#include <QNetworkAccessManager>

#include <algorithm>

namespace foretop::feeds {

struct HttpNetwork::Shared
{
    QSslConfiguration tls;
    std::unique_ptr<QNetworkAccessManager> network;
};

HttpNetwork::HttpNetwork() = default;
HttpNetwork::~HttpNetwork() = default;

Result<HttpEndpoint> HttpNetwork::open(const HttpAccess &access)
{
    const auto tls = tlsConfiguration(access);
    if (!tls) {
        return tl::unexpected(tls.error());
    }
    auto shared = std::find_if(m_shared.begin(), m_shared.end(),
                               [&tls](const Shared &other) { return other.tls == *tls; });
    if (shared == m_shared.end()) {
        shared = m_shared.insert(
            shared, {.tls = *tls, .network = std::make_unique<QNetworkAccessManager>()});
    }
    return HttpEndpoint{.network = shared->network.get(),
                        .tls = *tls,
                        .authorization = authorization(access),
                        .tenant = access.tenant.toUtf8()};
}

} // namespace foretop::feeds
