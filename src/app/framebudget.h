// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QVector>
#include <QWidget>

#include <chrono>

namespace foretop::app {

/// Shares out the time in which the pictures of a page may be drawn anew in one turn of the event
/// loop, so that a frame stays short when all of them change. Who does not get its turn shows what
/// it has and is first in the next. GUI thread.
class FrameBudget : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kTurn{4};

    FrameBudget();
    /// Whether @p widget may draw now; otherwise it is repainted in a later turn.
    bool admits(QWidget *widget);
    void spend(std::chrono::nanoseconds time);

private:
    void beginTurn();

    QTimer m_nextTurn;
    std::chrono::nanoseconds m_spent{0};
    QVector<QPointer<QWidget>> m_waiting;
    QVector<QPointer<QWidget>> m_first; ///< waited in the turn before
};

} // namespace foretop::app
