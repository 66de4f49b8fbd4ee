// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace foretop::app {

/// One file of the person's dashboards.
struct StoredDashboard
{
    QString name; ///< the file's base name
    QString path;
    models::Dashboard dashboard; ///< when there is no error
    QString error;               ///< why it cannot be read, with its place; empty: it can
    // How it was last seen on disk.
    qint64 modifiedMs = 0;
    qint64 bytes = 0;
    QByteArray digest;

    QString title() const { return error.isEmpty() ? dashboard.title : name; }
};

/// The person's dashboards: a JSON file each (docs/dashboards.md) in one directory, which is
/// watched for changes from outside. Files that cannot be read are listed with their error and left
/// alone. GUI thread; reads on a worker, writes at once.
class DashboardStore : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostDashboards = 500; ///< further files are counted
    static constexpr qsizetype kMostNameLength = 60;

    /// @p directory is made when something is saved.
    explicit DashboardStore(const QString &directory, QObject *parent = nullptr);
    ~DashboardStore() override;

    const QString &directory() const { return m_directory; }
    /// Reads what changed since the last time; changed() tells.
    void load();
    bool isLoaded() const { return m_isLoaded; } ///< for the first time
    /// By title.
    const QVector<StoredDashboard> &dashboards() const { return m_dashboards; }
    const StoredDashboard *find(const QString &name) const;
    int leftOut() const { return m_leftOut; }

    /// Writes a new file, named after the title, and returns its name.
    Result<QString> add(models::Dashboard dashboard);
    /// Whether the file of @p name is not as it was read or saved last.
    bool isChangedOutside(const QString &name) const;
    /// Writes over the file of the dashboard's name.
    Result<void> save(const models::Dashboard &dashboard);
    Result<void> moveToTrash(const QString &name);
    Result<void> erase(const QString &name);

    /// Writes a dashboard to any file, all or nothing.
    static Result<void> write(const QString &path, const models::Dashboard &dashboard);

Q_SIGNALS:
    void changed();

private:
    class Loading;

    QString pathOf(const QString &name) const;
    QString freeName(const QString &title) const;
    void takeLoaded();
    void watch();
    void put(StoredDashboard stored);
    void drop(const QString &name);

    QString m_directory;
    QVector<StoredDashboard> m_dashboards;
    int m_leftOut = 0;
    bool m_isLoaded = false;
    bool m_isStale = false; // what is being read was changed meanwhile
    std::shared_ptr<Loading> m_loading;
    QTimer m_poll;
    QTimer m_settle;
    QFileSystemWatcher m_watcher;
};

} // namespace foretop::app
