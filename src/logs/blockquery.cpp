// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/blockquery.h"

#include "logs/largerecord.h"
#include "logs/linescan.h"
#include "logs/recordbounds.h"

#include <algorithm>

namespace foretop::logs {
namespace {

/// Texts are looked for in the whole block when at least one in so many of its records is a
/// candidate, else in those alone.
constexpr std::size_t kScanShare = 6;

} // namespace

BlockQuery::BlockQuery(CompiledQuery query, const LineRules &rules)
    : m_run(std::move(query), rules)
    , m_plan(m_run.query().plan())
    , m_searches(m_plan.texts.size())
{
}

std::span<const QueryCandidate>
BlockQuery::find(std::string_view block, std::span<const std::uint32_t> bounds, std::uint32_t first,
                 std::span<const QueryCandidate> candidates, std::span<const TimeSpan> times)
{
    m_found.clear();
    m_truths.clear();
    const auto texts = m_plan.texts.size();
    const bool isDense = candidates.size() * kScanShare >= bounds.size();
    if (isDense && m_plan.neededText) {
        takeNeeded(block, bounds, first, candidates);
        candidates = m_needed;
    } else if (isDense && texts > 0 && texts <= kMostScans) {
        scanTexts(block, bounds);
    }
    std::vector<Truth> needed(texts, Truth::Unknown);
    if (isDense && m_plan.neededText) {
        needed[*m_plan.neededText] = Truth::True;
    }
    for (const auto &candidate : candidates) {
        const auto place = candidate.record - first;
        const auto known = m_truths.empty() ? std::span(needed)
                                            : std::span(m_truths).subspan(place * texts, texts);
        if (m_run.matches({.raw = rawIn(block, {bounds[place], bounds[place + 1]}),
                           .level = candidate.level,
                           .times = times.empty() ? nullptr : &times[candidate.times],
                           .texts = known})) {
            m_found.push_back(candidate);
        }
    }
    return m_found;
}

/// Keeps of the candidates those that have the needed text.
void BlockQuery::takeNeeded(std::string_view block, std::span<const std::uint32_t> bounds,
                            std::uint32_t first, std::span<const QueryCandidate> candidates)
{
    m_needed.clear();
    RecordBounds records(bounds);
    auto next = candidates.begin();
    for (const auto &found : findNeeded(block, records)) {
        const auto record = first + found.record;
        while (next != candidates.end() && next->record < record) {
            ++next;
        }
        if (next != candidates.end() && next->record == record) {
            m_needed.push_back(*next);
        }
    }
}

void BlockQuery::scanTexts(std::string_view block, std::span<const std::uint32_t> bounds)
{
    const auto texts = m_plan.texts.size();
    m_truths.assign((bounds.size() - 1) * texts, Truth::False);
    for (std::size_t text = 0; text < texts; ++text) {
        RecordBounds records(bounds);
        for (const auto &found : findText(text, block, records)) {
            m_truths[found.record * texts + text] = Truth::True;
        }
    }
}

std::span<const RecordExtent> BlockQuery::findNeeded(std::string_view block, BlockRecords &records)
{
    return findText(*m_plan.neededText, block, records);
}

std::span<const RecordExtent> BlockQuery::findText(std::size_t text, std::string_view block,
                                                   BlockRecords &records)
{
    auto &search = searchFor(text);
    if (search.pattern().needsValidUtf8() && !simdjson::validate_utf8(block)) {
        // The search makes it valid, and others need it as it is.
        m_copy.resize(block.size() + kScanPadding);
        std::ranges::copy(block, m_copy.begin());
        return search.find(std::span(m_copy).first(block.size()), records);
    }
    return search.find(block, records);
}

BlockSearch &BlockQuery::searchFor(std::size_t text)
{
    auto &search = m_searches[text];
    if (!search) {
        search = std::make_unique<BlockSearch>(m_plan.texts[text]);
    }
    return *search;
}

Result<bool> BlockQuery::matchesLarge(const LogFile &file, ByteRange range, Level level,
                                      const TimeSpan *times, std::span<char> buffer,
                                      const std::stop_token &stop)
{
    std::vector<Truth> texts(m_plan.texts.size(), Truth::Unknown);
    for (std::size_t text = 0; text < texts.size(); ++text) {
        const auto found =
            isInLargeRecord(file, range, searchFor(text), buffer.first(LogFile::kReadBlock), stop);
        if (!found) {
            return found;
        }
        texts[text] = toTruth(*found);
    }
    const auto size =
        std::min<std::uint64_t>({range.size(), kMaxRecordBytes, buffer.size() - kScanPadding});
    const auto held = file.read(range.begin, buffer.first(static_cast<std::size_t>(size)));
    if (!held) {
        return tl::unexpected(held.error());
    }
    return m_run.matches(
        {.raw = {buffer.data(), *held}, .level = level, .times = times, .texts = texts});
}

} // namespace foretop::logs
