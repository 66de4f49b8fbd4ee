// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordtimereader.h"

#include <array>

namespace foretop::logs {

RecordTimeReader::RecordTimeReader(const LineRules &rules)
    : m_reader(rules)
    , m_classifier(rules)
{
}

std::optional<WallTime> RecordTimeReader::read(std::string_view record)
{
    const auto line = record.substr(0, record.find('\n'));
    if (line.empty()) {
        return {};
    }
    const std::array<std::uint32_t, 2> bounds{0, static_cast<std::uint32_t>(line.size())};
    LineClass lineClass = 0;
    m_classifier.classify(line.data(), bounds, &lineClass);
    const auto span = m_classifier.takeTimes();
    // Times of some layouts are known to a millisecond or so only.
    return span.earliest == span.latest ? span.earliest : m_reader.read(line).time;
}

} // namespace foretop::logs
