// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logtitle.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace foretop::app {

namespace {

constexpr qsizetype kMostLines = 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::LogTitle)
};

QString nameOf(const QString &path)
{
    if (path == u"-") {
        return Words::tr("Standard input");
    }
    const QFileInfo file(path);
    return file.fileName().isEmpty() ? file.absolutePath() : file.fileName();
}

} // namespace

QString logTitle(const QStringList &paths)
{
    if (paths.isEmpty()) {
        return Words::tr("Empty");
    }
    const QString first = nameOf(paths.constFirst());
    return paths.size() == 1 ? first : QStringLiteral("%1 + %2").arg(first).arg(paths.size() - 1);
}

QString logDetails(const QStringList &paths)
{
    QStringList lines = paths.mid(0, kMostLines);
    if (paths.size() > kMostLines) {
        lines << Words::tr("and %1 more").arg(paths.size() - kMostLines);
    }
    return lines.join(u'\n');
}

} // namespace foretop::app
