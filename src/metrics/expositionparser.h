// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/exposition.h"
#include "metrics/expositionrules.h"
#include "metrics/linescanner.h"

#include <unordered_map>

namespace foretop::metrics {

std::optional<FamilyType> familyType(std::string_view word, bool isStrict, bool isOpenMetrics);

/// The time of a sample that has none, which no exposition can hold.
inline constexpr WallTime kUntimed = WallTime::min();

/// Reads an exposition line by line, any line and at leisure; PageReader is faster with usual ones.
class ExpositionParser
{
public:
    /// Without @p rules it is lenient.
    ExpositionParser(WallTime now, std::string_view source, bool isOpenMetrics,
                     ExpositionRules *rules = nullptr)
        : m_now(now)
        , m_source(source)
        , m_isOpenMetrics(isOpenMetrics)
        , m_rules(rules)
    {
    }

    /// The next line, without its end. False, noted, when it is not valid.
    bool read(std::string_view text);
    /// Counts a line that was read elsewhere into parsed().
    void skipLine() { ++m_lineNumber; }
    /// Checks what only the end can tell. False, noted, when that is not valid.
    bool end();

    /// Where the value starts in the line that gave the last sample.
    std::size_t valueAt() const { return m_valueAt; }
    /// What follows @p valueAt in the line @p number, @p text, as the value of the sample
    /// @p index. False, noted, when it is not valid.
    bool readValue(std::string_view text, std::size_t valueAt, std::uint64_t number,
                   std::size_t index, Sample &sample);

    /// The same, but what is not valid is not noted.
    bool tryValue(std::string_view text, std::size_t valueAt, std::size_t index, Sample &sample);

    /// What comes next is behind the end that the page itself told.
    bool isEnded() const { return m_isEnded; }
    std::uint64_t lineNumber() const { return m_lineNumber; }
    /// The family of this name, made when it is new; @p name must stay.
    FamilyView &family(std::string_view name)
    {
        const bool isLast =
            !m_out.families.empty() && m_out.families.back().name.data() == name.data();
        return isLast ? m_out.families.back() : otherFamily(name);
    }
    ExpositionView &parsed() { return m_out; }
    ExpositionView take() { return std::move(m_out); }

private:
    bool readLine(LineScanner &line);
    bool readComment(LineScanner &line);
    bool readType(LineScanner &line, std::string name);
    bool readHelp(LineScanner &line, std::string name);
    bool readUnit(LineScanner &line, std::string name);
    bool readSample(LineScanner &line);
    bool readWholeTail(LineScanner &line, std::size_t index, Sample &sample);
    bool readTail(LineScanner &line, Sample &sample, std::optional<Exemplar> &exemplar);
    bool obey(LineScanner &line, ExpositionRules::Broken broken);
    bool isExact() const { return m_rules && m_isOpenMetrics; }
    std::string_view kept(std::string text);
    FamilyView &otherFamily(std::string_view name);
    FamilyView &keptFamily(std::string name);
    void add(SeriesSample sample);
    bool note(const Error &error, std::uint64_t lineNumber);

    const WallTime m_now;
    const std::string_view m_source;
    const bool m_isOpenMetrics;
    ExpositionRules *const m_rules;
    bool m_isAscending = true; // families so far: then the last is the greatest
    std::unordered_map<std::string_view, std::size_t> m_familyIndex; // once they are not
    std::uint64_t m_lineNumber = 0;
    std::size_t m_valueAt = 0;
    bool m_isEnded = false; // by "# EOF"
    ExpositionView m_out;
};

} // namespace foretop::metrics
