// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <functional>

class QObject;

namespace foretop::session {

/// Where tokens are kept, by key. GUI thread; nothing waits.
class SecretStore
{
public:
    using ReadFunction = std::function<void(Result<QString>)>;
    using WriteFunction = std::function<void(Result<void>)>;

    virtual ~SecretStore() = default;
    /// Calls @p done once with the secret or why there is none (NotFound, Denied, Unavailable or
    /// Io); not at all once @p context is gone. May call before it returns.
    virtual void read(const QString &key, QObject *context, ReadFunction done) = 0;
    /// Keeps @p secret under @p key, over one that is there; @p done as for read().
    virtual void write(const QString &key, const QString &secret, QObject *context,
                       WriteFunction done) = 0;
};

/// The keychain of the person's desktop (Secret Service or KWallet, through QtKeychain), under the
/// service name "foretop". May ask the person to unlock it.
class KeychainStore final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadFunction done) override;
    void write(const QString &key, const QString &secret, QObject *context,
               WriteFunction done) override;
};

} // namespace foretop::session
