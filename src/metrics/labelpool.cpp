// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/labelpool.h"

namespace foretop::metrics {

/// A node of the map holds the text, its count, its hash and a link, and has a slot in the table.
std::size_t LabelPool::bytesOf(const std::string &text)
{
    constexpr std::size_t kInline = 15; // a short std::string needs no heap
    const auto heap = text.capacity() > kInline ? text.capacity() + 1 : 0;
    return sizeof(Uses::value_type) + 3 * sizeof(void *) + heap;
}

LabelPool::Text LabelPool::take(std::string_view text)
{
    const auto found = m_uses.find(text);
    if (found != m_uses.end()) {
        ++found->second;
        return &found->first;
    }
    const auto added = m_uses.emplace(text, 1).first;
    m_bytes += bytesOf(added->first);
    return &added->first;
}

void LabelPool::release(Text text)
{
    const auto found = m_uses.find(*text);
    if (--found->second == 0) {
        m_bytes -= bytesOf(found->first);
        m_uses.erase(found);
    }
}

LabelPool::Text LabelPool::find(std::string_view text) const
{
    const auto found = m_uses.find(text);
    return found == m_uses.end() ? nullptr : &found->first;
}

} // namespace foretop::metrics
