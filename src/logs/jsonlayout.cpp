// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/jsonlayout.h"

#include "logs/byteword.h"

#include <algorithm>
#include <cstring>

namespace foretop::logs {
namespace {

/// Bytes of the word at @p at up to the end of a JSON string or number; 9 or more is too long.
unsigned wordLength(const char *at, bool isString)
{
    const auto word = loadWord(at);
    if (isString) {
        const auto length = placeOf('"', word);
        return length == 8 && at[8] != '"' ? 9 : length;
    }
    const auto length = std::min({placeOf(',', word), placeOf('}', word), placeOf(' ', word)});
    return length == 8 ? 9 : length;
}

/// 0 when @p text does not fit.
std::uint64_t wordOf(std::string_view text)
{
    std::uint64_t word = 0;
    if (text.size() <= sizeof word) {
        std::memcpy(&word, text.data(), text.size());
    }
    return word;
}

std::string_view valueAt(std::string_view line, const MemberPlace &place)
{
    return line.substr(place.valueAt, place.valueEnd - place.valueAt);
}

} // namespace

std::optional<Level> JsonLayout::read(std::string_view line, SpanCollector &times) const
{
    if (!m_isLearned) {
        return {};
    }
    const char *at = line.data();
    const char *const end = line.data() + line.size();
    std::optional<Level> level;
    std::uint64_t timeKey = 0;
    for (const auto &step : m_steps) {
        if (static_cast<std::size_t>(end - at) <= step.gap + step.key.size()) {
            return {};
        }
        at += step.gap;
        if (!step.key.isAt(at)) {
            return {};
        }
        at += step.key.size();
        if (step.isLevel) {
            const auto length = wordLength(at, m_isLevelString);
            if (length > 8) {
                return {};
            }
            level = m_words.find(firstBytes(loadWord(at), length));
            at += length;
        } else if (times.layout().matches(at)) {
            timeKey = times.layout().key(at);
            at += times.layout().size();
        } else {
            return {};
        }
        if (at > end) {
            return {};
        }
    }
    // A brace in what was passed over may mean that the keys belong to a nested object.
    if (!level ||
        std::memchr(line.data() + 1, '{', static_cast<std::size_t>(at - line.data() - 1))) {
        return {};
    }
    times.addKeyed(timeKey);
    return level;
}

void JsonLayout::learnPlaces(std::string_view line, const HeadMembers &members)
{
    m_isLearned = members.level && members.time;
    if (!m_isLearned) {
        return;
    }
    const bool isLevelFirst = members.level->keyAt < members.time->keyAt;
    std::size_t at = 0;
    for (auto &step : m_steps) {
        step.isLevel = (&step == &m_steps[0]) == isLevelFirst;
        const auto &place = step.isLevel ? *members.level : *members.time;
        step.gap = place.keyAt - at;
        step.key = FixedText(line.substr(place.keyAt, place.valueAt - place.keyAt));
        m_isLearned = m_isLearned && step.key.size() > 0;
        // The layout of a time takes the byte after it along.
        at = step.isLevel ? place.valueEnd : place.valueEnd + 1;
    }
    m_isLevelString = members.level->isString;
}

HeadPlaces JsonLayout::headPlaces(const TimeLayout &layout) const
{
    if (!m_isLearned || m_steps[0].isLevel || !m_isLevelString) {
        return {};
    }
    const auto timeAt = m_steps[0].gap + m_steps[0].key.size();
    return {.timeAt = timeAt,
            .levelAt = timeAt + layout.size() + m_steps[1].gap + m_steps[1].key.size(),
            .levelEnd = '"'};
}

void JsonLayout::learnLevel(std::string_view line, const MemberPlace &place, Level level)
{
    if (place.scale != m_scale) {
        m_words = {};
        m_scale = place.scale;
    }
    if (const auto word = wordOf(valueAt(line, place)); word != 0) {
        m_words.remember(word, level);
    }
}

std::optional<Level> JsonLayout::levelAt(std::string_view line, const MemberPlace &place) const
{
    return place.scale == m_scale ? m_words.find(wordOf(valueAt(line, place))) : std::nullopt;
}

} // namespace foretop::logs
