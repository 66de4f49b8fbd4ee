// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/searchoperation.h"

#include "logs/blocksearch.h"
#include "logs/largerecord.h"
#include "logs/linescan.h"
#include "logs/ordereddelivery.h"
#include "logs/sharedstop.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace foretop::logs {
namespace {

/// Reading on through records that need not be looked at is cheaper than a further system call.
constexpr std::uint64_t kCheapGap = 16U << 10;

/// The records of a block that an index knows.
class IndexedRecords final : public BlockRecords
{
public:
    /// The records from number @p first to before @p end of those that start at @p bounds, whose
    /// block begins with the first of them and has @p size bytes.
    IndexedRecords(const std::vector<std::uint64_t> &bounds, std::size_t first, std::size_t end,
                   std::size_t size)
        : m_bounds(bounds)
        , m_begin(bounds[first])
        , m_size(size)
        , m_next(first)
        , m_end(end)
    {
    }

    RecordExtent around(std::size_t place) override
    {
        const auto offset = m_begin + place;
        const auto bound = [this](std::size_t number) {
            return m_bounds.begin() + static_cast<std::ptrdiff_t>(number);
        };
        // Matches mostly ascend: the record is one of the next few, or somewhere behind.
        auto after = m_bounds[m_next] <= offset ? m_next : 0;
        for (int near = 0; near < 4 && after < m_end && m_bounds[after] <= offset; ++near) {
            ++after;
        }
        if (after == 0 || (after < m_end && m_bounds[after] <= offset)) {
            after = static_cast<std::size_t>(std::upper_bound(bound(after), bound(m_end), offset) -
                                             m_bounds.begin());
        }
        m_next = after - 1;
        return extent(m_next);
    }

    std::optional<RecordExtent> from(std::size_t end) override
    {
        m_next += end > 0 ? 1 : 0;
        return m_next < m_end && m_bounds[m_next] < m_begin + m_size ? std::optional(extent(m_next))
                                                                     : std::nullopt;
    }

private:
    RecordExtent extent(std::size_t number) const
    {
        const auto end = std::min<std::uint64_t>(m_bounds[number + 1] - m_begin, m_size);
        return {.begin = static_cast<std::uint32_t>(m_bounds[number] - m_begin),
                .end = static_cast<std::uint32_t>(end),
                .record = static_cast<std::uint32_t>(number)};
    }

    const std::vector<std::uint64_t> &m_bounds;
    const std::uint64_t m_begin;
    const std::size_t m_size;
    std::size_t m_next; // the record found last
    const std::size_t m_end;
};

/// Searches one chunk after another. Records are known by their place in the chunk here.
class ChunkSearch
{
public:
    ChunkSearch(const LogFile &file, const LineIndexView &view, TextPattern pattern,
                const RecordSet *within)
        : m_file(file)
        , m_view(view)
        , m_within(within)
        , m_search(std::move(pattern))
        , m_buffer(SearchOperation::kMostHeldRecord + kScanPadding)
    {
    }

    Result<std::vector<RecordNumber>> run(std::size_t chunk, const std::stop_token &stop)
    {
        m_matches.clear();
        m_firstRecord = m_view.firstRecord(chunk);
        chooseCandidates(chunk);
        for (std::size_t from = 0; from < m_candidates.size();) {
            const auto to = endOfRun(from);
            if (auto searched = searchRun(m_candidates[from], m_candidates[to - 1] + 1, stop);
                !searched) {
                return tl::unexpected(std::move(searched.error()));
            }
            from = to;
        }
        return std::move(m_matches);
    }

private:
    void chooseCandidates(std::size_t chunk)
    {
        m_candidates.clear();
        const auto count = m_view.chunk(chunk).recordCount();
        if (m_within == nullptr) {
            m_candidates.resize(count);
            std::iota(m_candidates.begin(), m_candidates.end(), std::size_t{0});
        } else {
            for (const auto record : m_within->between(m_firstRecord, m_firstRecord + count)) {
                m_candidates.push_back(static_cast<std::size_t>(record - m_firstRecord));
            }
        }
        if (!m_candidates.empty()) {
            m_view.recordBounds(chunk, m_bounds);
        }
    }

    /// The candidates from number @p from on that are near enough to be read together.
    std::size_t endOfRun(std::size_t from) const
    {
        if (m_within == nullptr) {
            return m_candidates.size();
        }
        auto to = from + 1;
        while (to < m_candidates.size() &&
               m_bounds[m_candidates[to]] - m_bounds[m_candidates[to - 1] + 1] < kCheapGap) {
            ++to;
        }
        return to;
    }

