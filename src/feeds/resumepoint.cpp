// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/resumepoint.h"

#include <algorithm>
#include <utility>

namespace foretop::feeds {
namespace {

constexpr int kMaxSkipDoublings = 20;

} // namespace

Subscribe ResumePoint::subscribe(const Hello &hello, std::uint64_t backlog,
                                 std::vector<Missed> &missed)
{
    const bool skip = std::exchange(m_skip, false);
    m_fresh = m_epoch.empty();
    if (m_epoch.empty()) {
        m_next = Seq(hello.next.value() - std::min(backlog, hello.next - hello.first));
    } else if (m_epoch != hello.epoch || hello.next < m_next) {
        missed.push_back({.count = 0, .reason = "the server started to number anew"});
        m_next = hello.first;
        m_unreadable = 0;
    } else if (skip) {
        const auto wanted = std::uint64_t(1) << std::min(m_unreadable - 1, kMaxSkipDoublings);
        const auto count = std::min(wanted, hello.next - m_next);
        if (count > 0) {
            missed.push_back({.count = count, .reason = "unreadable"});
            m_next = m_next + count;
        }
    }
    m_epoch = hello.epoch;
    return {.epoch = m_epoch,
            .after = Seq(m_next.value() - 1),
            .backlog = {},
            .minLevel = {},
            .maxFrameBytes = {}};
}

Taken ResumePoint::take(Batch &batch)
{
    Taken taken;
    const Seq from(batch.seq.value() - batch.skipped);
    const Seq end = batch.seq + batch.items.size();
    if (from > m_next) {
        taken.missed.push_back({.count = from - m_next, .reason = "missing"});
    }
    if (batch.dropped > 0) {
        taken.missed.push_back({.count = batch.dropped, .reason = "dropped"});
    }
    if (batch.seq < m_next) {
        taken.duplicates = std::min<std::uint64_t>(m_next - batch.seq, batch.items.size());
        batch.items.erase(batch.items.begin(),
                          batch.items.begin() + static_cast<std::ptrdiff_t>(taken.duplicates));
    }
    moveTo(end);
    return taken;
}

Taken ResumePoint::take(const Gap &gap)
{
    Taken taken;
    if (gap.from > m_next) {
        taken.missed.push_back({.count = gap.from - m_next, .reason = "missing"});
    }
    // Asking for the whole ring of a busy server finds its oldest items gone by then: these were
    // never promised.
    const bool promised = !m_fresh || gap.reason != "evicted";
    if (gap.to >= m_next && promised) {
        taken.missed.push_back(
            {.count = gap.to - std::max(gap.from, m_next) + 1, .reason = gap.reason});
    }
    moveTo(gap.to + 1);
    return taken;
}

void ResumePoint::moveTo(Seq next)
{
    m_fresh = false;
    if (next > m_next) {
        m_next = next;
        m_unreadable = 0;
    }
}

void ResumePoint::skipUnreadable()
{
    ++m_unreadable;
    m_skip = true;
}

} // namespace foretop::feeds
