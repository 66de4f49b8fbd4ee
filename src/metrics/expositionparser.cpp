// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expositionparser.h"

#include "base/text.h"

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

/// @p text, to be read from @p at on.
LineScanner lineFrom(std::string_view text, std::size_t at)
{
    if (text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    LineScanner line(text);
    line.skipTo(at);
    return line;
}

} // namespace

std::optional<FamilyType> familyType(std::string_view word, bool isStrict, bool isOpenMetrics)
{
    if (word == "untyped" && !(isStrict && isOpenMetrics)) {
        return FamilyType::Unknown;
    }
    for (auto type = FamilyType::Unknown; type <= FamilyType::StateSet;
         type = static_cast<FamilyType>(static_cast<int>(type) + 1)) {
        if (familyTypeName(type) == word) {
            const bool isOld = type >= FamilyType::Counter && type <= FamilyType::Summary;
            return isOld || isOpenMetrics || !isStrict ? std::optional(type) : std::nullopt;
        }
    }
    return {};
}

bool ExpositionParser::read(std::string_view text)
{
    ++m_lineNumber;
    if (text.ends_with('\r') && !isExact()) {
        text.remove_suffix(1);
    }
    LineScanner line(text, isExact() ? LineScanner::Spacing::Exact : LineScanner::Spacing::Free);
    return readLine(line) || note(line.error(), m_lineNumber);
}

bool ExpositionParser::end()
{
    if (m_isOpenMetrics && !m_isEnded) {
        return note({.code = ErrorCode::Missing, .message = "\"# EOF\" is missing at the end"},
                    m_lineNumber + 1);
    }
    const auto broken = m_rules ? m_rules->end() : std::nullopt;
    return !broken ||
           note({.code = ErrorCode::Malformed, .message = *broken}, m_rules->lastSampleLine());
}

bool ExpositionParser::readLine(LineScanner &line)
{
    line.skipBlanks();
    if (line.atEnd() && !isExact()) {
        return true;
    }
    if (m_isEnded) {
        return line.fail(ErrorCode::Malformed, "nothing may follow \"# EOF\"");
    }
    if (line.atEnd()) {
        return line.fail(ErrorCode::Malformed, "blank lines are not allowed");
    }
    return line.accept('#') ? readComment(line) : readSample(line);
}

bool ExpositionParser::readComment(LineScanner &line)
{
    if (!line.separator()) {
        return false;
    }
    const auto keywordAt = line.at();
    const auto keyword = line.word();
    if (keyword == "EOF" && m_isOpenMetrics) {
        m_isEnded = true;
        line.skipBlanks();
        return line.atEnd() || line.fail(ErrorCode::Malformed, "nothing may follow \"# EOF\"");
    }
    const bool isUnit = keyword == "UNIT" && m_isOpenMetrics;
    if (keyword != "TYPE" && keyword != "HELP" && !isUnit) {
        line.skipTo(keywordAt);
        return !isExact() ||
               line.fail(ErrorCode::Malformed, "a comment must be TYPE, HELP, UNIT or EOF");
    }
    std::string name;
    if (!line.separator() || !line.metricName(name)) {
        return false;
    }
    if (!line.atEnd() && !line.accept(' ')) {
        line.accept('\t');
    }
    line.skipBlanks();
    if (keyword == "TYPE") {
        return readType(line, std::move(name));
    }
    return isUnit ? readUnit(line, std::move(name)) : readHelp(line, std::move(name));
}

bool ExpositionParser::readType(LineScanner &line, std::string name)
{
    const auto word = isExact() ? line.rest() : trimmed(line.rest());
    const auto type = familyType(word, m_rules != nullptr, m_isOpenMetrics);
    if (!type) {
        return line.fail(
            word.empty() ? ErrorCode::Missing : ErrorCode::Unknown,
            fmt::format("the type of \"{}\" must be counter, gauge, histogram, "
                        "summary or {}, not \"{}\"",
                        name,
                        m_isOpenMetrics ? "gaugehistogram, info, stateset or unknown" : "untyped",
                        toValidUtf8(word.substr(0, 60))));
    }
    if (m_rules && !obey(line, m_rules->type(name, *type))) {
        return false;
    }
    keptFamily(std::move(name)).type = *type;
    return true;
}

bool ExpositionParser::readHelp(LineScanner &line, std::string name)
{
    const auto help = line.rest();
    if (help.size() > kMaxHelpBytes) {
        return line.fail(ErrorCode::TooLarge,
                         fmt::format("help must be at most {} bytes long", kMaxHelpBytes));
    }
    if (m_rules && !obey(line, m_rules->help(name))) {
        return false;
    }
    keptFamily(std::move(name)).help = kept(unescaped(help, m_isOpenMetrics));
    return true;
}

bool ExpositionParser::readUnit(LineScanner &line, std::string name)
{
    const auto unit = line.rest();
    if (unit.size() > kMaxNameBytes) {
        return line.fail(ErrorCode::TooLarge,
                         fmt::format("a unit must be at most {} bytes long", kMaxNameBytes));
    }
    if (m_rules && !obey(line, m_rules->unit(name, unit))) {
        return false;
    }
    keptFamily(std::move(name)).unit = kept(toValidUtf8(unit));
    return true;
}

