// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarkstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr qint64 kMostFileBytes = 16 << 20;
const auto kLive = QStringLiteral("live");

/// Whether the log of @p key can be opened again; the paths of files are absolute.
bool isKept(const QString &key)
{
    const QStringList parts = key.split(u'\n');
    return std::all_of(parts.begin(), parts.end(),
                       [](const QString &part) { return part.startsWith(u'/'); });
}

bool isBefore(const Bookmark &bookmark, quint64 record)
{
    return bookmark.record < record;
}

QVector<Bookmark> readBookmarks(const QByteArray &json)
{
    QVector<Bookmark> bookmarks;
    const QJsonArray array =
        QJsonDocument::fromJson(json).object()[QStringLiteral("bookmarks")].toArray();
    for (const QJsonValue &value : array) {
        bookmarks.push_back(
            {value[QStringLiteral("record")].toString().toULongLong(),
             value[QStringLiteral("text")].toString().left(BookmarkStore::kMostTextLength),
             value[QStringLiteral("note")].toString().left(BookmarkStore::kMostNoteLength)});
    }
    bookmarks.resize(std::min(bookmarks.size(), BookmarkStore::kMostBookmarks));
    std::sort(bookmarks.begin(), bookmarks.end(),
              [](const Bookmark &a, const Bookmark &b) { return a.record < b.record; });
    return bookmarks;
}

QByteArray toJson(const QString &key, const QVector<Bookmark> &bookmarks)
{
    QJsonArray array;
    for (const Bookmark &bookmark : bookmarks) {
        // A double would not hold every record number.
        array << QJsonObject{{QStringLiteral("record"), QString::number(bookmark.record)},
                             {QStringLiteral("text"), bookmark.text},
                             {QStringLiteral("note"), bookmark.note}};
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("log"), key}, {QStringLiteral("bookmarks"), array}})
        .toJson();
}

} // namespace

BookmarkStore::BookmarkStore(const QString &directory, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
{
}

QString BookmarkStore::keyOf(const QStringList &paths, bool isLive)
{
    const QStringList parts = isLive ? QStringList(kLive) + paths : paths;
    return parts.join(u'\n');
}

void BookmarkStore::forgetLive()
{
    const QStringList keys = m_logs.keys();
    for (const QString &key : keys) {
        if (key.startsWith(kLive)) {
            m_logs.remove(key);
            Q_EMIT changed(key);
        }
    }
}

QVector<Bookmark> BookmarkStore::of(const QString &key) const
{
    return load(key);
}

bool BookmarkStore::isMarked(const QString &key, quint64 record) const
{
    const QVector<Bookmark> &bookmarks = load(key);
    const auto at = std::lower_bound(bookmarks.begin(), bookmarks.end(), record, isBefore);
    return at != bookmarks.end() && at->record == record;
}

bool BookmarkStore::put(const QString &key, Bookmark bookmark)
{
    QVector<Bookmark> &bookmarks = load(key);
    bookmark.text.truncate(kMostTextLength);
    bookmark.note.truncate(kMostNoteLength);
    const auto at = std::lower_bound(bookmarks.begin(), bookmarks.end(), bookmark.record, isBefore);
    if (at != bookmarks.end() && at->record == bookmark.record) {
        *at = bookmark;
    } else if (bookmarks.size() < kMostBookmarks) {
        bookmarks.insert(at, bookmark);
    } else {
        return false;
    }
    const bool isWritten = write(key);
    Q_EMIT changed(key);
    return isWritten;
}

void BookmarkStore::remove(const QString &key, quint64 record)
{
    load(key).removeIf([record](const Bookmark &bookmark) { return bookmark.record == record; });
    write(key);
    Q_EMIT changed(key);
}

QVector<Bookmark> &BookmarkStore::load(const QString &key) const
{
    const auto known = m_logs.find(key);
    if (known != m_logs.end()) {
        return *known;
    }
    QVector<Bookmark> bookmarks;
    QFile file(pathOf(key));
    if (isKept(key) && file.size() <= kMostFileBytes && file.open(QIODevice::ReadOnly)) {
        bookmarks = readBookmarks(file.readAll());
    }
    return *m_logs.insert(key, bookmarks);
}

bool BookmarkStore::write(const QString &key) const
{
    if (!isKept(key)) {
        return true;
    }
    const QVector<Bookmark> &bookmarks = m_logs[key];
    if (bookmarks.isEmpty()) {
        QFile::remove(pathOf(key));
        return true;
    }
    if (!QDir().mkpath(m_directory)) {
        return false;
    }
    dropOldest();
    QSaveFile file(pathOf(key));
    const QByteArray json = toJson(key, bookmarks);
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
}

QString BookmarkStore::pathOf(const QString &key) const
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return m_directory + u'/' + QString::fromLatin1(hash.toHex().left(32)) +
           QStringLiteral(".json");
}

void BookmarkStore::dropOldest() const
{
    const QDir directory(m_directory);
    const QStringList files =
        directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    for (qsizetype i = kMostLogs; i < files.size(); ++i) {
        QFile::remove(directory.filePath(files[i]));
    }
}

} // namespace foretop::app
