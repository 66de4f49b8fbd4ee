// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/checks/checkrunner.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::agent {
namespace {

std::string durationText(Milliseconds duration)
{
    return duration < Milliseconds(1000)
               ? fmt::format("{} ms", duration.count())
               : fmt::format("{:.3g} s", static_cast<double>(duration.count()) / 1000);
}

} // namespace

struct CheckRunner::Entry
{
    CheckConfig config;
    std::unique_ptr<Check> check;
    health::Check result;
    QTimer interval;
    QTimer timeout;
    bool waiting = false; ///< for the result of a probe
    SteadyTime startedAt{};
};

CheckRunner::CheckRunner(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

CheckRunner::~CheckRunner() = default;

void CheckRunner::add(const CheckConfig &config, std::unique_ptr<Check> check)
{
    auto entry = std::make_unique<Entry>();
    entry->config = config;
    entry->check = std::move(check);
    entry->result.name = config.name;
    entry->result.message = "not checked yet";
    entry->timeout.setSingleShot(true);
    Entry &added = *entry;
    connect(&entry->interval, &QTimer::timeout, this, [this, &added] { tick(added); });
    connect(&entry->timeout, &QTimer::timeout, this, [this, &added] { timeOut(added); });
    m_entries.push_back(std::move(entry));
}

void CheckRunner::start()
{
    for (const auto &entry : m_entries) {
        entry->interval.start(entry->config.interval);
        tick(*entry);
    }
}

std::vector<health::Check> CheckRunner::results() const
{
    std::vector<health::Check> results;
    results.reserve(m_entries.size());
    for (const auto &entry : m_entries) {
        results.push_back(entry->result);
    }
    return results;
}

bool CheckRunner::allProbed() const
{
    return std::all_of(m_entries.begin(), m_entries.end(), [](const auto &entry) {
        return entry->result.status != health::Status::Unknown;
    });
}

Milliseconds CheckRunner::shortestInterval() const
{
    Milliseconds shortest = CheckConfig().interval;
    for (const auto &entry : m_entries) {
        shortest = std::min(shortest, entry->config.interval);
    }
    return shortest;
}

void CheckRunner::tick(Entry &entry)
{
    if (entry.waiting) {
        return;
    }
    if (entry.check->busy()) {
        finish(entry,
               {.status = health::Status::Unhealthy,
                .message = fmt::format("the probe hangs, no answer for {}",
                                       durationText(m_clock.steadyNow() - entry.startedAt))});
        return;
    }
    entry.startedAt = m_clock.steadyNow();
    entry.waiting = true;
    entry.timeout.start(entry.config.timeout);
    entry.check->probe([this, &entry](ProbeResult found) { finish(entry, std::move(found)); });
}

void CheckRunner::timeOut(Entry &entry)
{
    entry.check->cancel();
    finish(entry,
           {.status = health::Status::Unhealthy,
            .message = fmt::format("no answer within {}", durationText(entry.config.timeout))});
}

void CheckRunner::finish(Entry &entry, ProbeResult found)
{
    entry.timeout.stop();
    entry.waiting = false;
    const auto before = entry.result.status;
    entry.result.status = found.status;
    entry.result.message = std::move(found.message);
    entry.result.observed = std::move(found.observed);
    entry.result.latencyMs = static_cast<double>((m_clock.steadyNow() - entry.startedAt).count());
    Q_EMIT probed(entry.result);
    if (before != found.status) {
        Q_EMIT statusChanged();
    }
}

} // namespace foretop::agent
