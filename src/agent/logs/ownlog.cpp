// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/ownlog.h"

#include "logging/logging.h"

namespace foretop::agent {

OwnLog::OwnLog(LogIntake &intake, QObject *parent)
    : QObject(parent)
    , m_intake(intake)
    , m_listener(logging::addListener([this](const std::string &record) { hear(record); }))
{
}

OwnLog::~OwnLog()
{
    logging::removeListener(m_listener);
}

void OwnLog::hear(const std::string &record)
{
    m_records.push(record, record.size());
    if (!m_woken.exchange(true)) {
        QMetaObject::invokeMethod(this, &OwnLog::drain, Qt::QueuedConnection);
    }
}

void OwnLog::drain()
{
    // Before taking: a record that comes in between wakes once too often, never too seldom.
    m_woken = false;
    std::vector<feeds::PublishedItem> items;
    for (auto &record : m_records.takeAll()) {
        items.push_back({.seq = {}, .item = std::move(record), .cursor = {}, .lost = {}});
    }
    if (const auto dropped = m_records.dropped(); dropped > m_droppedTold) {
        m_intake.noteDropped(dropped - m_droppedTold);
        m_droppedTold = dropped;
    }
    if (!items.empty()) {
        m_intake.publish(std::move(items));
    }
}

void OwnLog::fillMetrics(FamilyBuilder &out) const
{
    out.counter("foretopd_own_log_dropped_total",
                "Own log records that were not published because too many waited.",
                static_cast<double>(m_records.dropped()));
}

} // namespace foretop::agent
