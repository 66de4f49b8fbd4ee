// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourceboard.h"

namespace foretop::session {

SourceBoard::SourceBoard(QVector<SourceStatus> statuses)
    : m_statuses(std::move(statuses))
    , m_isChanged(static_cast<std::size_t>(m_statuses.size()), false)
{
}

void SourceBoard::setLink(qsizetype source, const feeds::LinkState &link)
{
    const std::lock_guard lock(m_mutex);
    SourceStatus &status = change(source);
    // Attempts that fail one after the other are one loss: only a change of phase is history.
    if (status.link.phase != link.phase) {
        if (status.earlierLinks.size() == kMaxEarlierLinks) {
            status.earlierLinks.removeFirst();
        }
        status.earlierLinks.append(status.link);
    }
    status.link = link;
}

void SourceBoard::setCounters(qsizetype source, const feeds::LinkCounters &counters)
{
    const std::lock_guard lock(m_mutex);
    change(source).counters = counters;
}

void SourceBoard::setLastError(qsizetype source, const Error &error)
{
    const std::lock_guard lock(m_mutex);
    change(source).lastError = QString::fromStdString(error.text());
}

void SourceBoard::copyChangesTo(QVector<SourceStatus> &statuses)
{
    const std::lock_guard lock(m_mutex);
    for (const qsizetype source : m_changed) {
        statuses[source] = m_statuses.at(source);
        m_isChanged[static_cast<std::size_t>(source)] = false;
    }
    m_changed.clear();
}

SourceStatus &SourceBoard::change(qsizetype source)
{
    const auto index = static_cast<std::size_t>(source);
    if (!m_isChanged[index]) {
        m_isChanged[index] = true;
        m_changed.push_back(source);
    }
    return m_statuses[source];
}

} // namespace foretop::session
