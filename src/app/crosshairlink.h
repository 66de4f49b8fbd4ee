// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framebudget.h"
#include "app/zoomhistory.h"

#include <QObject>

#include <optional>

namespace foretop::app {

/// What the charts of a page share: the moment under the pointer, the windows of time to go back
/// to, and the time in which they may draw. GUI thread.
class CrosshairLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// ms since the epoch; nothing: the pointer is on no chart.
    std::optional<qint64> moment() const { return m_moment; }
    void setMoment(std::optional<qint64> moment)
    {
        if (moment != m_moment) {
            m_moment = moment;
            Q_EMIT moved();
        }
    }
    ZoomHistory &zoom() { return m_zoom; }
    FrameBudget &budget() { return m_budget; }

Q_SIGNALS:
    void moved();

private:
    std::optional<qint64> m_moment;
    ZoomHistory m_zoom;
    FrameBudget m_budget;
};

} // namespace foretop::app
