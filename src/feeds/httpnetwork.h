// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/httpaccess.h"

#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace foretop::feeds {

/// What HTTP requests of one source are sent with.
struct HttpEndpoint
{
    QNetworkAccessManager *network = nullptr;
    QSslConfiguration tls;
    QByteArray authorization;
    QByteArray tenant;
};

/// The HTTP connections of all sources that live in one thread. Sources that show the same
/// certificate and trust the same authorities share connections; others must not, as a connection
/// that is kept alive stays what it was when it was made.
class HttpNetwork
{
public:
    HttpNetwork();
    ~HttpNetwork();

    /// Reads the files that @p access names. The endpoint is valid as long as the network.
    Result<HttpEndpoint> open(const HttpAccess &access);

private:
    struct Shared;
    std::vector<Shared> m_shared;
};

} // namespace foretop::feeds
