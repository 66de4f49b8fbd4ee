// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/countoperation.h"

#include "logs/blocksearch.h"
#include "logs/largerecord.h"
#include "logs/linescan.h"
#include "logs/ordereddelivery.h"
#include "logs/recordfinder.h"
#include "logs/searchoperation.h"
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
    PartCount(const LogFile &file, const LineRules &rules, TextPattern pattern)
        : m_file(file)
        , m_finder(file, rules)
        , m_isAll(pattern.matchesAll())
        , m_buffer(SearchOperation::kMostHeldRecord + kScanPadding)
    {
        if (!m_isAll) {
            m_search = std::make_unique<BlockSearch>(std::move(pattern));
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
        for (auto size = LogFile::kReadBlock; size <= SearchOperation::kMostHeldRecord; size *= 2) {
            const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(size, end - at));
            const auto held = m_file.read(at, std::span(m_buffer).first(most));
            if (!held) {
                return tl::unexpected(held.error());
            }
            const bool isLast = *held < most || at + *held == end;
            const auto block = isLast ? *held : m_finder.lastStartIn({m_buffer.data(), *held});
            if (block > 0 || isLast) {
                count += countIn(std::span(m_buffer).first(block));
                return isLast ? end : at + block;
            }
        }
        return countLarge(at, end, count, stop);
    }

    std::uint64_t countIn(std::span<char> block)
    {
        const std::string_view text(block.data(), block.size());
        if (m_isAll) {
            return text.empty() ? 0 : m_finder.boundsIn(text).size() - 1;
        }
        FoundRecords records(text, m_finder);
        return m_search->find(block, records).size();
    }

    Result<std::uint64_t> countLarge(std::uint64_t at, std::uint64_t end, std::uint64_t &count,
                                     const std::stop_token &stop)
    {
        const auto next = m_finder.firstFrom(at + 1, stop);
        if (!next) {
            return next;
        }
        const auto recordEnd = std::min(*next, end);
        const auto found =
            m_isAll ? Result<bool>(true)
                    : isInLargeRecord(m_file, {at, recordEnd}, *m_search,
                                      std::span(m_buffer).first(LogFile::kReadBlock), stop);
        if (!found) {
            return tl::unexpected(found.error());
        }
        count += *found ? 1 : 0;
        return recordEnd;
    }

    const LogFile &m_file;
    RecordFinder m_finder;
    const bool m_isAll;
    std::unique_ptr<BlockSearch> m_search;
    std::vector<char> m_buffer;
};

} // namespace

CountOperation::CountOperation(std::shared_ptr<const LogFile> file, LineRules rules,
                               TextPattern pattern, unsigned workers)
    : m_file(std::move(file))
    , m_rules(std::move(rules))
    , m_pattern(std::move(pattern))
    , m_workers(workers)
{
}

Result<std::uint64_t> CountOperation::run(const std::stop_token &stop,
                                          const ProgressFunction &progress) const
{
    std::uint64_t total = 0;
    if (m_pattern.matchesNone()) {
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
        PartCount counter(*m_file, m_rules, m_pattern);
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
    return total;
}

} // namespace foretop::logs
