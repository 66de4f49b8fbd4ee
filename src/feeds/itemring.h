// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feedpublisher.h"
#include "logs/level.h"

#include <deque>

namespace foretop::feeds {

struct RingItem
{
    PublishedItem published;
    logs::Level level = logs::Level::Unknown; ///< of a log record, so that filters need not parse
};

/// The newest items of a feed, numbered without holes, in at most a set number of bytes: the
/// oldest go. One thread.
class ItemRing
{
public:
    /// What an item takes beside its texts.
    static constexpr std::size_t kItemOverhead = 128;

    explicit ItemRing(std::size_t byteBudget);

    /// Appends @p item under its own number. When that is not next(), what was there before goes.
    /// Returns how many items were evicted.
    std::uint64_t append(RingItem item);

    Seq first() const { return m_first; }
    Seq next() const { return m_first + m_items.size(); }
    bool empty() const { return m_items.empty(); }
    /// @p seq must be in [first, next).
    const RingItem &at(Seq seq) const { return m_items[seq - m_first]; }
    std::size_t bytes() const { return m_bytes; }
    /// Whether an item of so many bytes can be held at all.
    bool canHold(std::size_t itemBytes) const { return itemBytes + kItemOverhead <= m_budget; }

private:
    void evictFirst();

    const std::size_t m_budget;
    std::deque<RingItem> m_items;
    Seq m_first{1};
    std::size_t m_bytes = 0;
};

} // namespace foretop::feeds