    Result<void> searchRun(std::size_t first, std::size_t end, const std::stop_token &stop)
    {
        while (first < end) {
            if (stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, "stopped", m_file.name());
            }
            const auto next = endOfBlock(first, end);
            auto searched = m_bounds[next] - m_bounds[first] > SearchOperation::kMostHeldRecord
                                ? searchLarge(first, stop)
                                : searchBlock(first, next);
            if (!searched) {
                return searched;
            }
            first = next;
        }
        return {};
    }

    /// The records from @p first on that fit into a block; at least one.
    std::size_t endOfBlock(std::size_t first, std::size_t end) const
    {
        const auto begin = m_bounds.begin() + static_cast<std::ptrdiff_t>(first);
        const auto after =
            std::upper_bound(begin, m_bounds.begin() + static_cast<std::ptrdiff_t>(end + 1),
                             *begin + LogFile::kReadBlock);
        return std::max(static_cast<std::size_t>(after - m_bounds.begin()) - 1, first + 1);
    }

    Result<void> searchLarge(std::size_t record, const std::stop_token &stop)
    {
        const auto found =
            isInLargeRecord(m_file, {m_bounds[record], m_bounds[record + 1]}, m_search,
                            std::span(m_buffer).first(LogFile::kReadBlock), stop);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            addMatch(record);
        }
        return {};
    }

    Result<void> searchBlock(std::size_t first, std::size_t end)
    {
        const auto begin = m_bounds[first];
        const auto size = static_cast<std::size_t>(m_bounds[end] - begin);
        const auto count = m_file.read(begin, std::span(m_buffer).first(size));
        if (!count) {
            return tl::unexpected(count.error());
        }
        IndexedRecords records(m_bounds, first, end, *count);
        for (const auto &found : m_search.find(std::span(m_buffer).first(*count), records)) {
            addMatch(found.record);
        }
        return {};
    }

    void addMatch(std::size_t place)
    {
        const auto record = m_firstRecord + place;
        if (m_within == nullptr || m_within->contains(record)) {
            m_matches.push_back(record);
        }
    }

    const LogFile &m_file;
    const LineIndexView &m_view;
    const RecordSet *const m_within;
    BlockSearch m_search;
    std::vector<char> m_buffer;
    RecordNumber m_firstRecord;
    std::vector<std::size_t> m_candidates;
    std::vector<std::uint64_t> m_bounds;
    std::vector<RecordNumber> m_matches;
};

} // namespace

SearchOperation::SearchOperation(std::shared_ptr<const LogFile> file, LineIndexView view,
                                 TextPattern pattern, std::optional<RecordSet> within,
                                 unsigned workers)
    : m_file(std::move(file))
    , m_view(std::move(view))
    , m_pattern(std::move(pattern))
    , m_within(std::move(within))
    , m_workers(workers)
{
}

Result<RecordSet> SearchOperation::run(const std::stop_token &stop,
                                       const BatchFunction &batchReady) const
{
    RecordSet result;
    if (m_pattern.matchesNone()) {
        return result;
    }
    if (m_pattern.matchesAll()) {
        result.addRange(RecordNumber(0), RecordNumber(m_view.recordCount()));
        return m_within ? *m_within : result;
    }
    OrderedDelivery<std::vector<RecordNumber>> delivery(
        0, [&](std::size_t chunk, std::vector<RecordNumber> matches) {
            result.add(matches);
            if (batchReady) {
                const auto end = std::min(LineIndexView::chunkBegin(chunk + 1), m_view.end());
                batchReady(
                    {.matches = std::move(matches),
                     .searchedUpTo = m_view.firstRecord(chunk) + m_view.chunk(chunk).recordCount(),
                     .progress = {end, m_view.end()}});
            }
        });
    std::atomic<std::size_t> next = 0;
    SharedStop shared(stop);
    const auto count = std::clamp<std::size_t>(m_view.chunkCount(), 1, m_workers);
    runWorkers(static_cast<unsigned>(count), [&](unsigned) {
        ChunkSearch search(*m_file, m_view, m_pattern, m_within ? &*m_within : nullptr);
        for (auto chunk = next++; chunk < m_view.chunkCount(); chunk = next++) {
            auto matches = search.run(chunk, shared.token());
            if (!matches) {
                shared.fail(std::move(matches.error()));
                return;
            }
            delivery.deliver(chunk, std::move(*matches), shared.token());
        }
    });
    if (auto done = shared.result(); !done) {
        return tl::unexpected(std::move(done.error()));
    }
    return result;
}

} // namespace foretop::logs
