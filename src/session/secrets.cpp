// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/secrets.h"

#include <qt6keychain/keychain.h>

namespace foretop::session {

namespace {

QString serviceName()
{
    return QStringLiteral("foretop");
}

Error errorOf(const QKeychain::Job &job)
{
    const auto make = [&job](ErrorCode code, const char *what) {
        return Error{.code = code,
                     .message = "the keychain " + std::string(what) + " \"" +
                                job.key().toStdString() + '"'};
    };
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return make(ErrorCode::NotFound, "holds nothing under");
    case QKeychain::AccessDeniedByUser:
        return make(ErrorCode::Denied, "was not unlocked for");
    case QKeychain::AccessDenied:
        return make(ErrorCode::Denied, "refuses access to");
    case QKeychain::NoBackendAvailable:
        return {.code = ErrorCode::Unavailable,
                .message = "no keychain is running (Secret Service or KWallet) to look up \"" +
                           job.key().toStdString() + '"'};
    default:
        break;
    }
    Error error = make(ErrorCode::Io, "failed at");
    error.message += ": " + job.errorString().toStdString();
    return error;
}

} // namespace

// The jobs get no parent: QtKeychain's back ends call into a job when the desktop answers, also
// when who asked is gone by then. Each deletes itself when it is finished.

void KeychainStore::read(const QString &key, QObject *context, ReadFunction done)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName());
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() != QKeychain::NoError) {
            done(tl::unexpected(errorOf(*job)));
        } else {
            done(job->textData());
        }
    });
    job->start();
}

void KeychainStore::write(const QString &key, const QString &secret, QObject *context,
                          WriteFunction done)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setKey(key);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        if (job->error() != QKeychain::NoError) {
            done(tl::unexpected(errorOf(*job)));
        } else {
            done({});
        }
    });
    job->start();
}

} // namespace foretop::session
