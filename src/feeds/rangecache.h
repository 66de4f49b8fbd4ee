// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/rangeplan.h"

#include <list>
#include <string>
#include <unordered_map>

namespace foretop::feeds {

/// Keeps parts of answers to range queries, those used last, up to a byte budget. One thread.
class RangeCache
{
public:
    static constexpr std::size_t kDefaultByteBudget = 64U << 20;

    explicit RangeCache(std::size_t byteBudget = kDefaultByteBudget);

    /// What identifies a part.
    static std::string keyOf(std::string_view expression, Milliseconds step, std::int64_t part);

    /// Null when it is not there.
    SharedMatrix find(const std::string &key);
    /// What is larger than the budget is not kept.
    void put(const std::string &key, SharedMatrix matrix);
    void clear();

    std::size_t bytes() const { return m_bytes; }
    std::size_t size() const { return m_byKey.size(); }

private:
    struct Entry
    {
        std::string key;
        SharedMatrix matrix;
        std::size_t bytes = 0;
    };

    void remove(std::list<Entry>::iterator entry);

    const std::size_t m_budget;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; // the one used last first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> m_byKey; // by keys of entries
};

} // namespace foretop::feeds
