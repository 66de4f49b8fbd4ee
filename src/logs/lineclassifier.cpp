// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/lineclassifier.h"

#include "logs/linescan.h"

namespace foretop::logs {

LineClassifier::LineClassifier(LineRules rules)
    : m_rules(std::move(rules))
    , m_reader(m_rules)
    , m_headWords(&m_text.words())
{
}

void LineClassifier::classify(const char *text, std::span<const std::uint32_t> bounds,
                              LineClass *classes)
{
    const auto count = bounds.size() - 1;
    for (std::size_t i = 0; i < count; ++i) {
        i += m_head.read(text, bounds.data() + i, count - i, *m_headWords, m_times, classes + i);
        if (i == count) {
            break;
        }
        const auto line =
            std::string_view(text + bounds[i], bounds[i + 1] - bounds[i]).substr(0, kLineHeadBytes);
        classes[i] = classifyLine(line);
        if (m_hasLearned || ++m_headMisses % kMissesPerHead == 0) {
            m_hasLearned = false;
            learnHead(line);
        }
    }
}

void LineClassifier::learnHead(std::string_view line)
{
    const bool isObject = line[0] == '{';
    m_headWords = isObject ? &m_json.words() : &m_text.words();
    m_head.learn(line, isObject ? m_json.headPlaces(m_times.layout()) : m_text.headPlaces(),
                 m_times.layout());
}

bool LineClassifier::startsRecord(std::string_view line)
{
    line = line.substr(0, kLineHeadBytes);
    switch (m_rules.kind) {
    case LineKind::Plain:
        return true;
    case LineKind::Json:
        return !isIndented(line);
    case LineKind::Timed:
        break;
    }
    return !isIndented(line) && (line[0] == '{' || m_text.hasTime(line, m_times) ||
                                 (mayHaveTime(line) && classifyText(line) != kContinuation));
}

LineClass LineClassifier::classifyLine(std::string_view line)
{
    if (line[0] == '{') {
        const auto level = m_json.read(line, m_times);
        return level ? classOf(*level) : classifyObject(line);
    }
    if (const auto level = m_text.read(line, m_times)) {
        return classOf(*level);
    }
    if (m_rules.kind != LineKind::Plain && isIndented(line)) {
        return kContinuation;
    }
    return classifyText(line);
}

LineClass LineClassifier::classifyObject(std::string_view line)
{
    const auto members = m_members.find(line);
    if (!members.isSimple) {
        return addTraits(m_reader.read(line));
    }
    const auto level = members.level ? m_json.levelAt(line, *members.level) : Level::Unknown;
    const char *const time = members.time ? line.data() + members.time->valueAt : nullptr;
    if (level && (time == nullptr || m_times.layout().matches(time))) {
        m_json.learnPlaces(line, members);
        if (time == nullptr) {
            m_times.addUntimed();
        } else {
            m_times.addKeyed(m_times.layout().key(time));
        }
        return classOf(*level);
    }
    const auto traits = m_reader.read(line);
    if (members.level) {
        m_json.learnLevel(line, *members.level, traits.level);
    }
    if (members.time && traits.time) {
        const auto size = members.time->valueEnd - members.time->valueAt;
        m_times.setLayout(
            TimeLayout(line.substr(members.time->valueAt, size + 1), size, *traits.time));
    }
    m_json.learnPlaces(line, members);
    m_hasLearned = true;
    return addTraits(traits);
}

LineClass LineClassifier::classifyText(std::string_view line)
{
    if (m_rules.kind == LineKind::Timed && !mayHaveTime(line)) {
        return kContinuation;
    }
    const auto traits = m_reader.read(line);
    m_text.learn(line, traits, {.now = m_rules.clock->wallNow(), .zone = m_rules.zone}, m_times);
    m_hasLearned = traits.time.has_value();
    return addTraits(traits);
}

LineClass LineClassifier::addTraits(const LineTraits &traits)
{
    if (!traits.startsRecord) {
        return kContinuation;
    }
    if (traits.time) {
        m_times.add(*traits.time);
    } else {
        m_times.addUntimed();
    }
    return classOf(traits.level);
}

} // namespace foretop::logs
