// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/level.h"

#include <array>
#include <cstdint>
#include <optional>

namespace foretop::logs {

/// Remembers which written words stand for which levels, by the word's bytes in one machine word.
/// A value.
class LevelWords
{
public:
    /// The level of a word of one to eight bytes, 0 in the bytes after it; nothing when it was not
    /// remembered or was replaced since.
    std::optional<Level> find(std::uint64_t word) const
    {
        const auto &entry = m_entries[slotOf(word)];
        return entry.word == word && word != 0 ? std::optional(entry.level) : std::nullopt;
    }
    void remember(std::uint64_t word, Level level) { m_entries[slotOf(word)] = {word, level}; }

private:
    struct Entry
    {
        std::uint64_t word = 0;
        Level level = Level::Unknown;
    };
    static constexpr unsigned kSlotBits = 6;

    static std::size_t slotOf(std::uint64_t word)
    {
        return word * 0x9E37'79B9'7F4A'7C15ULL >> (64 - kSlotBits);
    }

    std::array<Entry, 1U << kSlotBits> m_entries{};
};

} // namespace foretop::logs
