// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelanswer.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace foretop::app {

/// Which series of a panel the person wants to see, by what stays the same from answer to answer.
/// Holds no more than the person has clicked on. GUI thread.
class SeriesChoice : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isShown(const models::PanelSeries &series) const;
    /// Whether it is the only one that was chosen.
    bool isIsolated(const models::PanelSeries &series) const;
    /// Shows @p series alone, or all when it is alone already.
    void isolate(const models::PanelSeries &series);
    /// Hides what is shown and shows what is hidden.
    void toggle(const models::PanelSeries &series);
    void clear();

Q_SIGNALS:
    void changed();

private:
    static QString keyOf(const models::PanelSeries &series);

    std::optional<QSet<QString>> m_only; ///< without it all but m_hidden
    QSet<QString> m_hidden;
};

} // namespace foretop::app
