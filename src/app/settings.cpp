// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace foretop::app {

Settings::Settings(const QString &filePath)
    : m_store(filePath.isEmpty()
                  ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                        QStringLiteral("/foretop/console.ini")
                  : filePath,
              QSettings::IniFormat)
{
}

QString Settings::directory() const
{
    return QFileInfo(m_store.fileName()).absolutePath();
}

} // namespace foretop::app
