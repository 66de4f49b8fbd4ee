// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/itemring.h"

#include <utility>

namespace foretop::feeds {
namespace {

std::size_t bytesOf(const PublishedItem &item)
{
    return item.item.size() + item.cursor.size() + item.lost.size() + ItemRing::kItemOverhead;
}

} // namespace

ItemRing::ItemRing(std::size_t byteBudget)
    : m_budget(byteBudget)
{
}

std::uint64_t ItemRing::append(RingItem item)
{
    std::uint64_t evicted = 0;
    if (item.published.seq != next()) {
        evicted = m_items.size();
        m_items.clear();
        m_bytes = 0;
        m_first = item.published.seq;
    }
    m_bytes += bytesOf(item.published);
    m_items.push_back(std::move(item));
    while (m_bytes > m_budget && m_items.size() > 1) {
        evictFirst();
        ++evicted;
    }
    return evicted;
}

void ItemRing::evictFirst()
{
    m_bytes -= bytesOf(m_items.front().published);
    m_items.pop_front();
    ++m_first;
}

} // namespace foretop::feeds
