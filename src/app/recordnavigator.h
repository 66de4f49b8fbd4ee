// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace foretop::models {
class LogModel;
} // namespace foretop::models

namespace foretop::app {

class BookmarkStore;
class LevelSearch;
class LogStatusLine;
class LogView;
class PageActions;

/// Goes through the records of a log view: from error to error, bookmark to bookmark, to a time, to
/// a record.
class RecordNavigator : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    RecordNavigator(PageActions &actions, LogView &view, models::LogModel &model,
                    LogStatusLine &status, BookmarkStore &bookmarks, QObject *parent);

    /// The log whose bookmarks are meant; shown times are in UTC.
    void setKey(const QString &key) { m_key = key; }
    void setUtcShown(bool utc) { m_utc = utc; }
    void cancel();
    void findError(bool forward);
    /// The row of record @p number, or the next one shown; false when there is none.
    bool goToRecord(quint64 number);
    void goToTime(const QDateTime &time);

Q_SIGNALS:
    void noteRequested(quint64 record);

private:
    void addActions(PageActions &actions);
    void askForTime();
    void askForLine();
    void toggleBookmark();
    void findBookmark(bool forward);
    quint64 currentRecord() const;
    int rowFrom(quint64 record) const;

    LogView &m_view;
    models::LogModel &m_model;
    LogStatusLine &m_status;
    BookmarkStore &m_bookmarks;
    LevelSearch *m_levelSearch;
    QString m_key;
    bool m_utc = false;
};

} // namespace foretop::app
