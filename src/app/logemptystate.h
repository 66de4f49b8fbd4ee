// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/emptystate.h"

namespace foretop::session {
class Session;
} // namespace foretop::session

namespace foretop::app {

/// Why a log view may have no rows.
struct LogEmptiness
{
    bool hasSession = false;
    int sources = 0;      ///< of logs, in the session
    QStringList problems; ///< "web-1: connection refused", for each whose link is down
    bool searching = false;
    bool loading = false; ///< files are being read
    bool anyHeld = false; ///< there are records, but the filter lets none through
    QString text;
    bool allLevels = true;
    bool anyLevel = true;
    bool allTimes = true;
    QString fixedAt; ///< the cursor's moment; empty when live

    /// What @p session, which may be null, has to do with it.
    void takeSources(const session::Session *session);
    bool operator==(const LogEmptiness &) const = default;
};

/// Says why there are no records, and offers what brings some.
class LogEmptyState : public EmptyState
{
    Q_OBJECT

public:
    explicit LogEmptyState(QWidget *parent);

    void describe(const LogEmptiness &emptiness);
    /// The log is of files, not of the environment's feeds.
    void setFileShown(bool file) { m_isFile = file; }

Q_SIGNALS:
    void clearTextRequested();
    void allLevelsRequested();
    void allTimesRequested();
    void liveRequested();

private:
    void describeNoRecords(const LogEmptiness &emptiness);
    void describeNoMatch(const LogEmptiness &emptiness);

    LogEmptiness m_described;
    bool m_isFile = false;
};

} // namespace foretop::app
