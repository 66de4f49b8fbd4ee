// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/byteword.h"

#include <array>
#include <string_view>

namespace foretop::logs {

/// A short text to compare with, a few machine words at a time. A value.
class FixedText
{
public:
    static constexpr std::size_t kMostBytes = 32;

    /// Empty: is found everywhere.
    FixedText() = default;
    /// Empty when @p text is longer than kMostBytes.
    explicit FixedText(std::string_view text)
    {
        if (text.size() <= kMostBytes) {
            m_size = text.size();
            std::memcpy(m_words.data(), text.data(), m_size);
            std::memset(m_masks.data(), 0xFF, m_size);
        }
    }

    std::size_t size() const { return m_size; }
    /// Whether it stands at @p at; kMostBytes must be readable there.
    bool isAt(const char *at) const
    {
        std::uint64_t different = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            different |= (loadWord(at + sizeof(std::uint64_t) * i) ^ m_words[i]) & m_masks[i];
        }
        return different == 0;
    }

private:
    using Words = std::array<std::uint64_t, kMostBytes / sizeof(std::uint64_t)>;
    Words m_words{};
    Words m_masks{};
    std::size_t m_size = 0;
};

} // namespace foretop::logs
