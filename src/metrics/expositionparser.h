// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/exposition.h"
#include "metrics/expositionrules.h"
#include "metrics/linescanner.h"

#include <unordered_map>

namespace foretop::metrics {

/// The time of a sample that has none, which no exposition can hold.
inline constexpr WallTime kUntimed = WallTime::min();

/// Reads an exposition line by line.
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

    void reserve(std::size_t samples) { m_out.samples.reserve(samples); }
    /// The next line, without its end. False, noted, when it is not valid.
    bool read(std::string_view text);
    /// Checks what only the end can tell. False, noted, when that is not valid.
    bool end();

    /// Where the value starts in the line that gave the last sample.
    std::size_t valueAt() const { return m_valueAt; }
    /// What follows @p valueAt in the line @p number, @p text, as the value of the sample
    /// @p index. False, noted, when it is not valid.
    bool readValue(std::string_view text, std::size_t valueAt, std::uint64_t number,
                   std::size_t index, Sample &sample);

    const Exposition &parsed() const { return m_out; }
    Exposition take() { return std::move(m_out); }

private:
    bool readLine(LineScanner &line);
    bool readComment(LineScanner &line);
    bool readType(LineScanner &line, std::string name);
    bool readHelp(LineScanner &line, std::string name);
    bool readUnit(LineScanner &line, std::string name);
    bool readSample(LineScanner &line);
    bool readTail(LineScanner &line, Sample &sample, std::optional<Exemplar> &exemplar);
    bool obey(LineScanner &line, ExpositionRules::Broken broken);
    bool isExact() const { return m_rules && m_isOpenMetrics; }
    Family &family(std::string name);
    bool note(const Error &error, std::uint64_t lineNumber);

    const WallTime m_now;
    const std::string_view m_source;
    const bool m_isOpenMetrics;
    ExpositionRules *const m_rules;
    std::unordered_map<std::string, std::size_t> m_familyIndex;
    std::uint64_t m_lineNumber = 0;
    std::size_t m_valueAt = 0;
    bool m_isEnded = false; // by "# EOF"
    Exposition m_out;
};

} // namespace foretop::metrics
