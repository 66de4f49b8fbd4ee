// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/rangecache.h"

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

std::size_t bytesOf(const metrics::Matrix &matrix)
{
    std::size_t bytes = sizeof(metrics::Matrix) + matrix.capacity() * sizeof(metrics::ResultSeries);
    for (const metrics::ResultSeries &series : matrix) {
        bytes += series.samples.capacity() * sizeof(metrics::Sample) + series.key.name.capacity() +
                 series.key.labels.capacity() * sizeof(metrics::Labels::value_type);
        for (const auto &[name, value] : series.key.labels) {
            bytes += name.capacity() + value.capacity();
        }
    }
    return bytes;
}

} // namespace

RangeCache::RangeCache(std::size_t byteBudget)
    : m_budget(byteBudget)
{
}

std::string RangeCache::keyOf(std::string_view expression, Milliseconds step, std::int64_t part)
{
    return fmt::format("{} {} {}", step.count(), part, expression);
}

SharedMatrix RangeCache::find(const std::string &key)
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end()) {
        return {};
    }
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->matrix;
}

void RangeCache::put(const std::string &key, SharedMatrix matrix)
{
    if (const auto old = m_byKey.find(key); old != m_byKey.end()) {
        remove(old->second);
    }
    // With what the list and the map take.
    const std::size_t bytes = bytesOf(*matrix) + key.size() + sizeof(Entry) + 100;
    if (bytes > m_budget) {
        return;
    }
    m_entries.push_front({.key = key, .matrix = std::move(matrix), .bytes = bytes});
    m_byKey.emplace(m_entries.front().key, m_entries.begin());
    m_bytes += bytes;
    while (m_bytes > m_budget) {
        remove(std::prev(m_entries.end()));
    }
}

void RangeCache::clear()
{
    m_byKey.clear();
    m_entries.clear();
    m_bytes = 0;
}

void RangeCache::remove(std::list<Entry>::iterator entry)
{
    m_bytes -= entry->bytes;
    m_byKey.erase(entry->key);
    m_entries.erase(entry);
}

} // namespace foretop::feeds
