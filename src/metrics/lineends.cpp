// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/lineends.h"

#include "metrics/bytechunk.h"

#include <algorithm>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace foretop::metrics {
namespace {

constexpr std::size_t kStep = 4 * ByteChunk::kSize;

/// Writes @p base and the place of each bit of @p bits. Most steps have two at most: to write these
/// without asking is cheaper than a branch that is often mispredicted.
inline std::uint16_t *writeEnds(std::uint64_t bits, std::size_t base, std::uint16_t *out)
{
    const auto count = std::popcount(bits);
    for (int i = 0; i < 2 || i < count; ++i) {
        out[i] = static_cast<std::uint16_t>(base + static_cast<unsigned>(std::countr_zero(bits)));
        bits &= bits - 1;
    }
    return out + count;
}

struct Found
{
    std::uint16_t *end;
    bool isPlain;
};

/// The ends of lines in whole steps of @p text.
Found findEnds(std::string_view text, std::uint16_t *out)
{
    std::uint32_t odd = 0;
    for (std::size_t base = 0; base < text.size(); base += kStep) {
        std::uint64_t bits = 0;
        for (unsigned part = 0; part < kStep; part += ByteChunk::kSize) {
            const auto *at = text.data() + base + part;
            const ByteChunk chunk(at, at + ByteChunk::kSize);
            bits |= static_cast<std::uint64_t>(chunk.are('\n')) << part;
            odd |= chunk.are('\\') | chunk.areBeyondAscii();
        }
        out = writeEnds(bits, base, out);
    }
    return {out, odd == 0};
}

#if defined(__x86_64__)
[[gnu::target("avx2,bmi,popcnt")]] Found findEndsAvx2(std::string_view text, std::uint16_t *out)
{
    const auto lineFeed = _mm256_set1_epi8('\n');
    const auto backslash = _mm256_set1_epi8('\\');
    auto odd = _mm256_setzero_si256();
    for (std::size_t base = 0; base < text.size(); base += kStep) {
        const auto *vectors = reinterpret_cast<const __m256i *>(text.data() + base);
        const auto low = _mm256_loadu_si256(vectors);
        const auto high = _mm256_loadu_si256(vectors + 1);
        const auto backslashes =
            _mm256_or_si256(_mm256_cmpeq_epi8(low, backslash), _mm256_cmpeq_epi8(high, backslash));
        odd = _mm256_or_si256(_mm256_or_si256(odd, backslashes), _mm256_or_si256(low, high));
        const auto lowBits =
            static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, lineFeed)));
        const auto highBits =
            static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, lineFeed)));
        out = writeEnds(lowBits | static_cast<std::uint64_t>(highBits) << 32, base, out);
    }
    return {out, _mm256_movemask_epi8(odd) == 0};
}

[[gnu::target("avx512bw,bmi,popcnt")]] Found findEndsAvx512(std::string_view text,
                                                            std::uint16_t *out)
{
    const auto lineFeed = _mm512_set1_epi8('\n');
    const auto backslash = _mm512_set1_epi8('\\');
    std::uint64_t odd = 0;
    for (std::size_t base = 0; base < text.size(); base += kStep) {
        const auto bytes = _mm512_loadu_si512(text.data() + base);
        odd |= _mm512_cmpeq_epi8_mask(bytes, backslash) | _mm512_movepi8_mask(bytes);
        out = writeEnds(_mm512_cmpeq_epi8_mask(bytes, lineFeed), base, out);
    }
    return {out, odd == 0};
}

const bool kHasAvx512 = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi") &&
                        __builtin_cpu_supports("popcnt");
const bool kHasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                      __builtin_cpu_supports("popcnt");
#else
constexpr bool kHasAvx2 = false;
Found findEndsAvx2(std::string_view text, std::uint16_t *out)
{
    return findEnds(text, out);
}
#endif

} // namespace

void LineEnds::find(std::string_view text)
{
    text = text.substr(0, kMaxBytes);
    m_bytes = text.size();
    const auto whole = text.substr(0, text.size() / kStep * kStep);
    const auto found = kHasAvx512 ? findEndsAvx512(whole, m_ends.data())
                       : kHasAvx2 ? findEndsAvx2(whole, m_ends.data())
                                  : findEnds(whole, m_ends.data());
    auto *out = found.end;
    for (auto i = whole.size(); i < text.size(); ++i) {
        *out = static_cast<std::uint16_t>(i);
        out += text[i] == '\n' ? 1 : 0;
    }
    m_count = static_cast<std::size_t>(out - m_ends.data());
    m_isPlain = found.isPlain && metrics::isPlain(text.substr(whole.size()));
}

bool isPlain(std::string_view text)
{
    const auto *end = text.data() + text.size();
    std::uint32_t odd = 0;
    for (const auto *at = text.data(); at < end;
         at += std::min<std::ptrdiff_t>(ByteChunk::kSize, end - at)) {
        const ByteChunk chunk(at, end);
        odd |= chunk.are('\\') | chunk.areBeyondAscii();
    }
    return odd == 0;
}

} // namespace foretop::metrics
