// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace foretop::logs {

class LiveBlock;

/// Keeps the texts of the blocks decompressed last, in at most a set number of bytes, so that
/// scrolling does not decompress a block for each row. Thread-safe.
class LiveTextCache
{
public:
    using Memory = std::shared_ptr<const std::byte[]>;

    explicit LiveTextCache(std::size_t byteBudget)
        : m_byteBudget(byteBudget)
    {
    }

    std::size_t byteBudget() const { return m_byteBudget; }
    std::size_t bytes() const;

    /// Keeps @p memory, @p bytes of it, as the newest; not when it is more than the budget.
    void keep(const LiveBlock *block, Memory memory, std::size_t bytes);
    void forget(const LiveBlock *block);

private:
    struct Kept
    {
        const LiveBlock *block;
        Memory memory;
        std::size_t bytes;
    };
    using List = std::list<Kept>;

    const std::size_t m_byteBudget;
    mutable std::mutex m_mutex; // protects all members below
    List m_kept;                // the newest first
    std::unordered_map<const LiveBlock *, List::iterator> m_places;
    std::size_t m_bytes = 0;
};

} // namespace foretop::logs
