// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSslConfiguration>
#include <QString>

namespace foretop::feeds {

/// Who a source is to an HTTP server, and which servers it trusts.
struct HttpAccess
{
    QString user;   ///< of basic authentication, with @c secret as the password
    QString secret; ///< without a user a bearer token; empty: none is sent
    QString tenant; ///< sent as X-Scope-OrgID (Mimir, Thanos, Loki); empty: not sent
    QString caFile; ///< PEM, trusted instead of the system's authorities; empty: those
    /// PEM: what the client shows of itself (mTLS), its chain after it; empty: nothing.
    QString certificateFile;
    QString privateKeyFile; ///< PEM, unencrypted; belongs to certificateFile
    QString privateKey;     ///< PEM text in place of the file
};

/// Largest PEM file that is read.
inline constexpr qint64 kMaxPemBytes = 1 << 20;

/// The value of the Authorization header; empty when there is none.
QByteArray authorization(const HttpAccess &access);

/// TLS as @p access has it; reads its files. An error names the file.
Result<QSslConfiguration> tlsConfiguration(const HttpAccess &access);

} // namespace foretop::feeds
