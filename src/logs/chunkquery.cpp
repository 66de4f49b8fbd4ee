// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/chunkquery.h"

#include "logs/linescan.h"
#include "logs/queryoperation.h"

#include <algorithm>
#include <iterator>

namespace foretop::logs {
namespace {

/// Reading on through records that need not be looked at is cheaper than a further system call.
constexpr std::uint64_t kCheapGap = 16U << 10;

} // namespace

ChunkQuery::ChunkQuery(const LogFile &file, const LineIndexView &view, const CompiledQuery &query,
                       const LineRules &rules, const RecordSet *within, RecordNumber from)
    : m_file(file)
    , m_view(view)
    , m_within(within)
    , m_from(from)
    , m_query(query, rules)
    , m_buffer(QueryOperation::kMostHeldRecord + kScanPadding)
{
}

Result<std::vector<RecordNumber>> ChunkQuery::run(std::size_t chunk, const std::stop_token &stop)
{
    const auto &held = m_view.chunk(chunk);
    m_firstRecord = m_view.firstRecord(chunk);
    const auto end = m_firstRecord + held.recordCount();
    const auto truth = truthOfAll(held);
    m_wanted.clear();
    if (m_within != nullptr && truth != Truth::False) {
        m_wanted = m_within->between(std::max(m_firstRecord, m_from), end);
    }
    const bool isEmpty = end <= m_from || (m_within != nullptr && m_wanted.empty());
    if (truth == Truth::False || isEmpty) {
        return std::vector<RecordNumber>();
    }
    if (truth == Truth::True) {
        return allWanted(held.recordCount());
    }
    readColumns(chunk);
    for (std::size_t from = 0; from < m_candidates.size();) {
        const auto to = endOfRun(from);
        if (auto searched = searchRun(from, to, stop); !searched) {
            return tl::unexpected(std::move(searched.error()));
        }
        from = to;
    }
    std::vector<RecordNumber> all;
    all.reserve(m_matches.size() + m_found.size());
    std::merge(m_matches.begin(), m_matches.end(), m_found.begin(), m_found.end(),
               std::back_inserter(all));
    return all;
}

/// What the levels that there are in the chunk tell of all its records.
Truth ChunkQuery::truthOfAll(const LineChunk &chunk) const
{
    std::optional<Truth> all;
    for (std::size_t level = 0; level < kLevelCount; ++level) {
        if (chunk.levels()[level] > 0) {
            const auto truth = m_query.plan().levelTruths[level];
            all = !all || *all == truth ? truth : Truth::Unknown;
        }
    }
    return all.value_or(Truth::False);
}

std::vector<RecordNumber> ChunkQuery::allWanted(std::size_t count) const
{
    if (m_within != nullptr) {
        return m_wanted;
    }
    std::vector<RecordNumber> all;
    const auto end = m_firstRecord + count;
    for (auto record = std::max(m_firstRecord, m_from); record < end; ++record) {
        all.push_back(record);
    }
    return all;
}

void ChunkQuery::readColumns(std::size_t number)
{
    const auto &chunk = m_view.chunk(number);
    m_bounds.clear();
    m_times.clear();
    m_candidates.clear();
    m_matches.clear();
    m_found.clear();
    setTruths({});
    for (std::size_t block = 0; block < chunk.blockCount(); ++block) {
        if (m_query.plan().hasTimes) {
            m_times.push_back(chunk.times(block));
            setTruths(m_times.back());
        }
        readBlockColumns(chunk, block);
    }
    const auto begin = LineIndexView::chunkBegin(number);
    for (auto &bound : m_bounds) {
        bound += begin;
    }
    m_bounds.push_back(m_view.recordRange(m_firstRecord + (chunk.recordCount() - 1)).end);
}

void ChunkQuery::readBlockColumns(const LineChunk &chunk, std::size_t block)
{
    std::array<LineChunk::Line, LineChunk::kBlockLines> lines;
    const auto count = chunk.decode(block, lines);
    auto wanted =
        std::lower_bound(m_wanted.begin(), m_wanted.end(), m_firstRecord + m_bounds.size());
    const auto times = static_cast<std::uint32_t>(m_times.empty() ? 0 : m_times.size() - 1);
    for (const auto &line : std::span(lines).first(count)) {
        if (line.lineClass == kContinuation) {
            continue;
        }
        const auto place = static_cast<std::uint32_t>(m_bounds.size());
        const auto record = m_firstRecord + place;
        m_bounds.push_back(line.start);
        if (m_within != nullptr) {
            if (wanted == m_wanted.end() || *wanted != record) {
                continue;
            }
            ++wanted;
        } else if (record < m_from) {
            continue;
        }
        const auto truth = m_truths[line.lineClass];
        if (truth == Truth::True) {
            m_matches.push_back(record);
        } else if (truth == Truth::Unknown) {
            m_candidates.push_back({place, static_cast<Level>(line.lineClass), times});
        }
    }
}

void ChunkQuery::setTruths(const TimeSpan &times)
{
    for (const auto level : kLevels) {
        m_truths[static_cast<std::size_t>(level)] = m_query.run().columnTruth(level, times);
    }
}

std::uint64_t ChunkQuery::beginOf(std::size_t candidate) const
{
    return m_bounds[m_candidates[candidate].record];
}

std::uint64_t ChunkQuery::endOf(std::size_t candidate) const
{
    return m_bounds[m_candidates[candidate].record + 1];
}

/// The candidates from number @p from on that are near enough to be read together.
std::size_t ChunkQuery::endOfRun(std::size_t from) const
{
    auto to = from + 1;
    while (to < m_candidates.size() && beginOf(to) - endOf(to - 1) < kCheapGap) {
        ++to;
    }
    return to;
}

Result<void> ChunkQuery::searchRun(std::size_t first, std::size_t end, const std::stop_token &stop)
{
    while (first < end) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped", m_file.name());
        }
        const auto next = endOfBlock(first, end);
        auto searched = endOf(first) - beginOf(first) > QueryOperation::kMostHeldRecord
                            ? searchLarge(m_candidates[first], stop)
                            : searchBlock(first, next);
        if (!searched) {
            return searched;
        }
        first = next;
    }
    return {};
}

