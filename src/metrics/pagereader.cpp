// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/pagereader.h"

#include "metrics/bytechunk.h"
#include "metrics/lineends.h"
#include "metrics/number.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace foretop::metrics {
namespace {

constexpr std::size_t kBytesPerSample = 80; // of a usual page
constexpr std::string_view kHelp = "# HELP ";
constexpr std::string_view kType = "# TYPE ";

std::string_view between(const char *begin, const char *end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool hasOneName(const LabelView &a, const LabelView &b)
{
    return a.first == b.first;
}

} // namespace

PageReader::PageReader(WallTime now, std::string_view source, bool isOpenMetrics)
    : m_now(now)
    , m_parser(now, source, isOpenMetrics)
    , m_out(m_parser.parsed())
{
}

ExpositionView PageReader::read(std::string_view page, std::vector<ValuePlace> *places)
{
    m_places = places;
    m_page = page.data();
    m_pageEnd = page.data() + page.size();
    m_out.samples.reserve(page.size() / kBytesPerSample);
    m_out.labels.reserve(page.size() / kBytesPerSample);
    LineEnds ends;
    const auto *begin = m_page;
    bool wasPlain = true; // what of the line lies in parts before
    for (const auto *part = m_page; part != m_pageEnd; part += ends.bytes()) {
        ends.find(between(part, m_pageEnd));
        for (const auto offset : ends) {
            const Line line{begin, part + offset,
                            (wasPlain && ends.isPlain()) || isPlain(between(begin, part + offset))};
            if (!m_parser.isEnded() && readLine(line)) {
                m_parser.skipLine();
            } else {
                readAny(line.begin, line.end);
            }
            begin = line.end + 1;
            wasPlain = true;
        }
        wasPlain = wasPlain && ends.isPlain();
    }
    if (begin != m_pageEnd) {
        readAny(begin, m_pageEnd);
    }
    m_parser.end();
    return m_parser.take();
}

/// Any line, by the parser for any.
void PageReader::readAny(const char *begin, const char *end)
{
    const auto samples = m_out.samples.size();
    m_parser.read(between(begin, end));
    if (m_places && m_out.samples.size() > samples) {
        m_places->push_back({static_cast<std::size_t>(begin - m_page),
                             static_cast<std::size_t>(begin - m_page) + m_parser.valueAt(),
                             static_cast<std::size_t>(end - m_page), m_parser.lineNumber()});
    }
}

/// This and what follows: false, with nothing done, when the line is not as most are.
bool PageReader::readLine(const Line &line)
{
    return *line.begin == '#' ? readComment(line) : readSample(line);
}

bool PageReader::readComment(const Line &line)
{
    const auto size = static_cast<std::size_t>(line.end - line.begin);
    if (size <= kHelp.size() || !line.isPlain) {
        return false;
    }
    const auto *at = line.begin + kHelp.size();
    if (std::memcmp(line.begin, kHelp.data(), kHelp.size()) == 0) {
        return readHelp(line, at);
    }
    return std::memcmp(line.begin, kType.data(), kType.size()) == 0 && readType(line, at);
}

bool PageReader::readHelp(const Line &line, const char *at)
{
    const auto *end = metricNameEnd(line, at);
    if (!end || *end != ' ') {
        return false;
    }
    const auto *help = end + 1;
    const bool isUsual =
        !isBlank(*help) && line.end[-1] != '\r' && between(help, line.end).size() <= kMaxHelpBytes;
    if (isUsual) {
        m_lastName = between(at, end);
        m_parser.family(m_lastName).help = between(help, line.end);
    }
    return isUsual;
}

bool PageReader::readType(const Line &line, const char *at)
{
    const auto *end = metricNameEnd(line, at);
    if (!end || *end != ' ') {
        return false;
    }
    const auto type = familyType(between(end + 1, line.end), false, true);
    if (!type) {
        return false;
    }
    m_lastName = between(at, end);
    m_parser.family(m_lastName).type = *type;
    return true;
}

bool PageReader::readSample(const Line &line)
{
    const auto *at = line.begin;
    const auto *end = metricNameEnd(line, at);
    if (!end || (*end != ' ' && *end != '{')) {
        return false;
    }
    const auto labels = m_out.labels.size();
    const auto *value = end;
    Sample sample{m_now, 0};
    if (*value == '{' && !readLabels(line, value)) {
        m_out.labels.resize(labels);
        return false;
    }
    value += *value == ' ' ? 1 : 0;
    if (!readValue(line, value, sample)) {
        m_out.labels.resize(labels);
        return false;
    }
    m_lastName = between(at, end);
    m_out.samples.push_back({m_lastName, static_cast<std::uint32_t>(labels),
                             static_cast<std::uint32_t>(m_out.labels.size() - labels), sample});
    if (m_places) {
        m_places->push_back({static_cast<std::size_t>(line.begin - m_page),
                             static_cast<std::size_t>(value - m_page),
                             static_cast<std::size_t>(line.end - m_page),
                             m_parser.lineNumber() + 1});
    }
    return true;
}

/// From "{" to behind "}". What it added is the caller's to take back when it fails.
bool PageReader::readLabels(const Line &line, const char *&at)
{
    if (!line.isPlain) {
        return false;
    }
    auto &labels = m_out.labels;
    const auto begin = labels.size();
    bool isSorted = true;
    bool hasEmpty = false;
    ++at;
    while (*at != '}') {
        const auto *nameAt = at;
        at = nameEnd(at, false);
        const auto name = between(nameAt, at);
        if (name.empty() || isDigit(*nameAt) || name.size() > kMaxNameBytes || at[0] != '=' ||
            at[1] != '"' || labels.size() - begin == kMaxLabels) {
            return false;
        }
        at += 2;
        const auto *valueEnd = quoteAfter(at, line);
        if (!valueEnd || between(at, valueEnd).size() > kMaxLabelValueBytes) {
            return false;
        }
        isSorted = isSorted && (labels.size() == begin || labels.back().first < name);
        hasEmpty = hasEmpty || at == valueEnd;
        labels.emplace_back(name, between(at, valueEnd));
        at = valueEnd + 1;
        if (*at == ',') {
            ++at;
        } else if (*at != '}') {
            return false;
        }
    }
    ++at;
    if (!isSorted && !sortLabels(begin)) {
        return false;
    }
    if (hasEmpty) {
        // The data model knows no empty value: it is the same as no label.
        labels.erase(std::remove_if(labels.begin() + static_cast<std::ptrdiff_t>(begin),
                                    labels.end(),
                                    [](const LabelView &label) { return label.second.empty(); }),
                     labels.end());
    }
    return true;
}

/// Those from @p begin on. False when two have one name.
bool PageReader::sortLabels(std::size_t begin)
{
    const auto first = m_out.labels.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, m_out.labels.end());
    return std::adjacent_find(first, m_out.labels.end(), hasOneName) == m_out.labels.end();
}

