// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/bitbuffer.h"

#include <cstdint>
#include <optional>
#include <span>

namespace foretop::metrics {

/// The bits in which a value differs from the one before it, after Pelkonen et al., "Gorilla: A
/// Fast, Scalable, In-Memory Time Series Database" (VLDB 2015).
class XorWriter
{
public:
    void write(BitBuffer &out, std::uint64_t before, std::uint64_t value);

private:
    static constexpr std::uint8_t kNoWindow = 0xFF;

    std::uint8_t m_leading = 0;          // zeros before and after the bits of the last value that
    std::uint8_t m_trailing = kNoWindow; // came with a window of its own
};

/// Fills @p values with what follows @p before.
void readXor(const BitBuffer &bits, std::uint64_t before, std::span<double> values);

/// Values that are whole numbers of some power of ten, as most that people print are, as the
/// differences of these whole numbers, in groups of one width each. Nothing when they are not:
/// every value comes back bit by bit.
std::optional<BitBuffer> writeDecimal(std::span<const double> values);
void readDecimal(const BitBuffer &bits, std::span<double> values);

} // namespace foretop::metrics