/// The candidates from number @p from on that fit into a block; at least one.
std::size_t ChunkQuery::endOfBlock(std::size_t from, std::size_t end) const
{
    auto to = from + 1;
    while (to < end && endOf(to) - beginOf(from) <= LogFile::kReadBlock) {
        ++to;
    }
    return to;
}

Result<void> ChunkQuery::searchLarge(const QueryCandidate &candidate, const std::stop_token &stop)
{
    const auto matches = m_query.matchesLarge(
        m_file, {m_bounds[candidate.record], m_bounds[candidate.record + 1]}, candidate.level,
        m_times.empty() ? nullptr : &m_times[candidate.times], m_buffer, stop);
    if (!matches) {
        return tl::unexpected(matches.error());
    }
    if (*matches) {
        m_found.push_back(m_firstRecord + candidate.record);
    }
    return {};
}

Result<void> ChunkQuery::searchBlock(std::size_t first, std::size_t end)
{
    const auto begin = beginOf(first);
    const auto size = static_cast<std::size_t>(endOf(end - 1) - begin);
    const auto held = m_file.read(begin, std::span(m_buffer).first(size));
    if (!held) {
        return tl::unexpected(held.error());
    }
    const auto firstRecord = m_candidates[first].record;
    m_blockBounds.clear();
    for (auto record = firstRecord; record <= m_candidates[end - 1].record; ++record) {
        const auto bound = m_bounds[record] - begin;
        if (bound >= *held) {
            break;
        }
        m_blockBounds.push_back(static_cast<std::uint32_t>(bound));
    }
    if (m_blockBounds.empty()) {
        return {};
    }
    const auto endRecord = firstRecord + m_blockBounds.size();
    m_blockBounds.push_back(
        static_cast<std::uint32_t>(std::min<std::uint64_t>(m_bounds[endRecord] - begin, *held)));
    while (m_candidates[end - 1].record >= endRecord) {
        --end;
    }
    for (const auto &found :
         m_query.find({m_buffer.data(), *held}, m_blockBounds, firstRecord,
                      std::span(m_candidates).subspan(first, end - first), m_times)) {
        m_found.push_back(m_firstRecord + found.record);
    }
    return {};
}

} // namespace foretop::logs
