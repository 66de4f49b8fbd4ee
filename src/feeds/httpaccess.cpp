// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/httpaccess.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace foretop::feeds {
namespace {

Result<QByteArray> readPem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                    "cannot be read: " + file.errorString().toStdString(), path.toStdString());
    }
    QByteArray bytes = file.read(kMaxPemBytes + 1);
    if (bytes.size() > kMaxPemBytes) {
        return fail(ErrorCode::TooLarge, "is too large for a PEM file", path.toStdString());
    }
    return bytes;
}

Result<QList<QSslCertificate>> readCertificates(const QString &path)
{
    const auto pem = readPem(path);
    if (!pem) {
        return tl::unexpected(pem.error());
    }
    auto certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty()) {
        return fail(ErrorCode::Malformed, "holds no PEM certificate", path.toStdString());
    }
    return certificates;
}

/// PEM does not say which kind of key "BEGIN PRIVATE KEY" is.
QSslKey keyFrom(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull()) {
            return key;
        }
    }
    return {};
}

Result<QSslKey> readKey(const HttpAccess &access)
{
    QByteArray pem = access.privateKey.toUtf8();
    std::string origin = "the private key";
    if (pem.isEmpty()) {
        const auto read = readPem(access.privateKeyFile);
        if (!read) {
            return tl::unexpected(read.error());
        }
        pem = *read;
        origin = access.privateKeyFile.toStdString();
    }
    QSslKey key = keyFrom(pem);
    if (key.isNull()) {
        return fail(ErrorCode::Malformed, "holds no unencrypted PEM private key", origin);
    }
    return key;
}

} // namespace

QByteArray authorization(const HttpAccess &access)
{
    if (!access.user.isEmpty()) {
        return "Basic " + (access.user + u':' + access.secret).toUtf8().toBase64();
    }
    return access.secret.isEmpty() ? QByteArray() : "Bearer " + access.secret.toUtf8();
}

Result<QSslConfiguration> tlsConfiguration(const HttpAccess &access)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    if (!access.caFile.isEmpty()) {
        const auto authorities = readCertificates(access.caFile);
        if (!authorities) {
            return tl::unexpected(authorities.error());
        }
        tls.setCaCertificates(*authorities);
    }
    if (!access.certificateFile.isEmpty()) {
        const auto chain = readCertificates(access.certificateFile);
        if (!chain) {
            return tl::unexpected(chain.error());
        }
        const auto key = readKey(access);
        if (!key) {
            return tl::unexpected(key.error());
        }
        tls.setLocalCertificateChain(*chain);
        tls.setPrivateKey(*key);
    }
    return tls;
}

} // namespace foretop::feeds
