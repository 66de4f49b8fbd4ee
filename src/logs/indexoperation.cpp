// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/indexoperation.h"

#include "logs/chunkscanner.h"
#include "logs/ordereddelivery.h"
#include "logs/sharedstop.h"

#include <algorithm>
#include <atomic>
#include <string>

namespace foretop::logs {
namespace {

/// The first chunk that the index does not have as it will be for a file of @p size bytes.
std::size_t firstStaleChunk(const LineIndexView &view, std::uint64_t size)
{
    const auto count = view.chunkCount();
    if (size < view.end()) {
        // The chunk before the one that was cut may end in a line that was.
        const auto cut = static_cast<std::size_t>(size / LineChunk::kBytes);
        return std::max<std::size_t>(std::min(cut, count), 1) - 1;
    }
    return count > 0 && !view.chunk(count - 1).isFinal() ? count - 1 : count;
}

} // namespace

Result<LineRules> detectLineRules(const LogFile &file, std::shared_ptr<const Clock> clock,
                                  const FormatCatalogue &formats, TimeZone zone)
{
    std::string sample(kRulesSampleBytes, '\0');
    const auto count = file.read(file.textBegin(), sample);
    if (!count) {
        return tl::unexpected(count.error());
    }
    return detectLineRules(std::string_view(sample).substr(0, *count), std::move(clock), formats,
                           std::move(zone));
}

IndexOperation::IndexOperation(std::shared_ptr<const LogFile> file,
                               std::shared_ptr<LineIndex> index, LineRules rules, unsigned workers)
    : m_file(std::move(file))
    , m_index(std::move(index))
    , m_rules(std::move(rules))
    , m_workers(workers)
{
}

Result<void> IndexOperation::run(const std::stop_token &stop,
                                 const ProgressFunction &progress) const
{
    const auto size = m_file->size();
    const auto before = m_index->view();
    const auto first = firstStaleChunk(before, size);
    if (size < before.end()) {
        m_index->cut(first);
    }
    const auto end = static_cast<std::size_t>((size + LineChunk::kBytes - 1) / LineChunk::kBytes);
    // What was read of a chunk before the file grew need not be read again.
    const auto earlier =
        size >= before.end() && first < before.chunkCount() ? before.sharedChunk(first) : nullptr;

    OrderedDelivery<std::shared_ptr<const LineChunk>> delivery(
        first, [&](std::size_t number, std::shared_ptr<const LineChunk> chunk) {
            const auto done = std::min(LineIndexView::chunkBegin(number + 1), size);
            m_index->put(number, std::move(chunk), done);
            if (progress) {
                progress({done, size});
            }
        });
    std::atomic<std::size_t> next = first;
    SharedStop shared(stop);
    const auto count = std::clamp<std::size_t>(end - std::min(first, end), 1, m_workers);
    runWorkers(static_cast<unsigned>(count), [&](unsigned) {
        ChunkScanner scanner(m_file, m_rules);
        for (auto number = next++; number < end; number = next++) {
            auto chunk =
                scanner.scan(number, number == first ? earlier.get() : nullptr, shared.token());
            if (!chunk) {
                shared.fail(std::move(chunk.error()));
                return;
            }
            delivery.deliver(number, std::move(*chunk), shared.token());
        }
    });
    return shared.result();
}

} // namespace foretop::logs