bool ExpositionParser::readSample(LineScanner &line)
{
    SeriesSample sample;
    auto &[name, labels] = sample.key;
    if (line.peek() != '{' && !line.metricName(name)) {
        return false;
    }
    line.skipBlanks();
    if (!line.labels(labels, name)) {
        return false;
    }
    if (name.empty()) {
        return line.fail(ErrorCode::Missing, "the metric name is missing");
    }
    std::optional<Exemplar> exemplar;
    if (!line.separator()) {
        return false;
    }
    const auto valueAt = line.at();
    if (!readTail(line, sample.sample, exemplar)) {
        return false;
    }
    if (m_rules) {
        const bool isTimed = sample.sample.time != kUntimed;
        line.skipTo(0);
        if (!obey(line, m_rules->sample(sample, isTimed, exemplar, m_lineNumber))) {
            return false;
        }
    }
    if (sample.sample.time == kUntimed) {
        sample.sample.time = m_now;
    }
    if (exemplar) {
        exemplar->sample = m_out.samples.size();
        m_out.exemplars.push_back(std::move(*exemplar));
    }
    m_valueAt = valueAt;
    add(std::move(sample));
    return true;
}

/// The value and what follows it; the time stays kUntimed when there is none.
bool ExpositionParser::readTail(LineScanner &line, Sample &sample,
                                std::optional<Exemplar> &exemplar)
{
    sample.time = kUntimed;
    if (!line.value(sample.value)) {
        return false;
    }
    if (line.atEnd()) {
        return true;
    }
    if (!line.separator()) {
        return false;
    }
    if (!line.atEnd() && line.peek() != '#') {
        if (!line.timestamp(sample.time, m_isOpenMetrics)) {
            return false;
        }
        if (line.atEnd()) {
            return true;
        }
        if (!line.separator()) {
            return false;
        }
    }
    if (line.atEnd()) {
        return true;
    }
    if (m_rules && !m_isOpenMetrics) {
        return line.fail(ErrorCode::Malformed, "nothing may follow the timestamp");
    }
    return line.exemplar(exemplar.emplace());
}

bool ExpositionParser::readValue(std::string_view text, std::size_t valueAt, std::uint64_t number,
                                 std::size_t index, Sample &sample)
{
    auto line = lineFrom(text, valueAt);
    return readWholeTail(line, index, sample) || note(line.error(), number);
}

bool ExpositionParser::tryValue(std::string_view text, std::size_t valueAt, std::size_t index,
                                Sample &sample)
{
    auto line = lineFrom(text, valueAt);
    return readWholeTail(line, index, sample);
}

bool ExpositionParser::readWholeTail(LineScanner &line, std::size_t index, Sample &sample)
{
    std::optional<Exemplar> exemplar;
    if (!readTail(line, sample, exemplar)) {
        return false;
    }
    if (sample.time == kUntimed) {
        sample.time = m_now;
    }
    if (exemplar) {
        exemplar->sample = index;
        m_out.exemplars.push_back(std::move(*exemplar));
    }
    return true;
}

bool ExpositionParser::obey(LineScanner &line, ExpositionRules::Broken broken)
{
    return !broken || line.fail(ErrorCode::Malformed, std::move(*broken));
}

std::string_view ExpositionParser::kept(std::string text)
{
    return m_out.texts.emplace_front(std::move(text));
}

void ExpositionParser::add(SeriesSample sample)
{
    auto &[key, value] = sample;
    m_out.samples.push_back({kept(std::move(key.name)),
                             static_cast<std::uint32_t>(m_out.labels.size()),
                             static_cast<std::uint32_t>(key.labels.size()), value});
    for (auto &[name, text] : key.labels) {
        m_out.labels.emplace_back(kept(std::move(name)), kept(std::move(text)));
    }
}

FamilyView &ExpositionParser::keptFamily(std::string name)
{
    const bool isLast = !m_out.families.empty() && m_out.families.back().name == name;
    return isLast ? m_out.families.back() : family(kept(std::move(name)));
}

FamilyView &ExpositionParser::otherFamily(std::string_view name)
{
    auto &families = m_out.families;
    const int order = families.empty() ? -1 : families.back().name.compare(name);
    if (order == 0) {
        return families.back(); // mostly HELP and TYPE come together
    }
    if (m_isAscending && order < 0) {
        // In its place: to copy what was just written in parts makes the processor wait.
        auto &added = families.emplace_back();
        added.name = name;
        return added;
    }
    for (std::size_t i = 0; m_isAscending && i < families.size(); ++i) {
        m_familyIndex.emplace(families[i].name, i);
    }
    m_isAscending = false;
    const auto [at, isNew] = m_familyIndex.try_emplace(name, families.size());
    if (isNew) {
        families.push_back({.name = name, .type = {}, .help = {}, .unit = {}});
    }
    return families[at->second];
}

bool ExpositionParser::note(const Error &error, std::uint64_t lineNumber)
{
    ++m_out.badLines;
    if (m_out.firstErrors.size() < kMaxErrorsKept) {
        auto &kept = m_out.firstErrors.emplace_back(error);
        kept.source = m_source;
        kept.place.line = lineNumber;
    }
    return false;
}

} // namespace foretop::metrics
