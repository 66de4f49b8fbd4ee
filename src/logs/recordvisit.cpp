// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordvisit.h"

#include "logs/rawtext.h"
#include "logs/sharedstop.h"
#include "logs/storedrecords.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace foretop::logs {
namespace {

/// Makes RawRecords of stored ones. One worker's.
class RawRun
{
public:
    RawRun(const LineRules &rules, TextEncoding encoding)
        : m_text(rules, encoding)
    {
    }

    std::span<const RawRecord> read(std::span<const StoredRecord> stored)
    {
        const auto &last = stored.back().bytes;
        const char *const begin = stored.front().bytes.data();
        m_text.begin({begin, static_cast<std::size_t>(last.data() + last.size() - begin)});
        m_records.clear();
        for (const auto &record : stored) {
            m_records.push_back({.number = record.number, .level = record.level, .raw = {}});
            auto &raw = m_records.back();
            if (record.isGone()) {
                raw.kind = RecordKind::Gap;
                raw.raw = kGoneText;
            } else {
                raw.raw = m_text.read(record.bytes);
            }
        }
        return m_records;
    }

private:
    RawTextReader m_text;
    std::vector<RawRecord> m_records;
};

} // namespace

RecordVisit::RecordVisit(const LogFile &file, const LineIndexView &view, const LineRules &rules)
    : m_file(file)
    , m_view(view)
    , m_rules(rules)
{
}

Result<void> RecordVisit::run(RecordRange range, const RecordSet *within, unsigned workers,
                              const std::stop_token &stop, const LogSnapshot::Visitor &visitor,
                              const ProgressFunction &progress) const
{
    // A lambda does not capture a structured binding with clang 14.
    const auto chunks = StoredRecordReader::chunksOf(m_view, range);
    const auto first = chunks.first;
    const auto end = chunks.second;
    std::atomic<std::size_t> next = first;
    std::mutex progressMutex; // protects done, and keeps progress to one call at a time
    std::uint64_t done = 0;
    const auto total =
        std::min(LineIndexView::chunkBegin(end), m_view.end()) - LineIndexView::chunkBegin(first);
    SharedStop shared(stop);
    const auto count = std::clamp<std::size_t>(end - first, 1, std::max(workers, 1U));
    runWorkers(static_cast<unsigned>(count), [&](unsigned worker) {
        StoredRecordReader reader(m_file, m_view);
        RawRun run(m_rules, m_file.encoding());
        const auto show = [&](std::span<const StoredRecord> stored) {
            visitor(worker, run.read(stored));
        };
        for (auto chunk = next++; chunk < end; chunk = next++) {
            if (auto read = reader.read(chunk, range, within, shared.token(), show); !read) {
                shared.fail(std::move(read.error()));
                return;
            }
            if (progress) {
                const std::lock_guard lock(progressMutex);
                done = std::min(done + LineChunk::kBytes, total);
                progress({done, total});
            }
        }
    });
    return shared.result();
}

} // namespace foretop::logs
