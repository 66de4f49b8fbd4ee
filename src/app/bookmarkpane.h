// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/listpane.h"

class QStandardItemModel;

namespace foretop::app {

class BookmarkStore;
class PageActions;

/// The bookmarks of one log with their notes.
class BookmarkPane : public ListPane
{
    Q_OBJECT

public:
    /// @p bookmarks and @p actions must outlive the pane.
    BookmarkPane(BookmarkStore &bookmarks, PageActions &actions, QWidget *parent);

    /// The log whose bookmarks are shown.
    void setKey(const QString &key);
    void editNote(quint64 record);

Q_SIGNALS:
    void recordRequested(quint64 record);

private:
    void show();
    quint64 currentRecord() const;

    BookmarkStore &m_bookmarks;
    QString m_key;
    QStandardItemModel *m_model;
};

} // namespace foretop::app
