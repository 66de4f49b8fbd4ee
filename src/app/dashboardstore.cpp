// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardstore.h"

#include "base/handover.h"
#include "session/session.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>
#include <mutex>

namespace foretop::app {

namespace {

// An editor writes a file in several steps.
constexpr int kSettleMs = 200;
const auto kSuffix = QStringLiteral(".json");

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<QByteArray> readBounded(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, file.errorString().toStdString(), path.toStdString());
    }
    // One more tells that there is more; the size of a pipe or of /proc is not known.
    const QByteArray bytes = file.read(models::Dashboard::kMaxFileBytes + 1);
    if (bytes.size() > models::Dashboard::kMaxFileBytes) {
        return fail(ErrorCode::TooLarge, "is larger than 4 MiB", path.toStdString());
    }
    return bytes;
}

StoredDashboard readStored(const QFileInfo &info)
{
    StoredDashboard stored{.name = info.completeBaseName(),
                           .path = info.filePath(),
                           .dashboard = {},
                           .error = {},
                           .modifiedMs = info.lastModified().toMSecsSinceEpoch(),
                           .bytes = info.size(),
                           .digest = {}};
    const auto bytes = readBounded(stored.path);
    auto dashboard = bytes.and_then(
        [&stored](const QByteArray &json) { return models::readDashboard(json, stored.path); });
    stored.digest = bytes ? digestOf(*bytes) : QByteArray();
    if (dashboard) {
        stored.dashboard = std::move(*dashboard);
        stored.dashboard.name = stored.name;
    } else {
        stored.error = QString::fromStdString(dashboard.error().text());
    }
    return stored;
}

void sortByTitle(QVector<StoredDashboard> &dashboards)
{
    std::sort(dashboards.begin(), dashboards.end(),
              [](const StoredDashboard &a, const StoredDashboard &b) {
                  const int order = a.title().localeAwareCompare(b.title());
                  return order != 0 ? order < 0 : a.name < b.name;
              });
}

} // namespace

/// One reading of the directory. Shared by the worker and the store: either may be done first.
class DashboardStore::Loading
{
public:
    struct Found
    {
        QVector<StoredDashboard> dashboards;
        int leftOut = 0;
    };

    Loading(QString directory, QVector<StoredDashboard> known)
        : m_directory(std::move(directory))
        , m_known(std::move(known))
    {
    }

    void run()
    {
        Found found;
        QDir directory(m_directory);
        const QFileInfoList files =
            directory.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        found.leftOut = int(std::max<qsizetype>(0, files.size() - kMostDashboards));
        for (const QFileInfo &info : files.mid(0, kMostDashboards)) {
            found.dashboards << readKnown(info);
        }
        sortByTitle(found.dashboards);
        const std::lock_guard lock(m_mutex);
        m_found = std::move(found);
    }
    std::optional<Found> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_found, {});
    }

private:
    StoredDashboard readKnown(const QFileInfo &info) const
    {
        for (const StoredDashboard &known : m_known) {
            const bool isSame = known.path == info.filePath() && known.bytes == info.size() &&
                                known.modifiedMs == info.lastModified().toMSecsSinceEpoch();
            if (isSame) {
                return known;
            }
        }
        return readStored(info);
    }

    const QString m_directory;
    const QVector<StoredDashboard> m_known;
    std::mutex m_mutex; // protects m_found
    std::optional<Found> m_found;
};

DashboardStore::DashboardStore(const QString &directory, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
{
    m_poll.setInterval(session::kFrameMs);
    connect(&m_poll, &QTimer::timeout, this, &DashboardStore::takeLoaded);
    m_settle.setInterval(kSettleMs);
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &DashboardStore::load);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
}

DashboardStore::~DashboardStore() = default;

void DashboardStore::load()
{
    if (m_loading) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    m_loading = std::make_shared<Loading>(m_directory, m_dashboards);
    std::function<void()> task = [loading = m_loading] {
        takeOver();
        loading->run();
    };
    handOver();
    QThreadPool::globalInstance()->start(std::move(task));
    m_poll.start();
}

void DashboardStore::takeLoaded()
{
    auto found = m_loading->take();
    if (!found) {
        return;
    }
    m_loading.reset();
    m_poll.stop();
    if (m_isStale) {
        load();
        return;
    }
    m_dashboards = std::move(found->dashboards);
    m_leftOut = found->leftOut;
    m_isLoaded = true;
    watch();
    Q_EMIT changed();
}

