// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/logintake.h"
#include "agent/metrics/familybuilder.h"
#include "base/boundedqueue.h"

#include <QObject>

#include <atomic>

namespace foretop::agent {

/// Publishes this process's own log records. What they wait in is bounded; when publishing is
/// slower than logging, the oldest go and are counted. One thread, but for the listener.
class OwnLog : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kQueueBytes = 1U << 20;

    /// @p intake must outlive this.
    explicit OwnLog(LogIntake &intake, QObject *parent = nullptr);
    ~OwnLog() override;

    void fillMetrics(FamilyBuilder &out) const;

private:
    void hear(const std::string &record);
    void drain();

    LogIntake &m_intake;
    BoundedQueue<std::string> m_records{kQueueBytes};
    std::atomic<bool> m_woken = false; ///< drain() is on its way
    std::uint64_t m_droppedTold = 0;
    int m_listener = 0;
};

} // namespace foretop::agent
