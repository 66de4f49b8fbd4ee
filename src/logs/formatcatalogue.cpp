// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "logs/anyrecord.h"
#include "logs/builtinformats.h"
#include "logs/linerules.h"
#include "logs/logformat.h"

#include <algorithm>
#include <tuple>

namespace foretop::logs {
namespace {

constexpr std::size_t kMostSampleRecords = 300;
constexpr std::size_t kMostLineBytes = 64U << 10;

/// Lines at the front of @p sample that may start a record; not a last one that is cut off, unless
/// it is the only one.
std::vector<std::string_view> firstLines(std::string_view sample)
{
    std::vector<std::string_view> lines;
    while (!sample.empty() && lines.size() < kMostSampleRecords) {
        const bool isWhole = sample.find('\n') != std::string_view::npos;
        auto line = takeUntil(sample, '\n').substr(0, kMostLineBytes);
        line = line.substr(0, line.find_last_not_of('\r') + 1);
        if ((isWhole || lines.empty()) && mayStartRecord(LineKind::Json, line)) {
            lines.push_back(line);
        }
    }
    return lines;
}

struct Score
{
    std::size_t timed = 0;
    std::size_t read = 0;

    bool operator<(const Score &other) const
    {
        return std::tie(timed, read) < std::tie(other.timed, other.read);
    }
};

} // namespace

std::optional<WrittenPlaces> LogFormat::places(std::string_view /*text*/) const
{
    return {};
}

FormatCatalogue::FormatCatalogue()
    : m_formats(builtInFormats())
{
}

LogFormatPtr FormatCatalogue::named(std::string_view name) const
{
    const auto found = std::find_if(m_formats.begin(), m_formats.end(),
                                    [name](const auto &format) { return format->name() == name; });
    return found == m_formats.end() ? nullptr : *found;
}

void FormatCatalogue::add(LogFormatPtr format)
{
    const auto same = std::find_if(m_formats.begin(), m_formats.end(), [&](const auto &held) {
        return held->name() == format->name();
    });
    if (same != m_formats.end()) {
        *same = std::move(format);
    } else {
        m_formats.push_back(std::move(format));
    }
}

LogFormatPtr FormatCatalogue::detect(std::string_view sample, const FormatContext &context) const
{
    std::vector<Score> scores(m_formats.size());
    std::size_t records = 0;
    for (const auto line : firstLines(sample)) {
        const auto text = toValidUtf8(line);
        bool isRead = false;
        for (std::size_t i = 0; i < m_formats.size(); ++i) {
            Record record;
            if (m_formats[i]->read(text, context, record)) {
                isRead = true;
                scores[i].read += 1;
                scores[i].timed += record.time ? 1 : 0;
            }
        }
        // Lines without a time may belong to the record before.
        JsonReader reader;
        records += isRead || readAnyRecord(text, context, reader).time ? 1 : 0;
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < scores.size(); ++i) {
        // Of equals a format of a person counts most, then the more special one.
        const bool isOwn = !m_formats[i]->isToldByRecord() && m_formats[best]->isToldByRecord();
        if (scores[best] < scores[i] || (isOwn && !(scores[i] < scores[best]))) {
            best = i;
        }
    }
    const bool isMost = scores[best].read > 0 && scores[best].read * 2 >= records;
    return isMost ? m_formats[best] : nullptr;
}

} // namespace foretop::logs
