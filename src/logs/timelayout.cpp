// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/timelayout.h"

#include <algorithm>
#include <cstring>

namespace foretop::logs {
namespace {

constexpr std::size_t kSecondsDigits = 2;
constexpr std::size_t kKeyDigits = 3; // of a fraction: milliseconds

bool isDecimal(char c)
{
    return c >= '0' && c <= '9';
}

bool isTimeOfDay(std::string_view text)
{
    constexpr std::string_view kShape = "dd:dd:dd";
    return text.size() >= kShape.size() &&
           std::equal(kShape.begin(), kShape.end(), text.begin(),
                      [](char shape, char c) { return shape == 'd' ? isDecimal(c) : c == shape; });
}

} // namespace

TimeLayout::TimeLayout(std::string_view text, std::size_t length, WallTime time)
{
    if (text.size() > kMostBytes || !findSeconds(text.substr(0, length))) {
        return;
    }
    findFraction(text.substr(0, length));
    makeMasks(text, length);
    std::array<char, kMostBytes> bytes{};
    std::copy(text.begin(), text.end(), bytes.begin());
    std::memcpy(m_text.data(), bytes.data(), bytes.size());
    m_size = text.size();
    m_base = WallTime{};
    m_base = time - sinceBase(key(bytes.data()));
}

bool TimeLayout::findSeconds(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        // Not the "24:10:30" in "15/Jan/2024:10:30:00".
        const bool isBegun = at > 0 && isDecimal(text[at - 1]);
        if (!isBegun && isTimeOfDay(text.substr(at))) {
            m_secondsAt = at + 6;
            return m_secondsAt + 8 <= kMostBytes;
        }
    }
    // A Unix time of seconds has ten digits; finer ones go on, by threes.
    constexpr std::size_t kUnixDigits = 10;
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), isDecimal) - text.begin());
    m_isUnixTime = digits >= kUnixDigits && (digits - kUnixDigits) % 3 == 0;
    m_secondsAt = kUnixDigits - kSecondsDigits;
    m_mostTens = '9';
    return m_isUnixTime;
}

void TimeLayout::findFraction(std::string_view text)
{
    auto rest = text.substr(m_secondsAt + kSecondsDigits);
    m_fractionAt = kSecondsDigits;
    if (!rest.empty() && (rest[0] == '.' || rest[0] == ',')) {
        ++m_fractionAt;
        rest.remove_prefix(1);
    } else if (!m_isUnixTime) {
        return;
    }
    const auto digits = std::find_if_not(rest.begin(), rest.end(), isDecimal) - rest.begin();
    m_fractionDigits = static_cast<std::size_t>(digits);
}

void TimeLayout::makeMasks(std::string_view text, std::size_t length)
{
    std::array<unsigned char, kMostBytes> fixed{};
    std::array<unsigned char, kMostBytes> digit{};
    const auto fractionAt = m_secondsAt + m_fractionAt;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isSeconds = at >= m_secondsAt && at < m_secondsAt + kSecondsDigits;
        const bool isFraction = at >= fractionAt && at < fractionAt + m_fractionDigits;
        auto &mask = at < length && (isSeconds || isFraction) ? digit : fixed;
        mask[at] = 0xFF;
    }
    std::memcpy(m_fixedMask.data(), fixed.data(), fixed.size());
    std::memcpy(m_digitMask.data(), digit.data(), digit.size());
}

bool TimeLayout::matches(const char *at) const
{
    std::uint64_t different = 0;
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const auto word = loadWord(at + 8 * i);
        different |= (word ^ m_text[i]) & m_fixedMask[i];
        different |= nonDigits(word) & m_digitMask[i];
    }
    return different == 0 && m_size > 0 && at[m_secondsAt] <= m_mostTens;
}

Milliseconds TimeLayout::sinceBase(std::uint64_t key) const
{
    const auto digit = [key](std::size_t at) {
        return static_cast<int>((key >> (56 - 8 * at)) & 0x0F);
    };
    int fraction = 0;
    for (std::size_t i = 0; i < kKeyDigits; ++i) {
        fraction = fraction * 10 + (i < m_fractionDigits ? digit(m_fractionAt + i) : 0);
    }
    return Milliseconds((digit(0) * 10 + digit(1)) * 1000 + fraction);
}

// A Unix time goes through a double, which may fall a little short of the digits.

WallTime TimeLayout::earliestOf(std::uint64_t key) const
{
    return m_base + sinceBase(key) - Milliseconds(m_isUnixTime ? 1 : 0);
}

WallTime TimeLayout::latestOf(std::uint64_t key) const
{
    return m_base + sinceBase(key) + Milliseconds(m_isUnixTime ? 1 : 0);
}

} // namespace foretop::logs
