// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarkpane.h"

#include "app/bookmarkstore.h"
#include "app/pageactions.h"
#include "app/summarylist.h"

#include <QAction>
#include <QBoxLayout>
#include <QInputDialog>
#include <QLocale>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kRecordRole = Qt::UserRole;

} // namespace

BookmarkPane::BookmarkPane(BookmarkStore &bookmarks, PageActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_bookmarks(bookmarks)
    , m_model(new QStandardItemModel(this))
    , m_list(new SummaryList(this))
{
    setObjectName(QStringLiteral("bookmarkPane"));
    m_list->setObjectName(QStringLiteral("bookmarkList"));
    m_list->setAccessibleName(tr("Bookmarks"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(false);
    m_list->setEmptyText(tr("No bookmarks. Ctrl+B marks the chosen record."));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    QAction *note = actions.add({.name = QStringLiteral("bookmarkNote"),
                                 .text = tr("Note\u2026"),
                                 .hint = tr("Write a note to this bookmark"),
                                 .shortcuts = {Qt::Key_N},
                                 .icon = QStringLiteral("details"),
                                 .scope = m_list});
    QAction *remove = actions.add({.name = QStringLiteral("removeBookmark"),
                                   .text = tr("Remove bookmark"),
                                   .hint = tr("Remove this bookmark and its note"),
                                   .shortcuts = {QKeySequence::Delete},
                                   .icon = QStringLiteral("minus"),
                                   .scope = m_list});
    connect(note, &QAction::triggered, this, [this] { editNote(currentRecord()); });
    connect(remove, &QAction::triggered, this,
            [this] { m_bookmarks.remove(m_key, currentRecord()); });
    connect(m_list, &QAbstractItemView::activated, this,
            [this] { Q_EMIT recordRequested(currentRecord()); });
    connect(m_list, &QAbstractItemView::clicked, this,
            [this] { Q_EMIT recordRequested(currentRecord()); });
    connect(&bookmarks, &BookmarkStore::changed, this, [this](const QString &key) {
        if (key == m_key) {
            show();
        }
    });
    auto *row = new QHBoxLayout;
    row->addWidget(PageActions::button(note, Qt::ToolButtonTextBesideIcon, this));
    row->addWidget(PageActions::button(remove, Qt::ToolButtonIconOnly, this));
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
}

void BookmarkPane::setKey(const QString &key)
{
    m_key = key;
    show();
}

void BookmarkPane::show()
{
    const int row = m_list->currentIndex().row();
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
    m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
}

quint64 BookmarkPane::currentRecord() const
{
    return m_list->currentIndex().data(kRecordRole).toULongLong();
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
