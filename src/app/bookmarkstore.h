// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QVector>

namespace foretop::app {

/// A record that the person marked.
struct Bookmark
{
    quint64 record = 0; ///< LogModel::RecordNumberRole
    QString text;       ///< how the record begins, to be told by
    QString note;
    bool operator==(const Bookmark &) const = default;
};

/// The bookmarks of logs, each log by a key: its paths. Kept in one file a log, so that they are
/// there when it is opened again. Those of a log that cannot be opened again, as of a stream or a
/// live feed, are remembered while it is there.
class BookmarkStore : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostBookmarks = 1'000; ///< of one log
    static constexpr qsizetype kMostLogs = 500;        ///< the log marked longest ago is dropped
    static constexpr qsizetype kMostTextLength = 200;
    static constexpr qsizetype kMostNoteLength = 2'000;

    /// @p directory is made when it is needed.
    explicit BookmarkStore(const QString &directory, QObject *parent = nullptr);

    /// What a log of @p paths is kept under, of which live feeds may be a part; empty when it is of
    /// nothing.
    static QString keyOf(const QStringList &paths, bool isLive = false);
    /// The records of the live feeds are others now.
    void forgetLive();
    /// By record.
    QVector<Bookmark> of(const QString &key) const;
    bool isMarked(const QString &key, quint64 record) const;
    /// Adds it, or replaces the one of the same record. False when the bound is reached or it could
    /// not be written: it is kept while the program runs.
    bool put(const QString &key, Bookmark bookmark);
    void remove(const QString &key, quint64 record);

Q_SIGNALS:
    void changed(const QString &key);

private:
    QVector<Bookmark> &load(const QString &key) const;
    bool write(const QString &key) const;
    QString pathOf(const QString &key) const;
    void dropOldest() const;

    QString m_directory;
    mutable QHash<QString, QVector<Bookmark>> m_logs;
};

} // namespace foretop::app
