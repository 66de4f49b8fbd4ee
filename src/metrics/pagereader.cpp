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
constexpr std::size_t kBytesPerFamily = 200;
constexpr std::ptrdiff_t kMaxExactDigits = 15; // of whole numbers that a double holds
constexpr std::size_t kTwoChunks = 2 * ByteChunk::kSize;
constexpr std::uint32_t kAllOfChunk = 0xFFFF;
constexpr std::string_view kHelp = "# HELP ";
constexpr std::string_view kType = "# TYPE ";

std::string_view between(const char *begin, const char *end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

bool isDigit(char c)
{
    return static_cast<unsigned char>(c - '0') < 10;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool hasOneName(const LabelView &a, const LabelView &b)
{
    return a.first == b.first;
}

/// Most families are gauges and counters.
std::optional<FamilyType> usualType(std::string_view word)
{
    if (word == "gauge") {
        return FamilyType::Gauge;
    }
    return word == "counter" ? FamilyType::Counter : familyType(word, false, true);
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
    m_out.families.reserve(page.size() / kBytesPerFamily);
    LineEnds ends;
    const auto *begin = m_page;
    bool wasPlain = true; // what of the line lies in parts before
    for (const auto *part = m_page; part != m_pageEnd; part += ends.bytes()) {
        ends.find(between(part, m_pageEnd));
        for (const auto offset : ends) {
            const Line line{begin, part + offset,
                            (wasPlain && ends.isPlain()) || isPlain(between(begin, part + offset))};
            if (!m_parser.isEnded() && readLine(line)) [[likely]] {
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
    if (!findName(line, at)) {
        return false;
    }
    at += m_name.size();
    const auto *help = at + 1;
    if (*at != ' ' || isBlank(*help) || line.end[-1] == '\r' ||
        between(help, line.end).size() > kMaxHelpBytes) {
        return false;
    }
    m_parser.family(m_name).help = between(help, line.end);
    return true;
}

bool PageReader::readType(const Line &line, const char *at)
{
    if (!findName(line, at) || at[m_name.size()] != ' ') {
        return false;
    }
    at += m_name.size();
    const auto type = usualType(between(at + 1, line.end));
    if (type) {
        m_parser.family(m_name).type = *type;
    }
    return type.has_value();
}

bool PageReader::readSample(const Line &line)
{
    if (!findName(line, line.begin)) {
        return false;
    }
    const auto *at = line.begin + m_name.size();
    if (*at != ' ' && *at != '{') {
        return false;
    }
    const auto labels = m_out.labels.size();
    if (*at == '{' && !readLabels(line, at)) {
        m_out.labels.resize(labels);
        return false;
    }
    at += *at == ' ' ? 1 : 0;
    auto &sample = m_out.samples.emplace_back();
    if (!readValue(line, at, sample.sample)) {
        m_out.samples.pop_back();
        m_out.labels.resize(labels);
        return false;
    }
    sample.name = m_name;
    sample.labelsBegin = static_cast<std::uint32_t>(labels);
    sample.labelCount = static_cast<std::uint32_t>(m_out.labels.size() - labels);
    if (m_places) {
        m_places->push_back(
            {static_cast<std::size_t>(line.begin - m_page), static_cast<std::size_t>(at - m_page),
             static_cast<std::size_t>(line.end - m_page), m_parser.lineNumber() + 1});
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
        at = labelNameEnd(at);
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
    sample.time = m_now;
    const auto *end = at;
    std::uint64_t number = 0;
    for (; isDigit(*end); ++end) {
        number = number * 10 + static_cast<unsigned char>(*end - '0');
    }
    if (end == line.end && end != at && end - at <= kMaxExactDigits) {
        sample.value = static_cast<double>(number);
        return true;
    }
    return takeTerminatedNumber(at, sample.value) == line.end ||
           m_parser.tryValue(between(line.begin, line.end),
                             static_cast<std::size_t>(at - line.begin), m_out.samples.size() - 1,
                             sample);
}

/// Makes the metric name from @p at on the current one. Mostly it is that already, and then stays
/// where it lies.
bool PageReader::findName(const Line &line, const char *at)
{
    const auto size = m_name.size();
    const bool isCurrent = size > 0 && static_cast<std::size_t>(line.end - at) > size &&
                           (at[size] == ' ' || at[size] == '{') && isAt(at, m_name);
    if (isCurrent) {
        return true;
    }
    const auto *end = metricNameEnd(at);
    if (end == at || isDigit(*at) || between(at, end).size() > kMaxNameBytes) {
        return false;
    }
    m_name = between(at, end);
    return true;
}

/// Whether @p text, which is in the page too, is at @p at.
bool PageReader::isAt(const char *at, std::string_view text) const
{
    const auto *other = text.data();
    const auto areSame = [&](std::size_t offset) {
        return ByteChunk(at + offset, m_pageEnd).areAs(ByteChunk(other + offset, m_pageEnd));
    };
    auto left = text.size();
    // Two chunks without a branch between hold most names: how many are needed is hard to foretell.
    for (; left > kTwoChunks; left -= kTwoChunks, at += kTwoChunks, other += kTwoChunks) {
        if (std::memcmp(at, other, kTwoChunks) != 0) {
            return false;
        }
    }
    const auto same = areSame(0) | areSame(ByteChunk::kSize) << ByteChunk::kSize;
    return static_cast<std::size_t>(std::countr_one(same)) >= left;
}

/// The first byte from @p at on that is none of a metric name.
const char *PageReader::metricNameEnd(const char *at) const
{
    for (;; at += kTwoChunks) {
        const auto others =
            ~(ByteChunk(at, m_pageEnd).areOfName(true) |
              ByteChunk(at + ByteChunk::kSize, m_pageEnd).areOfName(true) << ByteChunk::kSize);
        if (others != 0) {
            return at + std::countr_zero(others);
        }
    }
}

/// The first byte from @p at on that is none of a label name.
const char *PageReader::labelNameEnd(const char *at) const
{
    for (;; at += ByteChunk::kSize) {
        const auto others = ByteChunk(at, m_pageEnd).areOfName(false) ^ kAllOfChunk;
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
