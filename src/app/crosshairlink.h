// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace foretop::app {

/// The moment under the pointer, shared by all charts of a page. GUI thread.
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

Q_SIGNALS:
    void moved();

private:
    std::optional<qint64> m_moment;
};

} // namespace foretop::app
