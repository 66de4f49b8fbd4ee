// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "agent/checks/check.h"
#include "health/report.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace foretop::agent {

/// Runs checks at their intervals, bounds the time of each probe and keeps what it found last.
/// One probe of a check at a time: while one hangs, no further one is started. One thread.
class CheckRunner : public QObject
{
    Q_OBJECT

public:
    /// @p clock must outlive the runner.
    explicit CheckRunner(const Clock &clock, QObject *parent = nullptr);
    ~CheckRunner() override;

    /// Adds a check; call before start().
    void add(const CheckConfig &config, std::unique_ptr<Check> check);
    /// Probes everything now and then at the intervals.
    void start();

    /// What each check found last, in the order of add(); Unknown before its first probe.
    std::vector<health::Check> results() const;
    /// Whether every check has been probed at least once.
    bool allProbed() const;
    /// The shortest interval of all checks.
    Milliseconds shortestInterval() const;

Q_SIGNALS:
    /// A probe ended, or timed out.
    void probed(const foretop::health::Check &result);
    /// As probed(), when the status is another than before.
    void statusChanged();

private:
    struct Entry;

    void tick(Entry &entry);
    void timeOut(Entry &entry);
    void finish(Entry &entry, ProbeResult found);

    const Clock &m_clock;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace foretop::agent
