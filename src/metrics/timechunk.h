// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <array>
#include <limits>

namespace foretop::metrics {

/// The times of a run of appends of one source, which the series of the source share: samples that
/// came with the same append have the same time. One thread at a time may append; others may read
/// the times that were there when they got to know of it.
class TimeChunk
{
public:
    static constexpr std::size_t kMaxTimes = 512;

    explicit TimeChunk(WallTime first)
        : m_first(first)
    {
    }

    bool takes(WallTime time) const
    {
        // Without sign, as what is far apart may be further than a signed difference holds.
        const auto offset = static_cast<std::uint64_t>(msSinceEpoch(time)) -
                            static_cast<std::uint64_t>(msSinceEpoch(m_first));
        return m_size < kMaxTimes && time > at(m_size - 1) &&
               offset <= std::numeric_limits<std::uint32_t>::max();
    }
    void append(WallTime time)
    {
        m_offsets[m_size++] = static_cast<std::uint32_t>((time - m_first).count());
    }
    std::size_t size() const { return m_size; }
    WallTime at(std::size_t index) const { return m_first + Milliseconds(m_offsets[index]); }

    std::size_t blocks = 0; ///< of the store that use it, for the writing thread to count

private:
    const WallTime m_first;
    std::size_t m_size = 1;
    std::array<std::uint32_t, kMaxTimes> m_offsets{};
};

} // namespace foretop::metrics
