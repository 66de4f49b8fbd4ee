// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framebudget.h"

namespace foretop::app {

FrameBudget::FrameBudget()
{
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &FrameBudget::beginTurn);
}

bool FrameBudget::admits(QWidget *widget)
{
    const bool isLate = !m_first.isEmpty() && !m_first.contains(widget);
    if (m_spent < kTurn && !isLate) {
        m_first.removeOne(widget);
        return true;
    }
    if (!m_waiting.contains(widget)) {
        m_waiting << widget;
    }
    m_nextTurn.start(0);
    return false;
}

void FrameBudget::spend(std::chrono::nanoseconds time)
{
    m_spent += time;
    m_nextTurn.start(0);
}

void FrameBudget::beginTurn()
{
    m_spent = {};
    m_first = std::exchange(m_waiting, {});
    m_first.removeAll(nullptr);
    for (QWidget *widget : std::as_const(m_first)) {
        widget->update();
    }
}

} // namespace foretop::app
