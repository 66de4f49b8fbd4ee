// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/lineclassifier.h"

#include "logs/accessline.h"
#include "logs/containerline.h"
#include "logs/linescan.h"
#include "logs/numbertext.h"
#include "logs/plaintime.h"

#include <array>

namespace foretop::logs {
namespace {

/// The level that a member's value says by itself.
std::optional<Level> levelIn(std::string_view line, const MemberPlace &place)
{
    const auto text = line.substr(place.valueAt, place.valueEnd - place.valueAt);
    if (const auto number = numberOf(text)) {
        return levelFromNumber(*number, place.scale);
    }
    return place.isString ? levelFromName(text) : std::nullopt;
}

} // namespace

LineClassifier::LineClassifier(LineRules rules)
    : m_rules(std::move(rules))
    , m_reader(m_rules)
    , m_headWords(&m_text.words())
    , m_contained(new LineClassifier(m_rules, Contained{}))
{
}

LineClassifier::LineClassifier(const LineRules &rules, Contained /*unused*/)
    : m_rules({.kind = LineKind::Plain, .clock = rules.clock, .format = {}, .zone = rules.zone})
    , m_reader(m_rules)
    , m_headWords(&m_text.words())
{
}

TimeSpan LineClassifier::takeTimes()
{
    auto span = m_times.take();
    span.add(m_placedTimes.take());
    return span;
}

bool LineClassifier::isOfOwnFormat() const
{
    return m_rules.format != nullptr && !m_rules.format->isToldByRecord();
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
    const bool isObject = line[0] == '{' && !isOfOwnFormat();
    if (!isObject && !m_text.hasTime(line, m_times)) {
        return;
    }
    m_headWords = isObject ? &m_json.words() : &m_text.words();
    m_head.learn(line, isObject ? m_json.headPlaces(m_times.layout()) : m_text.headPlaces(),
                 m_times.layout());
}

bool LineClassifier::startsRecord(std::string_view line)
{
    line = line.substr(0, kLineHeadBytes);
    if (m_rules.kind == LineKind::Plain || m_rules.kind == LineKind::Json) {
        return mayStartRecord(m_rules.kind, line);
    }
    if (isIndented(line)) {
        return false;
    }
    if (startsObject(line) || m_text.hasTime(line, m_times)) {
        return true;
    }
    return (isOfOwnFormat() ? classifyOwn(line) : classifyText(line)) != kContinuation;
}

LineClass LineClassifier::classifyLine(std::string_view line)
{
    if (line[0] == '{' && startsObject(line) && !isOfOwnFormat()) {
        if (const auto docker = classifyDocker(line)) {
            return *docker;
        }
        const auto level = m_json.read(line, m_times);
        return level ? classOf(*level) : classifyObject(line);
    }
    if (m_expectsAccess) {
        if (const auto access = classifyAccess(line)) {
            return *access;
        }
    }
    if (const auto level = m_text.read(line, m_times)) {
        return classOf(*level);
    }
    if (!mayStartRecord(m_rules.kind, line)) {
        return kContinuation;
    }
    return isOfOwnFormat() ? classifyOwn(line) : classifyText(line);
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
    auto traits = m_reader.read(line);
    if (members.level) {
        // As the head says also where the object behind it is cut off: what is learned here holds
        // for all lines with this word.
        traits.level = levelIn(line, *members.level).value_or(traits.level);
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
    if (const auto cri = classifyCri(line)) {
        return *cri;
    }
    if (const auto access = classifyAccess(line)) {
        return *access;
    }
    const auto traits = m_reader.read(line);
    m_text.learn(line, traits, {.now = m_rules.clock->wallNow(), .zone = m_rules.zone}, m_times);
    m_hasLearned = traits.time.has_value();
    return addTraits(traits);
}

LineClass LineClassifier::classifyOwn(std::string_view line)
{
    const auto traits = m_reader.read(line);
    const auto text = line.substr(0, line.find_last_not_of("\r\n") + 1);
    if (const auto places = m_rules.format->places(text)) {
        m_text.learnAt(line, traits, *places, m_times);
        m_hasLearned = true;
    }
    return addTraits(traits);
}

/// Adds @p time, whose text a byte follows; false when it cannot be read.
bool LineClassifier::addPlacedTime(std::string_view time)
{
    const auto &layout = m_placedTimes.layout();
    if (layout.size() == time.size() + 1 && layout.matches(time.data())) {
        m_placedTimes.addKeyed(layout.key(time.data()));
        return true;
    }
    const auto read = plainTime(time, {.now = m_rules.clock->wallNow(), .zone = m_rules.zone});
    if (read) {
        m_placedTimes.setLayout(
            TimeLayout(std::string_view(time.data(), time.size() + 1), time.size(), *read));
        m_placedTimes.add(*read);
    }
    return read.has_value();
}

std::optional<LineClass> LineClassifier::classifyAccess(std::string_view line)
{
    const auto places = isOfOwnFormat() ? std::nullopt : findAccessPlaces(line);
    m_expectsAccess =
        places && addPlacedTime(line.substr(places->timeAt, places->timeEnd - places->timeAt));
    return m_expectsAccess ? std::optional(classOf(levelOfStatus(line[places->statusAt])))
                           : std::nullopt;
}

std::optional<LineClass> LineClassifier::classifyCri(std::string_view line)
{
    const auto container = m_contained ? readCriLine(line) : std::nullopt;
    return container ? classifyContained(container->inner, container->time) : std::nullopt;
}

std::optional<LineClass> LineClassifier::classifyDocker(std::string_view line)
{
    const auto container = m_contained ? splitDockerLine(line) : std::nullopt;
    if (!container || !unescapeJson(container->inner, m_unescaped)) {
        return {};
    }
    const auto size = m_unescaped.find_last_not_of("\r\n") + 1;
    m_unescaped.resize(size);
    m_unescaped.resize(size + kScanPadding, '\n');
    return classifyContained(std::string_view(m_unescaped).substr(0, size), container->time);
}

/// @p inner is what a container wrote at @p time; kScanPadding bytes after it must be readable.
std::optional<LineClass> LineClassifier::classifyContained(std::string_view inner,
                                                           std::string_view time)
{
    if (inner.empty()) {
        return addPlacedTime(time) ? std::optional(classOf(Level::Unknown)) : std::nullopt;
    }
    if (readCriLine(inner) || inner.starts_with(R"({"log":)")) {
        return {}; // only one container's line is taken off
    }
    const std::array<std::uint32_t, 2> bounds = {0, static_cast<std::uint32_t>(inner.size())};
    LineClass found = 0;
    m_contained->classify(inner.data(), bounds, &found);
    const auto span = m_contained->takeTimes();
    if (!span.earliest) {
        return addPlacedTime(time) ? std::optional(found) : std::nullopt;
    }
    m_placedTimes.add(*span.earliest);
    m_placedTimes.add(*span.latest);
    return found;
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
