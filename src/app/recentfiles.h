// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <QObject>
#include <QVector>

namespace foretop::app {

/// The logs that were opened, newest first: each the paths of one tab. In the settings.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostLogs = 20;
    static constexpr qsizetype kMostPaths = 50; ///< of one log; larger ones are not kept

    /// @p settings must outlive this.
    explicit RecentFiles(Settings &settings, QObject *parent = nullptr);

    const QVector<QStringList> &logs() const { return m_logs; }
    /// @p paths: absolute, or "-", which is not kept.
    void remember(const QStringList &paths);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void write();

    Settings &m_settings;
    QVector<QStringList> m_logs;
};

} // namespace foretop::app
