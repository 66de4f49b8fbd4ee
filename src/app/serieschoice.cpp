// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serieschoice.h"

namespace foretop::app {

namespace {

void flip(QSet<QString> &set, const QString &key)
{
    if (!set.remove(key)) {
        set.insert(key);
    }
}

} // namespace

QString SeriesChoice::keyOf(const models::PanelSeries &series)
{
    return QString::number(series.target) + u' ' + series.label;
}

bool SeriesChoice::isShown(const models::PanelSeries &series) const
{
    const QString key = keyOf(series);
    return m_only ? m_only->contains(key) : !m_hidden.contains(key);
}

bool SeriesChoice::isIsolated(const models::PanelSeries &series) const
{
    return m_only && m_only->size() == 1 && m_only->contains(keyOf(series));
}

void SeriesChoice::isolate(const models::PanelSeries &series)
{
    if (isIsolated(series)) {
        clear();
        return;
    }
    m_only = {keyOf(series)};
    Q_EMIT changed();
}

void SeriesChoice::toggle(const models::PanelSeries &series)
{
    flip(m_only ? *m_only : m_hidden, keyOf(series));
    if (m_only && m_only->isEmpty()) {
        m_only.reset();
    }
    Q_EMIT changed();
}

void SeriesChoice::clear()
{
    m_only.reset();
    m_hidden.clear();
    Q_EMIT changed();
}

} // namespace foretop::app
