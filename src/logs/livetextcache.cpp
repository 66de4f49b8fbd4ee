// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livetextcache.h"

#include <utility>

namespace foretop::logs {

std::size_t LiveTextCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

void LiveTextCache::keep(const LiveBlock *block, Memory memory, std::size_t bytes)
{
    if (bytes > m_byteBudget) {
        return;
    }
    List dropped; // freed after the lock
    const std::lock_guard lock(m_mutex);
    if (const auto place = m_places.find(block); place != m_places.end()) {
        m_kept.splice(m_kept.begin(), m_kept, place->second);
        return;
    }
    while (m_bytes + bytes > m_byteBudget) {
        m_bytes -= m_kept.back().bytes;
        m_places.erase(m_kept.back().block);
        dropped.splice(dropped.begin(), m_kept, std::prev(m_kept.end()));
    }
    m_kept.push_front({.block = block, .memory = std::move(memory), .bytes = bytes});
    m_places.emplace(block, m_kept.begin());
    m_bytes += bytes;
}

void LiveTextCache::forget(const LiveBlock *block)
{
    List dropped; // freed after the lock
    const std::lock_guard lock(m_mutex);
    if (const auto place = m_places.find(block); place != m_places.end()) {
        m_bytes -= place->second->bytes;
        dropped.splice(dropped.begin(), m_kept, place->second);
        m_places.erase(place);
    }
}

} // namespace foretop::logs
