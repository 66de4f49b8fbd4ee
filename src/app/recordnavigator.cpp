// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordnavigator.h"

#include "app/bookmarkstore.h"
#include "app/levelsearch.h"
#include "app/logstatusline.h"
#include "app/logview.h"
#include "app/momentdialog.h"
#include "app/pageactions.h"
#include "base/partitionpoint.h"
#include "models/logmodel.h"

#include <QAction>
#include <QInputDialog>
#include <QLocale>

#include <algorithm>

namespace foretop::app {

namespace {

using models::LogModel;

} // namespace

RecordNavigator::RecordNavigator(PageActions &actions, LogView &view, LogModel &model,
                                 LogStatusLine &status, BookmarkStore &bookmarks, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
    , m_status(status)
    , m_bookmarks(bookmarks)
    , m_levelSearch(new LevelSearch(this))
{
    addActions(actions);
    connect(m_levelSearch, &LevelSearch::found, &view, &LogView::goToRow);
    connect(m_levelSearch, &LevelSearch::notFound, this, [this](LevelSearch::Direction direction) {
        m_status.showOutcome(direction == LevelSearch::Direction::Forward
                                 ? tr("There is no later error.")
                                 : tr("There is no earlier error."));
    });
}

void RecordNavigator::addActions(PageActions &actions)
{
    const auto add = [&](const ActionSpec &spec, const auto &what) {
        connect(actions.add(spec), &QAction::triggered, this, what);
    };
    add({.name = QStringLiteral("toggleBookmark"),
         .text = tr("Bookmark"),
         .hint = tr("Mark the chosen record, or remove its mark"),
         .shortcuts = {Qt::CTRL | Qt::Key_B},
         .icon = QStringLiteral("bookmark")},
        [this] { toggleBookmark(); });
    add({.name = QStringLiteral("noteBookmark"),
         .text = tr("Note on bookmark\u2026"),
         .hint = tr("Mark the chosen record and write a note to it"),
         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_B}},
        [this] {
            if (!m_bookmarks.isMarked(m_key, currentRecord())) {
                toggleBookmark();
            }
            Q_EMIT noteRequested(currentRecord());
        });
    add({.name = QStringLiteral("nextBookmark"),
         .text = tr("Next bookmark"),
         .hint = tr("Go to the bookmark after this record"),
         .shortcuts = {Qt::Key_F2}},
        [this] { findBookmark(true); });
    add({.name = QStringLiteral("previousBookmark"),
         .text = tr("Previous bookmark"),
         .hint = tr("Go to the bookmark before this record"),
         .shortcuts = {Qt::SHIFT | Qt::Key_F2}},
        [this] { findBookmark(false); });
    add({.name = QStringLiteral("goToTime"),
         .text = tr("Go to time\u2026"),
         .hint = tr("Go to the first record at or after a moment"),
         .shortcuts = {Qt::CTRL | Qt::Key_L}},
        [this] { askForTime(); });
    add({.name = QStringLiteral("goToLine"),
         .text = tr("Go to line\u2026"),
         .hint = tr("Go to the record of a line of the file, or by its number"),
         .shortcuts = {Qt::CTRL | Qt::Key_G}},
        [this] { askForLine(); });
}

void RecordNavigator::cancel()
{
    m_levelSearch->cancel();
}

void RecordNavigator::findError(bool forward)
{
    const int current = m_view.currentIndex().row();
    const int rows = m_model.rowCount();
    const int shown = m_view.isFollowing() ? rows : m_view.indexAt({1, 1}).row();
    const int from = current >= 0 ? current : (forward ? shown - 1 : shown);
    m_levelSearch->start(&m_model, from,
                         forward ? LevelSearch::Direction::Forward
                                 : LevelSearch::Direction::Backward,
                         logs::Level::Error);
}

int RecordNavigator::rowFrom(quint64 record) const
{
    return partitionPoint(m_model.rowCount(),
                          [&](int row) { return m_model.recordAt(row) < record; });
}

bool RecordNavigator::goToRecord(quint64 number)
{
    const int row = rowFrom(number);
    if (row >= m_model.rowCount()) {
        return false;
    }
    m_view.goToRow(row);
    return true;
}

void RecordNavigator::goToTime(const QDateTime &time)
{
    const int row = m_model.rowAtTime(time);
    if (row < 0) {
        m_status.showOutcome(tr("No record at that time or later is shown."));
        return;
    }
    m_view.goToRow(row);
    m_view.setFocus();
}

void RecordNavigator::askForTime()
{
    QDateTime start = m_view.currentIndex().data(LogModel::TimeRole).toDateTime();
    if (!start.isValid()) {
        start = m_view.indexAt({1, 1}).data(LogModel::TimeRole).toDateTime();
    }
    MomentDialog dialog(start.isValid() ? start : QDateTime::currentDateTime(), m_utc, &m_view);
    if (dialog.exec() == QDialog::Accepted) {
        goToTime(dialog.moment());
    }
}

void RecordNavigator::askForLine()
{
    const auto snapshot = m_model.snapshot();
    const bool hasLines = snapshot && snapshot->recordOfLine(0);
    bool ok = false;
    const QString typed =
        QInputDialog::getText(&m_view, tr("Go to line"),
                              hasLines ? tr("Number of the line in the file, from 1:")
                                       : tr("Number of the record, from 1:"),
                              QLineEdit::Normal, {}, &ok)
            .remove(u',')
            .trimmed();
    if (!ok || typed.isEmpty()) {
        return;
    }
    const quint64 number = typed.toULongLong();
    auto record = number > 0 ? std::optional(number - 1) : std::nullopt;
    if (record && hasLines) {
        const auto ofLine = snapshot->recordOfLine(*record);
        record = ofLine ? std::optional<quint64>(ofLine->value()) : std::nullopt;
    }
    if (!record || !goToRecord(*record)) {
        m_status.showOutcome(hasLines
                                 ? tr("There is no line %1, or neither its record nor a later one "
                                      "is shown.")
                                       .arg(typed.left(30))
                                 : tr("No record %1 or later is shown.").arg(typed.left(30)));
    }
}

quint64 RecordNavigator::currentRecord() const
{
    return m_view.currentIndex().data(LogModel::RecordNumberRole).toULongLong();
}

void RecordNavigator::toggleBookmark()
{
    const QModelIndex current = m_view.currentIndex();
    if (!current.isValid()) {
        m_status.showOutcome(tr("Choose a record to mark first."));
        return;
    }
    const quint64 record = currentRecord();
    if (m_bookmarks.isMarked(m_key, record)) {
        m_bookmarks.remove(m_key, record);
        return;
    }
    const QString text =
        current.siblingAtColumn(LogModel::MessageColumn).data(Qt::DisplayRole).toString();
    if (!m_bookmarks.put(m_key, {record, text, {}})) {
        m_status.showOutcome(tr("The bookmark could not be kept."));
    }
}

void RecordNavigator::findBookmark(bool forward)
{
    const auto bookmarks = m_bookmarks.of(m_key);
    const bool none = !m_view.currentIndex().isValid();
    const quint64 from = currentRecord();
    const auto go = [&](const Bookmark &bookmark) {
        const bool isBeyond = none || (forward ? bookmark.record > from : bookmark.record < from);
        const int row = isBeyond ? m_model.rowOfRecord(bookmark.record) : -1;
        if (row >= 0) {
            m_view.goToRow(row);
        }
        return row >= 0;
    };
    const bool found = forward ? std::any_of(bookmarks.begin(), bookmarks.end(), go)
                               : std::any_of(bookmarks.rbegin(), bookmarks.rend(), go);
    if (!found) {
        m_status.showOutcome(forward ? tr("There is no later bookmark among what is shown.")
                                     : tr("There is no earlier bookmark among what is shown."));
    }
}

} // namespace foretop::app
