// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/literalfinder.h"

#include "base/text.h"
#include "logs/byteword.h"
#include "logs/cpu.h"
#include "logs/linescan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace foretop::logs {
namespace {

constexpr std::uint8_t kCaseBit = 0x20;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::size_t kStep = 32;

struct Candidates
{
    std::size_t place = 0;
    std::uint32_t bits = 0; // of the kStep places from there on; 0 when there are no more
};

#if defined(__x86_64__)
/// The next places in @p text from @p at to before @p end where both probes fit. Calls nothing, so
/// that what it compares with stays in registers.
template <typename Probe>
[[gnu::target("avx2")]] Candidates nextCandidates(const char *text, std::size_t at, std::size_t end,
                                                  const Probe &first, const Probe &second)
{
    const auto firstByte = _mm256_set1_epi8(static_cast<char>(first.byte));
    const auto firstFold = _mm256_set1_epi8(static_cast<char>(first.foldBit));
    const auto secondByte = _mm256_set1_epi8(static_cast<char>(second.byte));
    const auto secondFold = _mm256_set1_epi8(static_cast<char>(second.foldBit));
    const char *const firstText = text + first.at;
    const char *const secondText = text + second.at;
    for (; at < end; at += kStep) {
        const auto one = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(firstText + at));
        const auto other = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(secondText + at));
        const auto isOne = _mm256_cmpeq_epi8(_mm256_or_si256(one, firstFold), firstByte);
        const auto isOther = _mm256_cmpeq_epi8(_mm256_or_si256(other, secondFold), secondByte);
        const auto isBoth = _mm256_and_si256(isOne, isOther);
        if (_mm256_testz_si256(isBoth, isBoth) == 0) {
            return {at, static_cast<std::uint32_t>(_mm256_movemask_epi8(isBoth))};
        }
    }
    return {end, 0};
}
#endif

} // namespace

bool LiteralFinder::isSupported()
{
#if defined(__x86_64__)
    return cpuHasAvx2();
#else
    return false;
#endif
}

LiteralFinder::LiteralFinder(std::string needle, bool isCaseSensitive)
    : m_needle(std::move(needle))
    , m_isCaseSensitive(isCaseSensitive)
    , m_first(probeAt(0))
    , m_second(probeAt(m_needle.size() - 1))
{
    if (!isCaseSensitive) {
        std::ranges::transform(m_needle, m_needle.begin(), [](char c) {
            return isLetter(c) ? static_cast<char>(c | kCaseBit) : c;
        });
    }
    const auto count = std::min(sizeof m_front, m_needle.size());
    std::memset(&m_frontMask, 0xFF, count);
    std::memcpy(&m_front, m_needle.data(), count);
    for (std::size_t i = 0; i < count; ++i) {
        m_frontFold |= static_cast<std::uint64_t>(probeAt(i).foldBit) << (8 * i);
    }
}

LiteralFinder::Probe LiteralFinder::probeAt(std::size_t at) const
{
    const bool isFolded = !m_isCaseSensitive && isLetter(m_needle[at]);
    const std::uint8_t fold = isFolded ? kCaseBit : 0;
    return {.at = at,
            .byte = static_cast<std::uint8_t>(static_cast<unsigned char>(m_needle[at]) | fold),
            .foldBit = fold};
}

void LiteralFinder::adaptTo(std::string_view sample)
{
    std::array<std::uint32_t, 256> counts{};
    for (const char c : sample) {
        ++counts[static_cast<unsigned char>(c)];
    }
    const auto commonness = [&](const Probe &probe) {
        return counts[probe.byte] +
               (probe.foldBit != 0 ? counts[probe.byte & static_cast<unsigned>(~kCaseBit)] : 0);
    };
    m_first = probeAt(0);
    m_second = probeAt(m_needle.size() - 1);
    if (commonness(m_second) < commonness(m_first)) {
        std::swap(m_first, m_second);
    }
    for (std::size_t at = 1; at + 1 < m_needle.size(); ++at) {
        const auto probe = probeAt(at);
        if (commonness(probe) < commonness(m_first)) {
            m_second = std::exchange(m_first, probe);
        } else if (commonness(probe) < commonness(m_second)) {
            m_second = probe;
        }
    }
}

bool LiteralFinder::isAt(const char *place) const
{
    if (((loadWord(place) | m_frontFold) & m_frontMask) != m_front) {
        return false;
    }
    const auto checked = std::min(sizeof m_front, m_needle.size());
    const std::string_view rest(place + checked, m_needle.size() - checked);
    const auto wanted = std::string_view(m_needle).substr(checked);
    return m_isCaseSensitive ? rest == wanted : equalsIgnoringCase(rest, wanted);
}

std::size_t LiteralFinder::find(std::string_view text, std::size_t from) const
{
#if defined(__x86_64__)
    // Places from here on have no room for the needle.
    const auto end = text.size() - std::min(m_needle.size() - 1, text.size());
    for (auto at = from; at < end;) {
        auto [place, bits] = nextCandidates(text.data(), at, end, m_first, m_second);
        for (; bits != 0; bits &= bits - 1) {
            const auto found = place + static_cast<std::size_t>(std::countr_zero(bits));
            if (found >= end) {
                break;
            }
            if (isAt(text.data() + found)) {
                return found;
            }
        }
        at = place + kStep;
    }
    return std::string_view::npos;
#else
    return text.find(m_needle, from);
#endif
}

} // namespace foretop::logs
