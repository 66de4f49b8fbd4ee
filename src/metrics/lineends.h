// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace foretop::metrics {

/// Where lines end in a part of a text that a processor's first cache holds.
class LineEnds
{
public:
    static constexpr std::size_t kMaxBytes = 8192;

    /// In the first kMaxBytes of @p text, or in all of it when that is less.
    void find(std::string_view text);

    /// How many bytes it looked at.
    std::size_t bytes() const { return m_bytes; }
    /// That they hold neither a backslash nor bytes beyond ASCII.
    bool isPlain() const { return m_isPlain; }
    /// The places of line feeds.
    const std::uint16_t *begin() const { return m_ends.data(); }
    const std::uint16_t *end() const { return m_ends.data() + m_count; }

private:
    std::size_t m_bytes = 0;
    std::size_t m_count = 0;
    bool m_isPlain = true;
    std::array<std::uint16_t, kMaxBytes + 2>
        m_ends; // two are written before it is known if they are
};

/// Whether @p text holds neither a backslash nor bytes beyond ASCII.
bool isPlain(std::string_view text);

} // namespace foretop::metrics
