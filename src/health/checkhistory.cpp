// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/checkhistory.h"

#include <algorithm>

namespace foretop::health {
namespace {

bool isUp(Status status)
{
    return status == Status::Healthy || status == Status::Degraded;
}

/// The last of @p items that is not after @p time (the very last without one), or end.
auto lastUpTo(const auto &items, std::optional<WallTime> time)
{
    const auto after = time ? std::upper_bound(items.begin(), items.end(), *time,
                                               [](WallTime t, const auto &i) { return t < i.time; })
                            : items.end();
    return after == items.begin() ? items.end() : std::prev(after);
}

} // namespace

CheckHistory::CheckHistory()
    : m_bytes(sizeof(CheckHistory))
{
}

std::size_t CheckHistory::bytesOf(const Detail &detail)
{
    std::size_t bytes = sizeof(Detail) + detail.message.size();
    for (const auto &[name, text] : detail.observed) {
        bytes += 2 * sizeof(std::string) + name.size() + text.size();
    }
    return bytes;
}

/// Most probes say what the one before said; they share it.
CheckHistory::DetailPointer CheckHistory::detailOf(const Check &check)
{
    Detail detail{.message = check.message, .observed = check.observed};
    if (!m_probes.empty() && *m_probes.back().detail == detail) {
        return m_probes.back().detail;
    }
    m_bytes += bytesOf(detail);
    return std::make_shared<const Detail>(std::move(detail));
}

void CheckHistory::release(const DetailPointer &detail)
{
    if (detail.use_count() == 1) {
        m_bytes -= bytesOf(*detail);
    }
}

void CheckHistory::add(WallTime time, const Check &check)
{
    m_name = check.name;
    m_updatedAt = std::max(m_updatedAt, time);
    auto detail = detailOf(check);
    if (m_transitions.empty() || m_transitions.back().status != check.status) {
        addTransition(m_updatedAt, check.status, detail);
    }
    m_probes.push_back({m_updatedAt, check.latencyMs, std::move(detail)});
    m_bytes += sizeof(Probe);
    if (m_probes.size() > HealthStore::kLatencies) {
        dropProbe();
    }
}

void CheckHistory::remove(WallTime time)
{
    m_updatedAt = std::max(m_updatedAt, time);
    addTransition(m_updatedAt, std::nullopt, m_probes.back().detail);
}

bool CheckHistory::isRemoved() const
{
    return !m_transitions.empty() && !m_transitions.back().status;
}

void CheckHistory::addTransition(WallTime time, std::optional<Status> status, DetailPointer detail)
{
    Transition next{.time = time, .status = status, .detail = std::move(detail)};
    if (!m_transitions.empty()) {
        const auto &last = m_transitions.back();
        const auto duration = time - last.time;
        const bool wasObserved = last.status && *last.status != Status::Unknown;
        next.observed = last.observed + (wasObserved ? duration : Milliseconds(0));
        next.up = last.up + (wasObserved && isUp(*last.status) ? duration : Milliseconds(0));
    }
    m_transitions.push_back(std::move(next));
    m_bytes += sizeof(Transition);
    if (m_transitions.size() > HealthStore::kMaxTransitions) {
        dropTransition();
    }
}

void CheckHistory::dropTransition()
{
    const auto detail = std::move(m_transitions.front().detail);
    m_transitions.pop_front();
    m_bytes -= sizeof(Transition);
    release(detail);
}

void CheckHistory::dropProbe()
{
    const auto detail = std::move(m_probes.front().detail);
    m_probes.pop_front();
    m_bytes -= sizeof(Probe);
    release(detail);
}

bool CheckHistory::dropOldest()
{
    if (m_probes.size() > 1) {
        dropProbe();
        return true;
    }
    if (m_transitions.size() > 1) {
        dropTransition();
        return true;
    }
    return false;
}

double CheckHistory::uptimeRatio(const Transition &transition, WallTime end)
{
    const bool isObserved = *transition.status != Status::Unknown;
    const auto duration = isObserved ? end - transition.time : Milliseconds(0);
    const auto observed = transition.observed + duration;
    const auto up = transition.up + (isUp(*transition.status) ? duration : Milliseconds(0));
    if (observed.count() == 0) {
        return transition.status == Status::Unhealthy ? 0.0 : 1.0;
    }
    return static_cast<double>(up.count()) / static_cast<double>(observed.count());
}

bool CheckHistory::stateAt(std::optional<WallTime> time, CheckState &state) const
{
    const auto transition = lastUpTo(m_transitions, time);
    if (transition == m_transitions.end() || !transition->status) {
        return false;
    }
    const auto probe = lastUpTo(m_probes, time);
    const bool hasProbe = probe != m_probes.end();
    const auto &detail = hasProbe ? *probe->detail : *transition->detail;
    state.check = {.name = m_name,
                   .status = *transition->status,
                   .latencyMs = hasProbe ? probe->latencyMs : std::nullopt,
                   .message = detail.message,
                   .observed = detail.observed};
    state.since = transition->time;
    state.updatedAt = hasProbe ? probe->time : transition->time;
    state.uptimeRatio = uptimeRatio(*transition, std::min(time.value_or(m_updatedAt), m_updatedAt));
    for (auto at = m_probes.begin(); hasProbe && at != std::next(probe); ++at) {
        if (at->latencyMs) {
            state.latenciesMs.push_back(*at->latencyMs);
        }
    }
    return true;
}

} // namespace foretop::health
