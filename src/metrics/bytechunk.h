// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace foretop::metrics {

/// Sixteen bytes of a text looked at together. Each answer has a bit for each byte, the first one's
/// lowest.
class ByteChunk
{
public:
    static constexpr std::size_t kSize = 16;

#if defined(__SSE2__)
    /// Of the bytes from @p at on; those from @p end on, which may be before, count as zero.
    ByteChunk(const char *at, const char *end)
    {
        if (end - at >= static_cast<std::ptrdiff_t>(kSize)) [[likely]] {
            m_bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
            return;
        }
        std::array<char, kSize> some{};
        if (at < end) {
            std::memcpy(some.data(), at, static_cast<std::size_t>(end - at));
        }
        m_bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(some.data()));
    }

    std::uint32_t are(char c) const
    {
        return mask(_mm_cmpeq_epi8(m_bytes, _mm_set1_epi8(c)));
    }
    std::uint32_t areBeyondAscii() const
    {
        return mask(m_bytes);
    }
    /// Letters, digits and "_", and ":" when @p withColons.
    std::uint32_t areOfName(bool withColons) const
    {
        const auto letters = within(_mm_or_si128(m_bytes, _mm_set1_epi8(0x20)), 'a', 'z');
        const auto digits = within(m_bytes, '0', withColons ? ':' : '9');
        const auto lines = _mm_cmpeq_epi8(m_bytes, _mm_set1_epi8('_'));
        return mask(_mm_or_si128(_mm_or_si128(letters, digits), lines));
    }
    std::uint32_t areAs(const ByteChunk &other) const
    {
        return mask(_mm_cmpeq_epi8(m_bytes, other.m_bytes));
    }

private:
    static std::uint32_t mask(__m128i bytes)
    {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
    }
    static __m128i within(__m128i bytes, char first, char last)
    {
        const auto above = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
        const auto most = _mm_set1_epi8(static_cast<char>(last - first));
        return _mm_cmpeq_epi8(_mm_min_epu8(above, most), above);
    }

    __m128i m_bytes;
#else
    ByteChunk(const char *at, const char *end)
    {
        const auto size = at < end ? static_cast<std::size_t>(end - at) : 0;
        std::memcpy(m_bytes.data(), at, size < kSize ? size : kSize);
    }

    std::uint32_t are(char c) const
    {
        return mask([c](char byte) { return byte == c; });
    }
    std::uint32_t areBeyondAscii() const
    {
        return mask([](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
    }
    std::uint32_t areOfName(bool withColons) const
    {
        return mask([withColons](char byte) {
            return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
                   (byte >= '0' && byte <= (withColons ? ':' : '9'));
        });
    }
    std::uint32_t areAs(const ByteChunk &other) const
    {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < kSize; ++i) {
            bits |= static_cast<std::uint32_t>(m_bytes[i] == other.m_bytes[i]) << i;
        }
        return bits;
    }

private:
    template <typename Is>
    std::uint32_t mask(Is is) const
    {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < kSize; ++i) {
            bits |= static_cast<std::uint32_t>(is(m_bytes[i])) << i;
        }
        return bits;
    }

    std::array<char, kSize> m_bytes{};
#endif
};

} // namespace foretop::metrics
