// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sessionmodel.h"

#include "session/session.h"
#include "session/timecursor.h"

namespace foretop::models {

SessionModel::SessionModel(QObject *parent, Milliseconds interval)
    : QAbstractTableModel(parent)
{
    m_interval.setSingleShot(true);
    m_interval.setInterval(interval);
    connect(&m_interval, &QTimer::timeout, this, [this] {
        if (m_refreshWaits) {
            requestRefresh();
        }
    });
}

void SessionModel::setSession(session::Session *session, session::TimeCursor *cursor)
{
    beginResetModel();
    if (m_session) {
        m_session->disconnect(this);
    }
    if (m_cursor) {
        m_cursor->disconnect(this);
    }
    m_session = session;
    m_cursor = cursor;
    m_interval.stop();
    m_refreshWaits = false;
    clear();
    endResetModel();
    if (!session) {
        return;
    }
    connect(session, &QObject::destroyed, this, [this] { setSession(nullptr, nullptr); });
    connectSession(*session);
    if (cursor) {
        connect(cursor, &QObject::destroyed, this, [this] { setSession(nullptr, nullptr); });
        connect(cursor, &session::TimeCursor::changed, this, [this] { refresh(); });
    }
    refresh();
}

session::Session *SessionModel::session() const
{
    return m_session;
}

session::TimeCursor *SessionModel::cursor() const
{
    return m_cursor;
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    return m_titles.value(section).value(role == Qt::EditRole ? Qt::DisplayRole : role);
}

bool SessionModel::setHeaderData(int section, Qt::Orientation orientation, const QVariant &value,
                                 int role)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return false;
    }
    m_titles[section][role == Qt::EditRole ? Qt::DisplayRole : role] = value;
    Q_EMIT headerDataChanged(orientation, section, section);
    return true;
}

void SessionModel::requestRefresh()
{
    m_refreshWaits = m_interval.isActive();
    if (!m_refreshWaits && m_session) {
        if (m_interval.interval() > 0) {
            m_interval.start();
        }
        refresh();
    }
}

std::optional<WallTime> SessionModel::asOf() const
{
    return m_cursor ? m_cursor->asOf() : std::nullopt;
}

WallTime SessionModel::shownTime() const
{
    return asOf().value_or(m_session ? m_session->clock().wallNow() : WallTime{});
}

void SessionModel::tellChanged(const std::vector<int> &changedRows)
{
    tellChanged(changedRows, 0, columnCount() - 1);
}

void SessionModel::tellChanged(const std::vector<int> &changedRows, int firstColumn, int lastColumn)
{
    for (const RowRange &range : rangesOf(changedRows)) {
        Q_EMIT dataChanged(index(range.first, firstColumn), index(range.last(), lastColumn));
    }
}

void SessionModel::reorder(const std::vector<int> &order, const std::function<void()> &permute)
{
    Q_EMIT layoutAboutToBeChanged();
    std::vector<int> newRows(order.size());
    for (std::size_t row = 0; row < order.size(); ++row) {
        newRows[static_cast<std::size_t>(order[row])] = static_cast<int>(row);
    }
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        after.append(index(newRows[static_cast<std::size_t>(old.row())], old.column()));
    }
    permute();
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

} // namespace foretop::models
