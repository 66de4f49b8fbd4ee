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
    enum class Kind { Shrunk, Rewritten, Replaced, Vanished, Unreadable };
    Kind kind = Kind::Unreadable;
    QString path;
    QString message; ///< what the system said, of Unreadable
};

/// A log as one tab shows it: the live feeds of a session, a file, several files and feeds merged
/// by time. Files are opened, indexed and followed by a worker. GUI thread.
class LogDocument : public QObject
{
    Q_OBJECT

public:
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
    /// The paths of its files as opened.
    QStringList paths() const;
    /// As of the last changed(); never null.
    logs::LogSnapshotPtr snapshot() const;

    /// The format of its one file (empty: told from each record); empty when merged or live.
    QString formatName() const;
    QString zoneName() const;
    /// Reads the files anew so.
    void setFormat(const QString &formatName, const QString &zoneName);
    static std::vector<logs::LogFormatPtr> knownFormats();

    bool isLoading() const;
    LoadProgress loadProgress() const;
    void cancelLoading(); ///< what is there stays
    /// Shows the files that are now under the paths (after Replaced).
    void reopen();

    const QVector<FileTrouble> &troubles() const;

Q_SIGNALS:
    // At most once in kFrameMs each.
    void changed(); ///< snapshot() has more, or other, records
    void reset();   ///< record numbers mean other records now: all derived must start anew
    void loadingChanged();
    void formatChanged();
    void troublesChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
    LogDocument(); // implementer: complete
};

} // namespace foretop::session
