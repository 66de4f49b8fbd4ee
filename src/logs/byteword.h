// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace foretop::logs {

// Eight bytes of text at once in a register, on a little-endian machine (all of Debian's that the
// packages are built for), so that the first byte is the lowest.
static_assert(std::endian::native == std::endian::little);

/// The eight bytes at @p at, which must be readable.
inline std::uint64_t loadWord(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// @p byte in each of the eight places.
constexpr std::uint64_t repeated(char byte)
{
    return 0x0101'0101'0101'0101ULL * static_cast<unsigned char>(byte);
}

/// The word with the first byte highest, so that words compare as their texts do.
inline std::uint64_t bigEndianWord(std::uint64_t word)
{
    return __builtin_bswap64(word);
}

/// Not 0 in each byte that is no ASCII digit, 0 in all others.
constexpr std::uint64_t nonDigits(std::uint64_t word)
{
    const auto high = repeated('\xF0');
    const auto shifted = (word & repeated('\x7F')) + repeated('\x06');
    return ((word & high) ^ repeated('0')) | ((shifted & high) ^ repeated('0'));
}

/// Where @p byte first stands in @p word; 8 when nowhere.
inline unsigned placeOf(char byte, std::uint64_t word)
{
    const auto zeroed = word ^ repeated(byte);
    // A borrow makes false hits only above the first true one.
    const auto hits = (zeroed - repeated('\x01')) & ~zeroed & repeated('\x80');
    return static_cast<unsigned>(std::countr_zero(hits)) / 8;
}

/// The first @p count bytes of @p word, at most all eight, and 0 in the others.
constexpr std::uint64_t firstBytes(std::uint64_t word, unsigned count)
{
    return count >= sizeof word ? word : word & ((std::uint64_t{1} << (8 * count)) - 1);
}

} // namespace foretop::logs
