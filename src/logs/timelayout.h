// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "logs/byteword.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foretop::logs {

/// How one written time looks, to recognise others that differ from it in seconds and fraction
/// alone, without parsing. A value.
class TimeLayout
{
public:
    static constexpr std::size_t kMostBytes = 32;

    /// Matches nothing.
    TimeLayout() = default;
    /// Learns from @p text, which starts with the @p length bytes of a written @p time and may go
    /// on with bytes that must follow it too. Matches nothing when there are more than kMostBytes
    /// of text or no seconds in it (as in "10:30:00" or a Unix time).
    TimeLayout(std::string_view text, std::size_t length, WallTime time);

    bool isKnown() const { return m_size > 0; }
    /// Bytes of the text it was learned from.
    std::size_t size() const { return m_size; }

    /// Whether the time at @p at is such another; kMostBytes must be readable.
    bool matches(const char *at) const;
    /// Seconds and milliseconds of a time that matches, ascending as the times do.
    std::uint64_t key(const char *at) const { return keyAt(at + m_secondsAt); }
    /// The same, for the place where the seconds are.
    static std::uint64_t keyAt(const char *seconds);
    /// Where the seconds are in the text, and the greatest digit for their tens.
    std::size_t secondsAt() const { return m_secondsAt; }
    char mostTens() const { return m_mostTens; }
    /// Whether any digit may be at @p place in the text; all else must be as learned.
    bool isDigit(std::size_t place) const
    {
        return (m_digitMask[place / 8] >> (8 * (place % 8)) & 1) != 0;
    }

    /// The time that has @p key, not later and not earlier than a parser may round it.
    WallTime earliestOf(std::uint64_t key) const;
    WallTime latestOf(std::uint64_t key) const;

private:
    using Words = std::array<std::uint64_t, kMostBytes / 8>;

    bool findSeconds(std::string_view text);
    void findFraction(std::string_view text);
    void makeMasks(std::string_view text, std::size_t length);
    Milliseconds sinceBase(std::uint64_t key) const;

    Words m_text{};      // what it was learned from
    Words m_fixedMask{}; // bytes that must be the same
    Words m_digitMask{}; // bytes that must be digits
    std::size_t m_size = 0;
    std::size_t m_secondsAt = 0;
    std::size_t m_fractionAt = 0; // within the key
    std::size_t m_fractionDigits = 0;
    char m_mostTens = '5';
    bool m_isUnixTime = false;
    WallTime m_base; // the time with no seconds and no fraction
};

inline std::uint64_t TimeLayout::keyAt(const char *seconds)
{
    constexpr std::uint64_t kMask = 0xFFFF'FFFF'FFFF'0000; // six of eight bytes: "SS.mmm"
    return bigEndianWord(loadWord(seconds)) & kMask;
}

} // namespace foretop::logs
