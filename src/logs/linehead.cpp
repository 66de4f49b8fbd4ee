// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/linehead.h"

#include "logs/byteword.h"
#include "logs/cpu.h"

#include <algorithm>

namespace foretop::logs {

void LineHead::learn(std::string_view line, const HeadPlaces &places, const TimeLayout &layout)
{
    const auto [timeAt, levelAt, levelEnd] = places;
    m_levelAt = 0;
    if (!layout.isKnown() || levelAt > std::min(kMostBytes, line.size()) ||
        timeAt + layout.size() > levelAt) {
        return;
    }
    std::array<char, kMostBytes> text{};
    std::array<unsigned char, kMostBytes> fixed{};
    std::array<unsigned char, kMostBytes> digits{};
    std::copy_n(line.begin(), levelAt, text.begin());
    std::fill_n(fixed.begin(), levelAt, 0xFF);
    for (std::size_t i = 0; i < layout.size(); ++i) {
        digits[timeAt + i] = layout.isDigit(i) ? 0xFF : 0;
        fixed[timeAt + i] = layout.isDigit(i) ? 0 : 0xFF;
    }
    std::memcpy(m_text.data(), text.data(), text.size());
    std::memcpy(m_fixedMask.data(), fixed.data(), fixed.size());
    std::memcpy(m_digitMask.data(), digits.data(), digits.size());
    m_secondsAt = timeAt + layout.secondsAt();
    m_mostTens = layout.mostTens();
    m_levelAt = levelAt;
    m_levelEnd = levelEnd;
}

/// The loop of read(), compiled once for any processor and once for those with AVX2. Everything is
/// copied to locals: what it writes are bytes, which may alias any member.
struct LineHead::Reading
{
    [[gnu::always_inline]] static inline std::size_t
    lines(const LineHead &head, const char *text, const std::uint32_t *starts, std::size_t count,
          const LevelWords &words, SpanCollector &times, LineClass *classes)
    {
        const Words fixedText = head.m_text;
        const Words fixedMask = head.m_fixedMask;
        const Words digitMask = head.m_digitMask;
        const auto secondsAt = head.m_secondsAt;
        const auto levelAt = head.m_levelAt;
        const char mostTens = head.m_mostTens;
        const char levelEnd = head.m_levelEnd;
        std::uint64_t mostKey = 0;
        std::uint64_t leastKey = ~std::uint64_t{0};
        std::size_t done = 0;
        for (; done < count; ++done) {
            const char *const line = text + starts[done];
            std::uint64_t different = 0;
            for (std::size_t i = 0; i < fixedText.size(); ++i) {
                const auto word = loadWord(line + sizeof(std::uint64_t) * i);
                different |=
                    ((word ^ fixedText[i]) & fixedMask[i]) | (nonDigits(word) & digitMask[i]);
            }
            const auto word = loadWord(line + levelAt);
            const auto length = placeOf(levelEnd, word);
            const auto level = words.find(firstBytes(word, length));
            const auto *const end = line + levelAt + length;
            if (different != 0 || line[secondsAt] > mostTens || !level || *end != levelEnd ||
                end >= text + starts[done + 1]) {
                break;
            }
            const auto key = TimeLayout::keyAt(line + secondsAt);
            mostKey = std::max(mostKey, key);
            leastKey = std::min(leastKey, key);
            classes[done] = classOf(*level);
        }
        if (done > 0) {
            times.addKeyed(leastKey);
            times.addKeyed(mostKey);
        }
        return done;
    }

#if defined(__x86_64__)
    [[gnu::target("avx2,bmi")]] static std::size_t
    linesAvx2(const LineHead &head, const char *text, const std::uint32_t *starts,
              std::size_t count, const LevelWords &words, SpanCollector &times, LineClass *classes)
    {
        return lines(head, text, starts, count, words, times, classes);
    }
#endif
};

std::size_t LineHead::read(const char *text, const std::uint32_t *starts, std::size_t count,
                           const LevelWords &words, SpanCollector &times, LineClass *classes) const
{
    if (m_levelAt == 0) {
        return 0;
    }
#if defined(__x86_64__)
    if (cpuHasAvx2()) {
        return Reading::linesAvx2(*this, text, starts, count, words, times, classes);
    }
#endif
    return Reading::lines(*this, text, starts, count, words, times, classes);
}

} // namespace foretop::logs
