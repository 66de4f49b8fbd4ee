// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/positionstore.h"
#include "agent/logs/tailedfile.h"
#include "agent/metrics/familybuilder.h"
#include "base/jsonreader.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <list>
#include <set>
#include <string>

namespace foretop::agent {

struct LogFollowerOptions
{
    std::vector<std::string> patterns; ///< paths or globs
    bool fromStart = false;            ///< of files that are there at the first start
    Milliseconds quiet{5'000};         ///< after which an unfinished line is handed on as it is
    Milliseconds linger{60'000};       ///< for which a file that lost its name is still read
    Milliseconds poll{1'000};          ///< for what the kernel's notices do not tell
};

/// Follows log files through rotation (by renaming and by copying and truncating), deletion and
/// late appearance, and across restarts with @p positions: no line is lost and none is told
/// twice. Bound: kMaxFiles open at once. One thread.
class LogFollower : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMaxFiles = 1000;
    using Publish = std::function<void(std::vector<feeds::PublishedItem>)>;

    /// @p positions and @p clock must outlive the follower; @p publish gets items with the
    /// position behind each as its cursor.
    LogFollower(LogFollowerOptions options, PositionStore &positions, const Clock &clock,
                Publish publish, QObject *parent = nullptr);
    ~LogFollower() override;

    void start();
    void fillMetrics(FamilyBuilder &out) const;

private:
    using Files = std::list<std::unique_ptr<TailedFile>>;

    void wake();
    void discover();
    void retireRenamed();
    void consider(const std::string &path, const std::string &pattern);
    bool isCopyOfFollowed(const TailedFile &file) const;
    void place(TailedFile &file, const std::string &pattern);
    void addPredecessors(const std::string &path, FileId current);
    std::int64_t addPredecessor(const FilePosition &position, FileId current);
    void startRotated(TailedFile &file, const FilePosition &position) const;
    void addRetired(std::unique_ptr<TailedFile> file, const std::string &path,
                    Files::iterator before);
    const TailedFile *followed(FileId id) const;
    void watch();

    void pump();
    void readFile(Files::iterator file, std::size_t budget);
    void restartTruncated(Files::iterator file);
    void take(const Line &line, const TailedFile &file);
    void publishBatch();
    void closeFinished();
    void tellOnce(const Error &error);

    const LogFollowerOptions m_options;
    PositionStore &m_positions;
    const Clock &m_clock;
    const Publish m_publish;
    JsonReader m_reader;
    Files m_files; ///< of one path, the earlier comes first
    std::vector<feeds::PublishedItem> m_batch;
    std::set<std::string> m_told; ///< paths whose failure was told
    QFileSystemWatcher m_watcher;
    QTimer m_poll;
    QTimer m_soon;
    bool m_starting = true;
    bool m_discoverDue = true;
    std::uint64_t m_lines = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_cutLines = 0;
    std::uint64_t m_refusedFiles = 0;
};

} // namespace foretop::agent
