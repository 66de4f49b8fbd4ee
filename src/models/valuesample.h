// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "base/taskthread.h"
#include "logs/facets.h"
#endif

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace foretop::models {

class LogModel;

/// The values that a field has in the newest records of a log, whatever its query finds, for
/// completion. Counted by a worker when they are asked for. GUI thread.
class ValueSample : public QObject
{
    Q_OBJECT

public:
    static constexpr std::uint64_t kRecords = 50'000; ///< looked at
    static constexpr std::size_t kMostValues = 1'000;

    /// @p model must outlive it.
    explicit ValueSample(LogModel *model, QObject *parent = nullptr);
    ~ValueSample() override;

    /// Counts the values of @p field, as in a query, unless that was done or is under way.
    void want(const QString &field);
    /// Of the last field wanted that could be counted; empty before.
    const std::optional<logs::Facet> &facet() const { return m_facet; }
    /// Whether the log has more records than were looked at.
    bool isPart() const { return m_isPart; }

Q_SIGNALS:
    void changed();

private:
    struct Run;

    void poll();
    void forget();
    void stop();

    LogModel *const m_model;
    std::string m_field;
    logs::RecordNumber m_countedTo;
    std::optional<logs::Facet> m_facet;
    bool m_isPart = false;
    std::shared_ptr<Run> m_run; // polled while it is under way
    QTimer m_poll;
    TaskThread m_thread;
};

} // namespace foretop::models
