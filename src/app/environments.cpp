// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environments.h"

#include "session/profile.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

namespace foretop::app {

namespace {

constexpr qint64 kMaxTokenBytes = 4096;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Environments)
};

Result<QString> readToken(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, file.errorString().toStdString(), path.toStdString());
    }
    const QByteArray token = file.read(kMaxTokenBytes + 1).trimmed();
    if (token.isEmpty() || token.size() > kMaxTokenBytes) {
        return fail(
            ErrorCode::OutOfRange,
            Words::tr("must hold one token of at most %1 bytes").arg(kMaxTokenBytes).toStdString(),
            path.toStdString());
    }
    return QString::fromUtf8(token);
}

Environments connected(const CommandLine &line)
{
    Environments result;
    QString token;
    if (!line.tokenFile.isEmpty()) {
        const auto read = readToken(line.tokenFile);
        if (read) {
            token = *read;
        } else {
            result.error = read.error();
        }
    }
    const QString name = line.connectTo.authority();
    result.list.push_back({.name = name,
                           .colour = {},
                           .note = {},
                           .sources = session::agentSources(name, line.connectTo, token)});
    return result;
}

int indexOf(const QVector<session::Environment> &list, const QString &name)
{
    for (int i = 0; i < list.size(); ++i) {
        if (list[i].name == name) {
            return i;
        }
    }
    return -1;
}

} // namespace

QString defaultProfilePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/foretop/profile.yaml");
}

Environments findEnvironments(const CommandLine &line, const QString &last)
{
    if (!line.connectTo.isEmpty()) {
        return connected(line);
    }
    Environments result;
    const QString path = line.profilePath.isEmpty() ? defaultProfilePath() : line.profilePath;
    if (line.profilePath.isEmpty() && !QFile::exists(path)) {
        return result;
    }
    auto profile = session::readProfile(path);
    if (!profile) {
        result.error = profile.error();
        return result;
    }
    result.list = std::move(*profile);
    result.current = std::max(0, indexOf(result.list, last));
    if (!line.environment.isEmpty()) {
        const int wanted = indexOf(result.list, line.environment);
        result.current = std::max(0, wanted);
        if (wanted < 0) {
            result.error = Error{
                .code = ErrorCode::NotFound,
                .message =
                    Words::tr("has no environment \"%1\"").arg(line.environment).toStdString(),
                .source = path.toStdString()};
        }
    }
    return result;
}

} // namespace foretop::app
