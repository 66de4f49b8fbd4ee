// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/exposition.h"

namespace foretop::metrics {

/// Reads one line of an exposition from front to back. A read that fails returns false and notes
/// what is wrong there; columns count bytes from 1.
class LineScanner
{
public:
    /// Exact: between two parts there is one space, and none elsewhere, as OpenMetrics says.
    enum class Spacing : std::uint8_t { Free, Exact };

    explicit LineScanner(std::string_view line, Spacing spacing = Spacing::Free)
        : m_line(line)
        , m_spacing(spacing)
    {
    }

    bool atEnd() const { return m_at == m_line.size(); }
    char peek() const { return atEnd() ? '\0' : m_line[m_at]; }
    /// How far it has read, in bytes.
    std::size_t at() const { return m_at; }
    void skipTo(std::size_t at) { m_at = at; }
    bool accept(char c);
    void skipBlanks();
    /// What lies between two parts of a line.
    bool separator();
    /// Everything up to the next blank.
    std::string_view word();
    std::string_view rest() const { return m_line.substr(m_at); }

    /// [a-zA-Z_:][a-zA-Z0-9_:]* of at most kMaxNameBytes, or quoted text (Prometheus 3).
    bool metricName(std::string &name);
    /// `{name="value",...}`, sorted by name. Text alone in quotes is the metric's name.
    bool labels(Labels &labels, std::string &metricName);
    bool value(double &value);
    /// Milliseconds since the epoch; seconds when @p inSeconds or where there is a fraction.
    bool timestamp(WallTime &time, bool inSeconds);
    /// `# {labels} value timestamp`, up to the end of the line.
    bool exemplar(Exemplar &exemplar);

    /// Notes @p message at the current column.
    bool fail(ErrorCode code, std::string message);
    const Error &error() const { return m_error; }

private:
    bool name(std::string &name, bool withColons, std::string_view what);
    bool quoted(std::string &text, std::size_t maxBytes, std::string_view what);
    bool label(Labels &labels, std::string &metricName);
    bool sortLabels(Labels &labels);

    std::string_view m_line;
    Spacing m_spacing;
    std::size_t m_at = 0;
    Error m_error;
};

/// @p text with the escapes of a backslash and "n" resolved, and of a quote where @p quotes; any
/// other escape stays as it is, as in Prometheus' own reader. Invalid UTF-8 as toValidUtf8() shows
/// it.
std::string unescaped(std::string_view text, bool quotes);

} // namespace foretop::metrics
