// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"

#include "base/text.h"
#include "metrics/linescanner.h"

#include <unordered_map>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

std::optional<FamilyType> familyType(std::string_view word)
{
    struct TypeWord
    {
        std::string_view word;
        FamilyType type;
    };
    // The last six are OpenMetrics 1.0's.
    static constexpr TypeWord kWords[] = {
        {"counter", FamilyType::Counter},
        {"gauge", FamilyType::Gauge},
        {"histogram", FamilyType::Histogram},
        {"summary", FamilyType::Summary},
        {"untyped", FamilyType::Unknown},
        {"unknown", FamilyType::Unknown},
        {"info", FamilyType::Gauge},
        {"stateset", FamilyType::Gauge},
        {"gaugehistogram", FamilyType::Histogram},
    };
    for (const auto &known : kWords) {
        if (known.word == word) {
            return known.type;
        }
    }
    return {};
}

class ExpositionParser
{
public:
    ExpositionParser(std::string_view text, WallTime now, std::string_view source)
        : m_rest(text)
        , m_now(now)
        , m_source(source)
        , m_isOpenMetrics(trimmed(text).ends_with("# EOF"))
    {
    }

    Exposition parse();

private:
    bool readLine(LineScanner &line);
    bool readComment(LineScanner &line);
    bool readType(LineScanner &line, std::string &name);
    bool readSample(LineScanner &line);
    Family &family(std::string name);
    void note(const Error &error, std::uint64_t lineNumber);

    std::string_view m_rest;
    const WallTime m_now;
    const std::string_view m_source;
    const bool m_isOpenMetrics; // its timestamps are in seconds
    std::unordered_map<std::string, std::size_t> m_familyIndex;
    Exposition m_out;
};

Exposition ExpositionParser::parse()
{
    for (std::uint64_t number = 1; !m_rest.empty(); ++number) {
        auto text = takeUntil(m_rest, '\n');
        if (text.ends_with('\r')) {
            text.remove_suffix(1);
        }
        LineScanner line(text);
        if (!readLine(line)) {
            note(line.error(), number);
        }
    }
    return std::move(m_out);
}

bool ExpositionParser::readLine(LineScanner &line)
{
    line.skipBlanks();
    if (line.atEnd()) {
        return true;
    }
    return line.accept('#') ? readComment(line) : readSample(line);
}

bool ExpositionParser::readComment(LineScanner &line)
{
    line.skipBlanks();
    const auto keyword = line.word();
    const bool isType = keyword == "TYPE";
    if (!isType && keyword != "HELP") {
        return true;
    }
    line.skipBlanks();
    std::string name;
    if (!line.metricName(name)) {
        return false;
    }
    line.skipBlanks();
    if (isType) {
        return readType(line, name);
    }
    auto help = line.rest();
    if (help.size() > kMaxHelpBytes) {
        return line.fail(ErrorCode::TooLarge,
                         fmt::format("help must be at most {} bytes long", kMaxHelpBytes));
    }
    family(std::move(name)).help = unescaped(help, m_isOpenMetrics);
    return true;
}

bool ExpositionParser::readType(LineScanner &line, std::string &name)
{
    const auto word = trimmed(line.rest());
    const auto type = familyType(word);
    if (!type) {
        return line.fail(word.empty() ? ErrorCode::Missing : ErrorCode::Unknown,
                         fmt::format("the type of \"{}\" must be counter, gauge, histogram, "
                                     "summary or untyped, not \"{}\"",
                                     name, toValidUtf8(word.substr(0, 60))));
    }
    family(std::move(name)).type = *type;
    return true;
}

bool ExpositionParser::readSample(LineScanner &line)
{
    SeriesSample sample;
    sample.sample.time = m_now;
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
    line.skipBlanks();
    if (!line.value(sample.sample.value)) {
        return false;
    }
    line.skipBlanks();
    // OpenMetrics puts an exemplar after " # ".
    if (!line.atEnd() && line.peek() != '#') {
        if (!line.timestamp(sample.sample.time, m_isOpenMetrics)) {
            return false;
        }
        line.skipBlanks();
    }
    if (!line.atEnd() && line.peek() != '#') {
        return line.fail(ErrorCode::Malformed, "nothing may follow the timestamp");
    }
    m_out.samples.push_back(std::move(sample));
    return true;
}

Family &ExpositionParser::family(std::string name)
{
    const auto [at, isNew] = m_familyIndex.try_emplace(name, m_out.families.size());
    if (isNew) {
        m_out.families.push_back(
            {.name = std::move(name), .type = FamilyType::Unknown, .help = {}});
    }
    return m_out.families[at->second];
}

void ExpositionParser::note(const Error &error, std::uint64_t lineNumber)
{
    ++m_out.badLines;
    if (m_out.firstErrors.size() < kMaxErrorsKept) {
        auto &kept = m_out.firstErrors.emplace_back(error);
        kept.source = m_source;
        kept.place.line = lineNumber;
    }
}

} // namespace

Exposition parseExposition(std::string_view text, WallTime now, std::string_view source)
{
    return ExpositionParser(text, now, source).parse();
}

} // namespace foretop::metrics
