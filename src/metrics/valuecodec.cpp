// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/valuecodec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

namespace foretop::metrics {
namespace {

constexpr unsigned kLeadingBits = 5;
constexpr unsigned kLengthBits = 6;
constexpr int kMaxLeading = 31;

constexpr std::array<double, 10> kScales{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
constexpr unsigned kScaleBits = 4;
constexpr unsigned kWidthBits = 6;
constexpr std::size_t kGroup = 32;

bool isSame(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// @p value times @p scale as a whole number that gives @p value again.
std::optional<std::int64_t> whole(double value, double scale)
{
    constexpr double kMaxExact = 9'007'199'254'740'992; // 2^53
    const double scaled = value * scale;
    if (!(std::abs(scaled) < kMaxExact)) {
        return {};
    }
    const auto number = std::llround(scaled);
    return isSame(static_cast<double>(number) / scale, value) ? std::optional(number)
                                                              : std::nullopt;
}

/// The index of the least scale that suits all.
std::optional<std::size_t> scaleOf(std::span<const double> values)
{
    std::size_t scale = 0;
    for (const double value : values) {
        while (scale < kScales.size() && !whole(value, kScales[scale])) {
            ++scale;
        }
        if (scale == kScales.size()) {
            return {};
        }
    }
    // What suits a later value need not suit an earlier one.
    const bool suits = std::all_of(values.begin(), values.end(), [scale](double value) {
        return whole(value, kScales[scale]).has_value();
    });
    return suits ? std::optional(scale) : std::nullopt;
}

std::uint64_t zigzag(std::int64_t number)
{
    return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t unzigzag(std::uint64_t number)
{
    return static_cast<std::int64_t>(number >> 1 ^ (~(number & 1) + 1));
}

void writeSized(BitBuffer &out, std::uint64_t number)
{
    const auto width = static_cast<unsigned>(std::bit_width(number));
    out.write(width, kWidthBits);
    out.write(number, width);
}

std::uint64_t readSized(BitReader &in)
{
    return in.read(static_cast<unsigned>(in.read(kWidthBits)));
}

} // namespace

void XorWriter::write(BitBuffer &out, std::uint64_t before, std::uint64_t value)
{
    const auto changed = before ^ value;
    if (changed == 0) {
        out.write(0, 1);
        return;
    }
    const auto leading =
        static_cast<std::uint8_t>(std::min(std::countl_zero(changed), kMaxLeading));
    const auto trailing = static_cast<std::uint8_t>(std::countr_zero(changed));
    if (m_trailing != kNoWindow && leading >= m_leading && trailing >= m_trailing) {
        out.write(0b10, 2);
        out.write(changed >> m_trailing, 64U - m_leading - m_trailing);
        return;
    }
    m_leading = leading;
    m_trailing = trailing;
    const auto length = 64U - leading - trailing;
    out.write(0b11, 2);
    out.write(leading, kLeadingBits);
    out.write(length - 1, kLengthBits);
    out.write(changed >> trailing, length);
}

void readXor(const BitBuffer &bits, std::uint64_t before, std::span<double> values)
{
    BitReader in(bits);
    unsigned length = 0;
    unsigned trailing = 0;
    for (auto &value : values) {
        if (in.readBit()) {
            if (in.readBit()) {
                const auto leading = static_cast<unsigned>(in.read(kLeadingBits));
                length = static_cast<unsigned>(in.read(kLengthBits)) + 1;
                trailing = 64 - leading - length;
            }
            before ^= in.read(length) << trailing;
        }
        value = std::bit_cast<double>(before);
    }
}

std::optional<BitBuffer> writeDecimal(std::span<const double> values)
{
    const auto scale = scaleOf(values);
    if (!scale) {
        return {};
    }
    // Below 2^53 each, so that neither differences nor their spread overflow.
    std::vector<std::int64_t> deltas;
    deltas.reserve(values.size());
    std::int64_t before = 0;
    for (const double value : values) {
        const auto number = *whole(value, kScales[*scale]);
        deltas.push_back(number - before);
        before = number;
    }
    BitBuffer out;
    out.write(*scale, kScaleBits);
    writeSized(out, zigzag(deltas[0]));
    const std::span rest(deltas.begin() + 1, deltas.end());
    // Sizes of memory are whole pages: their differences end in zeros.
    std::uint64_t all = 0;
    for (const auto delta : rest) {
        all |= static_cast<std::uint64_t>(delta);
    }
    const auto zeros = all == 0 ? 0U : static_cast<unsigned>(std::countr_zero(all));
    out.write(zeros, kWidthBits);
    std::for_each(rest.begin(), rest.end(), [zeros](auto &delta) { delta >>= zeros; });
    for (std::size_t begin = 0; begin < rest.size(); begin += kGroup) {
        const auto group = rest.subspan(begin, std::min(kGroup, rest.size() - begin));
        const auto [least, most] = std::minmax_element(group.begin(), group.end());
        const auto spread = static_cast<std::uint64_t>(*most - *least);
        const auto width = static_cast<unsigned>(std::bit_width(spread));
        writeSized(out, zigzag(*least));
        out.write(width, kWidthBits);
        for (const auto delta : group) {
            out.write(static_cast<std::uint64_t>(delta - *least), width);
        }
    }
    out.shrink();
    return out;
}

void readDecimal(const BitBuffer &bits, std::span<double> values)
{
    BitReader in(bits);
    const double scale = kScales[in.read(kScaleBits)];
    auto number = unzigzag(readSized(in));
    const auto zeros = static_cast<unsigned>(in.read(kWidthBits));
    values[0] = static_cast<double>(number) / scale;
    const auto rest = values.subspan(1);
    for (std::size_t begin = 0; begin < rest.size(); begin += kGroup) {
        const auto least = unzigzag(readSized(in));
        const auto width = static_cast<unsigned>(in.read(kWidthBits));
        for (auto &value : rest.subspan(begin, std::min(kGroup, rest.size() - begin))) {
            number +=
                (least + static_cast<std::int64_t>(in.read(width))) * (std::int64_t(1) << zeros);
            value = static_cast<double>(number) / scale;
        }
    }
}

} // namespace foretop::metrics
