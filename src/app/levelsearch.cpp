// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/levelsearch.h"

#include "models/logmodel.h"

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kSliceRows = 10'000;

} // namespace

LevelSearch::LevelSearch(QObject *parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &LevelSearch::lookThroughSlice);
}

void LevelSearch::start(const QAbstractItemModel *model, int fromRow, Direction direction,
                        logs::Level least)
{
    cancel();
    m_direction = direction;
    m_least = least;
    const int first = direction == Direction::Forward ? fromRow + 1 : fromRow - 1;
    m_at = model->index(first, 0);
    if (!m_at.isValid()) {
        Q_EMIT notFound(direction);
        return;
    }
    lookThroughSlice();
}

void LevelSearch::cancel()
{
    m_next.stop();
    m_at = QModelIndex();
}

void LevelSearch::lookThroughSlice()
{
    if (!m_at.isValid()) { // the row went in the meantime
        Q_EMIT notFound(m_direction);
        return;
    }
    const QAbstractItemModel *model = m_at.model();
    const int step = m_direction == Direction::Forward ? 1 : -1;
    const int end = std::clamp(m_at.row() + step * kSliceRows, -1, model->rowCount());
    for (int row = m_at.row(); row != end; row += step) {
        const int level = model->index(row, 0).data(models::LogModel::LevelRole).toInt();
        if (level >= int(m_least)) {
            cancel();
            Q_EMIT found(row);
            return;
        }
    }
    m_at = model->index(end, 0);
    if (m_at.isValid()) {
        m_next.start();
    } else {
        Q_EMIT notFound(m_direction);
    }
}

} // namespace foretop::app
