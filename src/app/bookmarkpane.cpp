// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarkpane.h"

#include "app/bookmarkstore.h"
#include "app/pageactions.h"
#include "app/summarylist.h"

#include <QAction>
#include <QInputDialog>
#include <QLocale>
#include <QStandardItemModel>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kRecordRole = Qt::UserRole;

} // namespace

BookmarkPane::BookmarkPane(BookmarkStore &bookmarks, PageActions &actions, QWidget *parent)
    : ListPane(QStringLiteral("bookmark"), tr("Bookmarks"), parent)
    , m_bookmarks(bookmarks)
    , m_model(new QStandardItemModel(this))
{
    list()->setModel(m_model);
    list()->setUniformItemSizes(false);
    list()->setEmptyText(tr("No bookmarks. Ctrl+B marks the chosen record."));
    QAction *note = actions.add({.name = QStringLiteral("bookmarkNote"),
                                 .text = tr("Note\u2026"),
                                 .hint = tr("Write a note to this bookmark"),
                                 .shortcuts = {Qt::Key_N},
                                 .icon = QStringLiteral("details"),
                                 .scope = list()});
    QAction *remove = actions.add({.name = QStringLiteral("removeBookmark"),
                                   .text = tr("Remove bookmark"),
                                   .hint = tr("Remove this bookmark and its note"),
                                   .shortcuts = {QKeySequence::Delete},
                                   .icon = QStringLiteral("minus"),
                                   .scope = list()});
    connect(note, &QAction::triggered, this, [this] { editNote(currentRecord()); });
    connect(remove, &QAction::triggered, this,
            [this] { m_bookmarks.remove(m_key, currentRecord()); });
    connect(list(), &QAbstractItemView::activated, this,
            [this] { Q_EMIT recordRequested(currentRecord()); });
    connect(list(), &QAbstractItemView::clicked, this,
            [this] { Q_EMIT recordRequested(currentRecord()); });
    connect(&bookmarks, &BookmarkStore::changed, this, [this](const QString &key) {
        if (key == m_key) {
            show();
        }
    });
    addButton(note, Qt::ToolButtonTextBesideIcon);
    addButton(remove, Qt::ToolButtonIconOnly);
}

void BookmarkPane::setKey(const QString &key)
{
    m_key = key;
    show();
}

void BookmarkPane::show()
{
    const int row = list()->currentIndex().row();
    m_model->clear();
    const auto bookmarks = m_bookmarks.of(m_key);
    for (const Bookmark &bookmark : bookmarks) {
        QString text =
            QStringLiteral("%1  %2").arg(QLocale().toString(bookmark.record + 1), bookmark.text);
        if (!bookmark.note.isEmpty()) {
            text += QStringLiteral("\n\u270e ") + bookmark.note;
        }
        auto *item = new QStandardItem(text);
        item->setData(qulonglong(bookmark.record), kRecordRole);
        item->setToolTip(text);
        m_model->appendRow(item);
    }
    list()->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
}

quint64 BookmarkPane::currentRecord() const
{
    return list()->currentIndex().data(kRecordRole).toULongLong();
}

void BookmarkPane::editNote(quint64 record)
{
    const auto bookmarks = m_bookmarks.of(m_key);
    const auto marked =
        std::find_if(bookmarks.begin(), bookmarks.end(),
                     [record](const Bookmark &bookmark) { return bookmark.record == record; });
    if (marked == bookmarks.end()) {
        return;
    }
    bool ok = false;
    Bookmark changed = *marked;
    changed.note =
        QInputDialog::getMultiLineText(this, tr("Note"), changed.text, changed.note, &ok);
    if (ok) {
        m_bookmarks.put(m_key, changed);
    }
}

} // namespace foretop::app
