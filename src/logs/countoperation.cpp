// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/countoperation.h"

#include "logs/blockquery.h"
#include "logs/linescan.h"
#include "logs/ordereddelivery.h"
#include "logs/queryoperation.h"
#include "logs/recordfinder.h"
#include "logs/sharedstop.h"

#include <algorithm>
#include <atomic>

namespace foretop::logs {
namespace {

constexpr std::uint64_t kPartBytes = 4U << 20;

/// The records of a block that no index knows: found around each match, or all at once when there
/// are many.
class FoundRecords final : public BlockRecords
{
public:
    FoundRecords(std::string_view block, RecordFinder &finder)
        : m_block(block)
        , m_finder(finder)
    {
    }

    RecordExtent around(std::size_t place) override
    {
        constexpr int kFew = 32;
        if (m_asked++ < kFew) {
            return m_finder.around(m_block, place);
        }
        findAll();
        const auto starts = m_bounds.first(m_bounds.size() - 1);
        auto after = starts[m_next] <= place ? starts.begin() + static_cast<std::ptrdiff_t>(m_next)
                                             : starts.begin();
        for (int near = 0; near < 4 && after != starts.end() && *after <= place; ++near) {
            ++after;
        }
        if (after == starts.begin() || (after != starts.end() && *after <= place)) {
            after = std::upper_bound(after, starts.end(), place);
        }
        m_next = static_cast<std::size_t>(after - starts.begin()) - 1;
        return extent(m_next);
    }

    std::optional<RecordExtent> from(std::size_t end) override
    {
        findAll();
        m_next += end > 0 ? 1 : 0;
        return m_next + 1 < m_bounds.size() ? std::optional(extent(m_next)) : std::nullopt;
    }

private:
    void findAll()
    {
        if (m_bounds.empty()) {
            m_bounds = m_finder.boundsIn(m_block);
        }
    }
    RecordExtent extent(std::size_t number) const
    {
        return {.begin = m_bounds[number], .end = m_bounds[number + 1]};
    }

    const std::string_view m_block;
    RecordFinder &m_finder;
    std::span<const std::uint32_t> m_bounds; // empty until all are found
    int m_asked = 0;
    std::size_t m_next = 0; // the record found last, of all
};

/// Counts in one part of the file after another: the records that start there.
class PartCount
{
public:
    PartCount(const LogFile &file, const LineRules &rules, const CompiledQuery &query)
        : m_file(file)
        , m_finder(file, rules)
        , m_isAll(query.matchesAll())
        , m_query(query, rules)
        , m_plan(m_query.plan())
        , m_textTruths(m_plan.texts.size(), Truth::Unknown)
        , m_buffer(QueryOperation::kMostHeldRecord + kScanPadding)
    {
        if (m_plan.neededText) {
            m_textTruths[*m_plan.neededText] = Truth::True;
        }
    }

    Result<std::uint64_t> run(std::uint64_t begin, std::uint64_t end, const std::stop_token &stop)
    {
        const auto first = m_finder.firstFrom(begin, stop);
        const auto last = first ? m_finder.firstFrom(end, stop) : first;
        if (!last) {
            return last;
        }
        std::uint64_t count = 0;
        for (auto at = *first; at < *last;) {
            if (stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, "stopped", m_file.name());
            }
            const auto next = countBlock(at, *last, count, stop);
            if (!next) {
                return next;
            }
            at = *next;
        }
        return count;
    }

private:
    /// Counts the records from @p at on that fit into a block, or the one that does not. Returns
    /// where the next one starts.
    Result<std::uint64_t> countBlock(std::uint64_t at, std::uint64_t end, std::uint64_t &count,
                                     const std::stop_token &stop)
    {
        for (auto size = LogFile::kReadBlock; size <= QueryOperation::kMostHeldRecord; size *= 2) {
            const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(size, end - at));
            const auto held = m_file.read(at, std::span(m_buffer).first(most));
            if (!held) {
                return tl::unexpected(held.error());
            }
            const std::string_view text(m_buffer.data(), *held);
            const bool isLast = *held < most || at + *held == end;
            const auto block = isLast ? *held : m_finder.lastStartIn(text);
            if (block > 0 || isLast) {
                count += block > 0 ? countIn(text.substr(0, block)) : 0;
                return isLast ? end : at + block;
            }
        }
        return countLarge(at, end, count, stop);
    }

    std::uint64_t countIn(std::string_view block)
    {
        if (m_isAll) {
            return m_finder.boundsIn(block).size() - 1;
        }
        const bool needsColumns = m_plan.hasLevels || m_plan.hasTimes;
        const bool isTextFirst = m_plan.neededText && !m_plan.hasTimes && !m_isDecidedByLevel;
        if (isTextFirst && !(needsColumns && m_isTextCommon)) {
            return countWithText(block);
        }
        return needsColumns ? countByColumns(block) : countByText(block);
    }

    /// Looks for the needed text, and then at the records that have it.
    std::uint64_t countWithText(std::string_view block)
    {
        constexpr std::size_t kCommonBytes = 1024; // one in so many makes a text common
        FoundRecords records(block, m_finder);
        const auto found = m_query.findNeeded(block, records);
        m_isTextCommon = found.size() * kCommonBytes > block.size();
        const auto &truths = m_plan.neededTextTruths;
        const bool isDecided =
            std::ranges::all_of(truths, [](Truth truth) { return truth == Truth::True; });
        if (isDecided) {
            return found.size();
        }
        std::uint64_t count = 0;
        for (const auto &record : found) {
            const auto level =
                m_plan.hasLevels ? m_finder.levelAt(block, record.begin) : Level::Unknown;
            const auto truth = truths[static_cast<std::size_t>(level)];
            const bool matches =
                truth == Truth::Unknown
                    ? m_query.run().matches(
                          {.raw = rawIn(block, record), .level = level, .texts = m_textTruths})
                    : truth == Truth::True;
            count += matches ? 1 : 0;
        }
        return count;
    }

