// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stores.h"

namespace foretop::session {

namespace {

/// Appends each kind of items to its store.
struct Appender
{
    Stores &stores;
    const std::string &source;

    Change operator()(const std::vector<health::Report> &reports) const
    {
        for (const health::Report &report : reports) {
            stores.health.append(source, report);
        }
        return Change::Health;
    }
    Change operator()(const feeds::MetricsBatch &batch) const
    {
        stores.metrics.describe(batch.families);
        stores.metrics.append(source, batch.samples);
        return Change::Metrics;
    }
    Change operator()(const std::vector<logs::Record> &records) const
    {
        stores.logs.append(records);
        return Change::Logs;
    }
    Change operator()(const std::vector<jobs::Job> &updates) const
    {
        for (const jobs::Job &job : updates) {
            stores.jobs.append(source, job);
        }
        return Change::Jobs;
    }
    Change operator()(const std::vector<errors::ErrorEvent> &events) const
    {
        for (const errors::ErrorEvent &event : events) {
            stores.errors.append(source, event);
        }
        return Change::Errors;
    }
};

} // namespace

Stores::Stores(const Session::Limits &limits)
    : metrics(limits.metricBytes)
    , logs(limits.logBytes)
{
}

Change Stores::append(const std::string &source, const feeds::Items &items)
{
    return std::visit(Appender{*this, source}, items);
}

void Stores::appendLogGap(const std::string &source, std::uint64_t count, const std::string &reason)
{
    logs::Record gap;
    gap.kind = logs::RecordKind::Gap;
    gap.source = source;
    gap.message = (count == 0 ? "an unknown number of" : std::to_string(count)) +
                  (count == 1 ? " record lost" : " records lost");
    if (!reason.empty()) {
        gap.message += ": " + reason;
    }
    gap.raw = gap.message;
    logs.append({&gap, 1});
}

} // namespace foretop::session
