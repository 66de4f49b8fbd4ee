// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/bell.h"
#include "session/rotatinglog.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace foretop::session {

/// What is known of a FileDocument's files.
struct FileState
{
    logs::LogSnapshotPtr snapshot; ///< null: none yet
    QStringList paths;
    QStringList siblings;
    QString formatName;
    QString zoneName;
    QVector<FileTrouble> troubles;
    bool isLoading = true;
    bool isCancelled = false; ///< nothing more is read until something is wished
    LoadProgress progress;
};

/// Opens, reads and follows the files of a document in a worker, and tells the GUI thread. Shared
/// by both: a file system that does not answer may keep the worker longer than the document is
/// there.
class FileReading
{
public:
    static constexpr std::chrono::milliseconds kFollowInterval{250};
    /// Where looking takes long, as with a thousand files, pauses are so many times as long.
    static constexpr int kPauseFactor = 20;

    FileReading(QStringList named, logs::OpenOptions options, Bell *bell);

    void run(); ///< in the worker, until stop()

    // Any thread.
    void stop(); ///< the bell may go then
    void setFormat(logs::LogFormatPtr format, logs::TimeZone zone, bool detectsFormat);
    void cancelLoading();
    void resumeLoading();
    void reopen();
    void clearTroubles();
    FileState state();

private:
    enum class Wish { None, Resume, Load, Reopen }; ///< the greater one includes the other

    void takeWish();
    bool pause(std::chrono::milliseconds spent);
    void openAll();
    void openNamed(const QString &named);
    void openStream();
    void openPath(const std::string &path);
    void loadAll();
    void load(logs::OpenLog &log);
    void follow();
    bool isAlone() const { return m_logs.size() + (m_stream ? 1 : 0) == 1; }
    void publish();
    logs::LogSnapshotPtr mergeAll(const std::vector<logs::LogSnapshotPtr> &logs);
    std::vector<logs::LogSnapshotPtr> snapshots() const;
    void noteProgress(logs::Progress now);
    void findSiblings();
    void tell(FileTrouble::Kind kind, const std::string &path, const Error *error);
    template <typename Update>
    void change(Update update);

    const QStringList m_named;

    std::mutex m_mutex; // protects all up to m_isRung
    std::condition_variable_any m_wished;
    logs::OpenOptions m_options;
    FileState m_state;
    Wish m_wish = Wish::None;
    std::stop_source m_loading; // stops what is read now, but not the following
    Bell *m_bell;
    bool m_isRung = false;

    std::stop_source m_stop;

    // Of the worker alone.
    std::vector<std::unique_ptr<RotatingLog>> m_logs;
    std::shared_ptr<logs::OpenLog> m_stream;
    std::jthread m_streamLoader; // reads m_stream, which may never end
    std::set<FileId> m_opened;
    std::vector<logs::LogSnapshotPtr> m_merged; // what m_state.snapshot was made of
    std::uint64_t m_doneBytes = 0;              // by the logs loaded before the present one
    std::uint64_t m_totalBytes = 0;
    std::chrono::steady_clock::time_point m_loadBegin;
};

} // namespace foretop::session
