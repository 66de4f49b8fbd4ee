// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/textlayout.h"

#include "logs/plainheader.h"
#include "logs/plaintime.h"

#include <algorithm>

namespace foretop::logs {
namespace {

constexpr unsigned kMostWordsBefore = 3;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Goes over the words of a line. The line must end in a byte that is no blank, or be longer than
/// what is asked for: the caller knows that a word follows or checks the end.
const char *skipBlanks(const char *at, const char *end)
{
    while (at < end && *at == ' ') {
        ++at;
    }
    return at;
}

const char *skipWord(const char *at, const char *end)
{
    while (at < end) {
        const auto place = placeOf(' ', loadWord(at));
        at += place;
        if (place < sizeof(std::uint64_t)) {
            break;
        }
    }
    return std::min(at, end);
}

} // namespace

bool TextLayout::hasTime(std::string_view line, const SpanCollector &times) const
{
    return line.size() >= afterTime(times) && m_beforeTime.isAt(line.data()) &&
           times.layout().matches(line.data() + m_timeAt);
}

std::optional<Level> TextLayout::read(std::string_view line, SpanCollector &times) const
{
    if (!m_hasLevel || !hasTime(line, times)) {
        return {};
    }
    const char *const end = line.data() + line.size();
    const char *at = skipBlanks(line.data() + m_levelFrom, end);
    for (unsigned i = 0; i < m_wordsBefore; ++i) {
        at = skipBlanks(skipWord(at, end), end);
    }
    if (!m_beforeLevel.isAt(at)) {
        return {};
    }
    at += m_beforeLevel.size();
    const auto word = loadWord(at);
    const auto length = placeOf(m_afterLevel, word);
    if (at + length >= end || (length == sizeof word && at[length] != m_afterLevel)) {
        return {};
    }
    const auto level = m_words.find(firstBytes(word, length));
    if (level) {
        times.addKeyed(times.layout().key(line.data() + m_timeAt));
    }
    return level;
}

void TextLayout::learn(std::string_view line, const LineTraits &traits,
                       const FormatContext &context, SpanCollector &times)
{
    if (!traits.time || !learnTime(line, *traits.time, context, times)) {
        return;
    }
    const auto levelFrom = afterTime(times) - 1;
    // A line without a level says nothing of how others have theirs.
    m_hasLevel = m_hasLevel && levelFrom == m_levelFrom;
    m_levelFrom = levelFrom;
    if (traits.level != Level::Unknown) {
        learnLevel(line, traits.level);
    }
}

HeadPlaces TextLayout::headPlaces() const
{
    if (!m_hasLevel || m_wordsBefore > 0) {
        return {};
    }
    return {.timeAt = m_timeAt, .levelAt = m_levelAt, .levelEnd = m_afterLevel};
}

bool TextLayout::learnTime(std::string_view line, WallTime time, const FormatContext &context,
                           SpanCollector &times)
{
    const auto farthest = std::min(line.size(), FixedText::kMostBytes + 1);
    for (std::size_t at = 0; at < farthest; ++at) {
        const auto found = plainTimeAtStart(line.substr(at), context);
        if (found && found->time == time && at + found->length < line.size()) {
            const TimeLayout layout(line.substr(at, found->length + 1), found->length, time);
            if (layout.isKnown()) {
                m_timeAt = at;
                m_beforeTime = FixedText(line.substr(0, at));
                times.setLayout(layout);
                return true;
            }
        }
    }
    return false;
}

/// Looks for the first word that tells a level, among those of the header.
void TextLayout::learnLevel(std::string_view line, Level level)
{
    const char *const begin = line.data();
    const char *const end = begin + line.size();
    const char *at = skipBlanks(begin + m_levelFrom, end);
    for (unsigned before = 0; before <= kMostWordsBefore && at < end; ++before) {
        const char *const wordEnd = skipWord(at, end);
        for (const char *letter = at; letter < wordEnd; ++letter) {
            const char *const after = std::find_if_not(letter, wordEnd, isLetter);
            const std::string_view word(letter, static_cast<std::size_t>(after - letter));
            const auto found = word.size() < 3 ? std::nullopt : levelFromName(word);
            if (found && *found != level) {
                return;
            }
            if (found && word.size() <= sizeof(std::uint64_t) && after < end) {
                m_wordsBefore = before;
                learnWord(line, {at, static_cast<std::size_t>(letter - at)}, word, level);
                return;
            }
            letter = std::max(letter, after);
        }
        at = skipBlanks(wordEnd, end);
    }
}

/// @p word of the header tells the level and has @p before in front of it, up to a blank.
void TextLayout::learnWord(std::string_view line, std::string_view before, std::string_view word,
                           Level level)
{
    m_hasLevel = true;
    m_levelAt = static_cast<std::size_t>(word.data() - line.data());
    m_beforeLevel = FixedText(before);
    m_afterLevel = word.data()[word.size()];
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word.data(), word.size());
    m_words.remember(bytes, level);
}

void TextLayout::learnAt(std::string_view line, const LineTraits &traits,
                         const WrittenPlaces &places, SpanCollector &times)
{
    const auto size = places.timeEnd - places.timeAt;
    if (!traits.time || places.timeAt > FixedText::kMostBytes || places.timeEnd >= line.size()) {
        return;
    }
    const TimeLayout layout(line.substr(places.timeAt, size + 1), size, *traits.time);
    if (!layout.isKnown()) {
        return;
    }
    m_timeAt = places.timeAt;
    m_beforeTime = FixedText(line.substr(0, places.timeAt));
    times.setLayout(layout);
    m_levelFrom = places.timeEnd;
    m_hasLevel = false;
    if (places.levelAt < m_levelFrom || places.levelEnd >= line.size() ||
        places.levelEnd - places.levelAt > sizeof(std::uint64_t) ||
        places.levelEnd == places.levelAt) {
        return;
    }
    const char *const end = line.data() + line.size();
    const char *const levelAt = line.data() + places.levelAt;
    const char *at = skipBlanks(line.data() + m_levelFrom, end);
    for (unsigned before = 0; before <= kMostWordsBefore && at <= levelAt; ++before) {
        const char *const wordEnd = skipWord(at, end);
        const auto prefix = static_cast<std::size_t>(levelAt - at);
        if (levelAt < wordEnd && prefix <= FixedText::kMostBytes) {
            m_wordsBefore = before;
            learnWord(line, {at, prefix},
                      line.substr(places.levelAt, places.levelEnd - places.levelAt), traits.level);
            return;
        }
        at = skipBlanks(wordEnd, end);
    }
}

} // namespace foretop::logs