void DashboardStore::watch()
{
    // A file that was replaced is not watched any more; so all are named anew.
    const QStringList before = m_watcher.files() + m_watcher.directories();
    if (!before.isEmpty()) {
        m_watcher.removePaths(before);
    }
    QStringList paths;
    for (const StoredDashboard &stored : m_dashboards) {
        paths << stored.path;
    }
    const bool isThere = QFileInfo(m_directory).isDir();
    paths << (isThere ? m_directory : QFileInfo(m_directory).absolutePath());
    m_watcher.addPaths(paths);
}

const StoredDashboard *DashboardStore::find(const QString &name) const
{
    const auto found =
        std::find_if(m_dashboards.begin(), m_dashboards.end(),
                     [&name](const StoredDashboard &stored) { return stored.name == name; });
    return found == m_dashboards.end() ? nullptr : &*found;
}

QString DashboardStore::pathOf(const QString &name) const
{
    return m_directory + u'/' + name + kSuffix;
}

QString DashboardStore::freeName(const QString &title) const
{
    QString base;
    for (const QChar letter : title.normalized(QString::NormalizationForm_KD).toLower()) {
        if (letter.unicode() < 0x80 && letter.isLetterOrNumber()) {
            base += letter;
        } else if (!letter.isMark() && !base.isEmpty() && !base.endsWith(u'-')) {
            base += u'-';
        }
    }
    base.truncate(kMostNameLength);
    while (base.endsWith(u'-')) {
        base.chop(1);
    }
    base = base.isEmpty() ? QStringLiteral("dashboard") : base;
    QString name = base;
    for (int i = 2; QFileInfo::exists(pathOf(name)) || find(name); ++i) {
        name = QStringLiteral("%1-%2").arg(base).arg(i);
    }
    return name;
}

Result<QString> DashboardStore::add(models::Dashboard dashboard)
{
    if (m_dashboards.size() + m_leftOut >= kMostDashboards) {
        return fail(ErrorCode::TooLarge,
                    "there are " + std::to_string(kMostDashboards) + " dashboards already",
                    m_directory.toStdString());
    }
    dashboard.name = freeName(dashboard.title);
    return save(dashboard).map([&dashboard] { return dashboard.name; });
}

bool DashboardStore::isChangedOutside(const QString &name) const
{
    const StoredDashboard *stored = find(name);
    const auto bytes = readBounded(pathOf(name));
    return stored && bytes && digestOf(*bytes) != stored->digest;
}

Result<void> DashboardStore::write(const QString &path, const models::Dashboard &dashboard)
{
    const QByteArray json = models::writeDashboard(dashboard);
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(json) == json.size();
    if (!isWritten || !file.commit()) {
        return fail(ErrorCode::Io, file.errorString().toStdString(), path.toStdString());
    }
    return {};
}

Result<void> DashboardStore::save(const models::Dashboard &dashboard)
{
    if (!QDir().mkpath(m_directory)) {
        return fail(ErrorCode::Io, "cannot make the directory", m_directory.toStdString());
    }
    const QString path = pathOf(dashboard.name);
    if (auto written = write(path, dashboard); !written) {
        return written;
    }
    m_isStale = m_loading != nullptr;
    put(readStored(QFileInfo(path)));
    watch();
    Q_EMIT changed();
    return {};
}

Result<void> DashboardStore::moveToTrash(const QString &name)
{
    QFile file(pathOf(name));
    if (!file.moveToTrash()) {
        return fail(ErrorCode::Io, file.errorString().toStdString(), pathOf(name).toStdString());
    }
    drop(name);
    return {};
}

Result<void> DashboardStore::erase(const QString &name)
{
    QFile file(pathOf(name));
    if (!file.remove()) {
        return fail(ErrorCode::Io, file.errorString().toStdString(), file.fileName().toStdString());
    }
    drop(name);
    return {};
}

void DashboardStore::put(StoredDashboard stored)
{
    m_dashboards.removeIf([&](const StoredDashboard &other) { return other.name == stored.name; });
    m_dashboards.push_back(std::move(stored));
    sortByTitle(m_dashboards);
}

void DashboardStore::drop(const QString &name)
{
    m_isStale = m_loading != nullptr;
    m_dashboards.removeIf([&](const StoredDashboard &other) { return other.name == name; });
    Q_EMIT changed();
}

} // namespace foretop::app
