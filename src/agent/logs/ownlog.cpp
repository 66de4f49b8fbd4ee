// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/ownlog.h"

#include "logging/logging.h"

namespace foretop::agent {

void OwnLog::Inbox::put(const std::string &record)
{
    records.push(record, record.size());
    if (woken.exchange(true)) {
        return;
    }
    const std::lock_guard lock(mutex);
    if (owner != nullptr) {
        QMetaObject::invokeMethod(owner, &OwnLog::drain, Qt::QueuedConnection);
    }
}

OwnLog::OwnLog(LogIntake &intake, QObject *parent)
    : QObject(parent)
    , m_intake(intake)
    , m_inbox(std::make_shared<Inbox>())
{
    m_inbox->owner = this;
    m_listener = logging::addListener(
        [inbox = m_inbox](const std::string &record) { inbox->put(record); });
}

OwnLog::~OwnLog()
{
    logging::removeListener(m_listener);
    const std::lock_guard lock(m_inbox->mutex);
    m_inbox->owner = nullptr;
}

void OwnLog::drain()
{
    // Before taking: a record that comes in between wakes once too often, never too seldom.
    m_inbox->woken = false;
    std::vector<feeds::PublishedItem> items;
    for (auto &record : m_inbox->records.takeAll()) {
        items.push_back({.seq = {}, .item = std::move(record), .cursor = {}});
    }
    if (!items.empty()) {
        m_intake.publish(std::move(items));
    }
}

void OwnLog::fillMetrics(FamilyBuilder &out) const
{
    out.counter("foretopd_own_log_dropped_total",
                "Own log records that were not published because too many waited.",
                static_cast<double>(m_inbox->records.dropped()));
}

} // namespace foretop::agent
