// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/linescan.h"

#include "logs/cpu.h"

#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace foretop::logs {
namespace {

constexpr std::size_t kStep = 64;
static_assert(kStep <= kScanPadding);

/// Writes base + 1 + the place of each bit of @p bits. Most steps of a log have one line start or
/// none: writing one without asking is cheaper than a branch that is often mispredicted.
inline std::uint32_t *writeStarts(std::uint64_t bits, std::uint32_t base, std::uint32_t *out)
{
    const auto count = std::popcount(bits);
    out[0] = base + 1 + static_cast<std::uint32_t>(std::countr_zero(bits));
    if (count > 1) [[unlikely]] {
        bits &= bits - 1;
        for (int i = 1; i < count; ++i) {
            out[i] = base + 1 + static_cast<std::uint32_t>(std::countr_zero(bits));
            bits &= bits - 1;
        }
    }
    return out + count;
}

std::uint64_t firstBits(std::size_t count)
{
    return count < 64 ? (std::uint64_t{1} << count) - 1 : ~std::uint64_t{0};
}

/// The bytes of one step that are from @p first to @p last, as bits.
std::uint64_t bytesBetween(const char *at, char first, char last)
{
    std::uint64_t bits = 0;
#if defined(__x86_64__)
    for (unsigned part = 0; part < kStep; part += sizeof(__m128i)) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at + part));
        // Signed: bytes beyond ASCII are below all.
        const auto found = _mm_andnot_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8(first)),
                                            _mm_cmplt_epi8(bytes, _mm_set1_epi8(last + 1)));
        bits |= static_cast<std::uint64_t>(_mm_movemask_epi8(found)) << part;
    }
#else
    for (unsigned i = 0; i < kStep; ++i) {
        bits |= static_cast<std::uint64_t>(at[i] >= first && at[i] <= last) << i;
    }
#endif
    return bits;
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] inline std::uint64_t lineFeedBitsAvx2(const char *at)
{
    const auto lineFeed = _mm256_set1_epi8('\n');
    const auto *vectors = reinterpret_cast<const __m256i *>(at);
    const auto low = _mm256_cmpeq_epi8(_mm256_loadu_si256(vectors), lineFeed);
    const auto high = _mm256_cmpeq_epi8(_mm256_loadu_si256(vectors + 1), lineFeed);
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(high))) << 32;
}

[[gnu::target("avx2,bmi,popcnt")]] std::size_t
findLineStartsAvx2(std::string_view text, std::uint32_t base, std::uint32_t *out)
{
    auto *end = out;
    for (std::size_t at = 0; at < text.size(); at += kStep) {
        const auto bits = lineFeedBitsAvx2(text.data() + at) & firstBits(text.size() - at);
        end = writeStarts(bits, base + static_cast<std::uint32_t>(at), end);
    }
    return static_cast<std::size_t>(end - out);
}

[[gnu::target("avx512bw,bmi,popcnt")]] std::size_t
findLineStartsAvx512(std::string_view text, std::uint32_t base, std::uint32_t *out)
{
    auto *end = out;
    for (std::size_t at = 0; at < text.size(); at += kStep) {
        const auto bytes = _mm512_loadu_si512(text.data() + at);
        const auto bits =
            _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')) & firstBits(text.size() - at);
        end = writeStarts(bits, base + static_cast<std::uint32_t>(at), end);
    }
    return static_cast<std::size_t>(end - out);
}
#endif

std::size_t findLineStartsAnywhere(std::string_view text, std::uint32_t base, std::uint32_t *out)
{
    auto *end = out;
    for (std::size_t at = 0; at < text.size(); at += kStep) {
        const auto bits = bytesBetween(text.data() + at, '\n', '\n') & firstBits(text.size() - at);
        end = writeStarts(bits, base + static_cast<std::uint32_t>(at), end);
    }
    return static_cast<std::size_t>(end - out);
}

} // namespace

std::size_t findLineStarts(std::string_view text, std::uint32_t base, std::uint32_t *out)
{
#if defined(__x86_64__)
    if (cpuHasAvx512()) {
        return findLineStartsAvx512(text, base, out);
    }
    if (cpuHasAvx2()) {
        return findLineStartsAvx2(text, base, out);
    }
#endif
    return findLineStartsAnywhere(text, base, out);
}

bool mayHaveTime(std::string_view text)
{
    constexpr std::size_t kOverlap = 10;
    for (std::size_t at = 0; at < text.size(); at += kStep - kOverlap) {
        const auto valid = firstBits(text.size() - at);
        const auto digits = bytesBetween(text.data() + at, '0', '9') & valid;
        const auto colons = bytesBetween(text.data() + at, ':', ':') & valid;
        const auto twos = digits & digits >> 1;
        const auto fours = twos & twos >> 2;
        const auto eights = fours & fours >> 4;
        if (((digits & colons >> 1 & digits >> 2) | eights) != 0) {
            return true;
        }
    }
    return false;
}

} // namespace foretop::logs
