// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/openlog.h"
#endif

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace foretop::session {

class Session;

/// How far the reading of a document has come.
struct LoadProgress
{
    quint64 doneBytes = 0;
    quint64 totalBytes = 0; ///< 0: not known
    double bytesPerSecond = 0;
};

/// What happened to one file of a document, for a banner; words are the app's.
struct FileTrouble
{
    enum class Kind {
        Shrunk,     ///< cut off; what is left is shown
        Rewritten,  ///< written anew; what is there now is shown
        Replaced,   ///< rotated: the new file follows the old one, of which no line is lost
        Vanished,   ///< what was opened stays readable, and is waited for under its path
        Unreadable, ///< not opened, or not to its end
    };
    Kind kind = Kind::Unreadable;
    QString path;
    QString message; ///< what the system said and where, of Unreadable

    bool operator==(const FileTrouble &) const = default;
};

/// A log as one tab shows it: the live feeds of a session, a file, several files and feeds merged
/// by time. Files are opened, indexed and followed by a worker. GUI thread.
class LogDocument : public QObject
{
    Q_OBJECT

public:
    class Content; // where it has its records from; known to src/session alone

    /// Of the live log feeds of @p session, which is not owned and may go before.
    static std::unique_ptr<LogDocument> ofSession(Session *session);
    /// Of files: each of @p named is a path, a glob, a directory or "-" (standard input). Nothing
    /// is opened before start().
    static std::unique_ptr<LogDocument> ofFiles(const QStringList &named,
                                                logs::OpenOptions options = {});
    /// Of several documents, which go on as they are. Merged by time.
    static std::unique_ptr<LogDocument> merged(QList<LogDocument *> documents);
    ~LogDocument() override; ///< stops the worker without waiting for it

    void start();

    bool isLive() const; ///< a feed is part of it
    /// Records are in memory: one is read without waiting for a disk or a network.
    bool isInMemory() const;
    /// The paths of its files as opened, each once; "-" for standard input.
    QStringList paths() const;
    /// The files that a rotation made of its one file, it not among them, oldest first. Known when
    /// siblingsChanged() says so.
    QStringList siblings() const;
    /// As of the last changed(); never null.
    logs::LogSnapshotPtr snapshot() const;
    /// The same for a merge, which names what it is of by itself.
    logs::LogSnapshotPtr snapshotToMerge() const;

    /// The format of its one file (empty: told from each record); that of several only when they
    /// are merged documents with the same one. Empty when live.
    QString formatName() const;
    QString zoneName() const;
    /// What was set; none: the format is told from the files.
    std::optional<QString> chosenFormat() const;
    /// Reads the files anew so; without a format (or one that is not known) as their records tell,
    /// with an empty one each record is told by itself.
    void setFormat(const std::optional<QString> &formatName, const QString &zoneName);
    /// Those that setFormat() takes; none when live.
    std::vector<logs::LogFormatPtr> knownFormats() const;

    bool isLoading() const;
    LoadProgress loadProgress() const;
    void cancelLoading(); ///< what is there stays, and is not followed before resumeLoading()
    bool isCancelled() const;
    void resumeLoading(); ///< goes on where it was cancelled
    /// Resolves what was named anew and shows the files that are there now, and only those.
    void reopen();

    /// The newest of each file and kind, oldest first; at most kMaxTroubles, the oldest go.
    const QVector<FileTrouble> &troubles() const;
    static constexpr qsizetype kMaxTroubles = 100;
    /// Takes those seen off the list.
    void clearTroubles();

Q_SIGNALS:
    // At most once in kFrameMs each.
    void changed(); ///< snapshot() has more, or other, records
    void reset();   ///< record numbers mean other records now: all derived must start anew
    /// Records from @p from on have other numbers now, or are longer, as some came late to a merge
    /// or a line was added to one in its midst; those before it kept theirs. Told before the
    /// changed() that follows; snapshot() is the new one.
    void renumbered(foretop::logs::RecordNumber from);
    void loadingChanged();
    void formatChanged(); ///< also when the files are opened, and may have one
    void troublesChanged();
    void siblingsChanged();

private:
    explicit LogDocument(std::unique_ptr<Content> content);
    std::unique_ptr<Content> d;
};

} // namespace foretop::session