bool PageReader::readValue(const Line &line, const char *at, Sample &sample)
{
    if (line.end - at == 1 && isDigit(*at)) {
        sample.value = *at - '0';
        return true;
    }
    auto rest = between(at, line.end);
    const auto number = takeSimpleNumber(rest);
    sample.value = number.value_or(0);
    return (number && rest.empty()) || m_parser.tryValue(between(line.begin, line.end),
                                                         static_cast<std::size_t>(at - line.begin),
                                                         m_out.samples.size(), sample);
}

/// The end of the metric name from @p at on; null when there is none. Mostly it is the one before.
const char *PageReader::metricNameEnd(const Line &line, const char *at) const
{
    const auto size = m_lastName.size();
    const bool isLast = static_cast<std::size_t>(line.end - at) > size &&
                        std::memcmp(at, m_lastName.data(), size) == 0 &&
                        (at[size] == ' ' || at[size] == '{');
    if (isLast && size > 0) {
        return at + size;
    }
    const auto *end = nameEnd(at, true);
    const bool isName = end != at && !isDigit(*at) && between(at, end).size() <= kMaxNameBytes;
    return isName ? end : nullptr;
}

/// The first byte from @p at on that is none of a name.
const char *PageReader::nameEnd(const char *at, bool withColons) const
{
    constexpr std::uint32_t kAll = 0xFFFF;
    for (;; at += ByteChunk::kSize) {
        const auto others = ByteChunk(at, m_pageEnd).areOfName(withColons) ^ kAll;
        if (others != 0) {
            return at + std::countr_zero(others);
        }
    }
}

/// The next quote from @p at on in @p line; null when there is none.
const char *PageReader::quoteAfter(const char *at, const Line &line) const
{
    for (; at < line.end; at += ByteChunk::kSize) {
        const auto quotes = ByteChunk(at, m_pageEnd).are('"');
        if (quotes != 0) {
            const auto *quote = at + std::countr_zero(quotes);
            return quote < line.end ? quote : nullptr;
        }
    }
    return nullptr;
}

} // namespace foretop::metrics