    std::uint64_t countByColumns(std::string_view block)
    {
        const auto records = m_finder.recordsIn(block, m_plan.hasTimes);
        std::uint64_t count = 0;
        std::uint32_t record = 0;
        m_candidates.clear();
        for (std::uint32_t run = 0; run < records.runEnds.size(); ++run) {
            QueryPlan::LevelTruths truths{};
            for (const auto level : kLevels) {
                truths[static_cast<std::size_t>(level)] =
                    m_query.run().columnTruth(level, records.times[run]);
            }
            for (; record < records.runEnds[run]; ++record) {
                const auto lineClass = records.classes[record];
                const auto truth = truths[lineClass];
                count += truth == Truth::True ? 1 : 0;
                if (truth == Truth::Unknown) {
                    m_candidates.push_back({record, static_cast<Level>(lineClass), run});
                }
            }
        }
        return count + countCandidates(block, records.bounds, records.times);
    }

    std::uint64_t countByText(std::string_view block)
    {
        const auto bounds = m_finder.boundsIn(block);
        m_candidates.clear();
        for (std::uint32_t record = 0; record + 1 < bounds.size(); ++record) {
            m_candidates.push_back({.record = record});
        }
        return countCandidates(block, bounds, {});
    }

    std::uint64_t countCandidates(std::string_view block, std::span<const std::uint32_t> bounds,
                                  std::span<const TimeSpan> times)
    {
        return m_candidates.empty() ? 0
                                    : m_query.find(block, bounds, 0, m_candidates, times).size();
    }

    Result<std::uint64_t> countLarge(std::uint64_t at, std::uint64_t end, std::uint64_t &count,
                                     const std::stop_token &stop)
    {
        const auto next = m_finder.firstFrom(at + 1, stop);
        if (!next) {
            return next;
        }
        const auto recordEnd = std::min(*next, end);
        auto level = Level::Unknown;
        if (m_plan.hasLevels) {
            const auto held = m_file.read(at, std::span(m_buffer).first(kLineHeadBytes));
            if (!held) {
                return tl::unexpected(held.error());
            }
            level = *held > 0 ? m_finder.levelAt({m_buffer.data(), *held}, 0) : level;
        }
        const auto truth = m_plan.levelTruths[static_cast<std::size_t>(level)];
        const auto matches =
            truth == Truth::Unknown
                ? m_query.matchesLarge(m_file, {at, recordEnd}, level, nullptr, m_buffer, stop)
                : Result<bool>(truth == Truth::True);
        if (!matches) {
            return tl::unexpected(matches.error());
        }
        count += *matches ? 1 : 0;
        return recordEnd;
    }

    const LogFile &m_file;
    RecordFinder m_finder;
    const bool m_isAll;
    BlockQuery m_query;
    const QueryPlan &m_plan;
    const bool m_isDecidedByLevel =
        std::ranges::any_of(m_plan.levelTruths, [](Truth truth) { return truth == Truth::True; });
    std::vector<Truth> m_textTruths; // of a record that has the needed text
    bool m_isTextCommon = false;
    std::vector<QueryCandidate> m_candidates;
    std::vector<char> m_buffer;
};

} // namespace

CountOperation::CountOperation(std::shared_ptr<const LogFile> file, LineRules rules,
                               CompiledQuery query, unsigned workers)
    : m_file(std::move(file))
    , m_rules(std::move(rules))
    , m_query(std::move(query))
    , m_workers(workers)
{
}

Result<std::uint64_t> CountOperation::run(const std::stop_token &stop,
                                          const ProgressFunction &progress) const
{
    std::uint64_t total = 0;
    const auto query = m_query.forFile(m_file->encoding(), m_file->name());
    if (!query) {
        return tl::unexpected(query.error());
    }
    if (query->matchesNone()) {
        return total;
    }
    const auto size = m_file->size();
    OrderedDelivery<std::uint64_t> delivery(0, [&](std::size_t part, std::uint64_t count) {
        total += count;
        if (progress) {
            progress({std::min((part + 1) * kPartBytes, size), size});
        }
    });
    const auto parts = static_cast<std::size_t>((size + kPartBytes - 1) / kPartBytes);
    std::atomic<std::size_t> next = 0;
    SharedStop shared(stop);
    const auto workers = std::clamp<std::size_t>(parts, 1, m_workers);
    runWorkers(static_cast<unsigned>(workers), [&](unsigned) {
        PartCount counter(*m_file, m_rules, *query);
        for (auto part = next++; part < parts; part = next++) {
            const auto begin = part * kPartBytes;
            const auto count =
                counter.run(begin, std::min(begin + kPartBytes, size), shared.token());
            if (!count) {
                shared.fail(count.error());
                return;
            }
            delivery.deliver(part, *count, shared.token());
        }
    });
    if (auto done = shared.result(); !done) {
        return tl::unexpected(std::move(done.error()));
    }
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped", m_file->name());
    }
    return total;
}

} // namespace foretop::logs
