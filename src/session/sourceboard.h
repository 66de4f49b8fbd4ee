// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <mutex>
#include <vector>

namespace foretop::session {

/// The status of every source: written by the worker, copied out by the GUI thread. Sources go by
/// their index in the environment. Thread-safe.
class SourceBoard
{
public:
    explicit SourceBoard(QVector<SourceStatus> statuses);

    void setLink(qsizetype source, const feeds::LinkState &link);
    void setCounters(qsizetype source, const feeds::LinkCounters &counters);
    void setLastError(qsizetype source, const Error &error);

    /// Copies over @p statuses, which has every source, what changed since the last call.
    void copyChangesTo(QVector<SourceStatus> &statuses);

private:
    SourceStatus &change(qsizetype source);

    std::mutex m_mutex; // protects all members below
    QVector<SourceStatus> m_statuses;
    std::vector<bool> m_isChanged;
    std::vector<qsizetype> m_changed; // the sources whose m_isChanged is set, each once
};

} // namespace foretop::session
