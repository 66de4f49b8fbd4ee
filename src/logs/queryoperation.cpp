// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/queryoperation.h"

#include "logs/chunkquery.h"
#include "logs/ordereddelivery.h"
#include "logs/sharedstop.h"

#include <algorithm>
#include <atomic>

namespace foretop::logs {

QueryOperation::QueryOperation(std::shared_ptr<const LogFile> file, LineIndexView view,
                               LineRules rules, CompiledQuery query,
                               std::optional<RecordSet> within, RecordNumber from, unsigned workers,
                               std::optional<std::string> source)
    : m_file(std::move(file))
    , m_view(std::move(view))
    , m_rules(std::move(rules))
    , m_query(std::move(query))
    , m_within(std::move(within))
    , m_from(from)
    , m_workers(workers)
    , m_source(source ? std::move(*source) : m_file->name())
{
}

Result<RecordSet> QueryOperation::run(const std::stop_token &stop,
                                      const MatchFunction &batchReady) const
{
    const auto query = m_query.forFile(m_file->encoding(), m_source);
    if (!query) {
        return tl::unexpected(query.error());
    }
    RecordSet result;
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
        ChunkQuery search(*m_file, m_view, *query, m_rules, m_within ? &*m_within : nullptr,
                          m_from);
        for (auto chunk = next++; chunk < m_view.chunkCount(); chunk = next++) {
            if (shared.token().stop_requested()) {
                return;
            }
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
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped", m_file->name());
    }
    return result;
}

} // namespace foretop::logs
