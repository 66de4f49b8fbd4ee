// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/level.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QTimer>

namespace foretop::app {

/// Looks through the rows of a LogModel for the next record of a level, in slices, so that a
/// million rows do not hold the window up. One search at a time; a new one ends the last.
class LevelSearch : public QObject
{
    Q_OBJECT

public:
    explicit LevelSearch(QObject *parent);

    enum class Direction { Forward, Backward };
    /// Looks from the row after (or before) @p fromRow of @p model for @p least or graver.
    void start(const QAbstractItemModel *model, int fromRow, Direction direction,
               logs::Level least);
    void cancel();

Q_SIGNALS:
    void found(int row);
    void notFound(foretop::app::LevelSearch::Direction direction);

private:
    void lookThroughSlice();

    QTimer m_next;
    QPersistentModelIndex m_at; // rows come and go between slices
    Direction m_direction = Direction::Forward;
    logs::Level m_least = logs::Level::Error;
};

} // namespace foretop::app
