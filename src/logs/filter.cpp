// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filter.h"

#include "base/text.h"
#include "logs/liveblock.h"

#include <algorithm>

namespace foretop::logs {
namespace {

/// The texts of one block after the other, decompressed once and only when asked for.
class TextsOfBlocks
{
public:
    const LiveTexts &of(const LiveBlock &block)
    {
        if (m_block != &block) {
            m_block = &block;
            m_texts = block.texts(LiveBlock::Reader::Scan);
        }
        return m_texts;
    }

private:
    const LiveBlock *m_block = nullptr;
    LiveTexts m_texts;
};

/// As Filter::matches(), without building a view of what the columns already exclude.
bool matchesAt(const Filter &filter, const LiveBlock &block, std::size_t index,
               TextsOfBlocks &texts)
{
    if (block.kind(index) == RecordKind::Gap) {
        return true;
    }
    if (!filter.levels.contains(block.level(index))) {
        return false;
    }
    if (filter.until) {
        const auto time = block.time(index);
        if (time && *time > *filter.until) {
            return false;
        }
    }
    return filter.text.empty() || containsIgnoringCase(texts.of(block).raw(index), filter.text) ||
           containsIgnoringCase(texts.of(block).messageBesideRaw(index), filter.text);
}

} // namespace

bool Filter::matches(const RecordView &record) const
{
    if (record.kind == RecordKind::Gap) {
        return true;
    }
    return levels.contains(record.level) && !(until && record.time && *record.time > *until) &&
           (containsIgnoringCase(record.raw, text) || containsIgnoringCase(record.message, text));
}

FilterOperation::FilterOperation(LiveSnapshot snapshot, Filter filter, RecordNumber from)
    : m_snapshot(std::move(snapshot))
    , m_filter(std::move(filter))
    , m_from(std::max(from, m_snapshot.first()))
{
}

bool FilterOperation::run(std::stop_token stop, const BatchFunction &batchReady) const
{
    TextsOfBlocks texts;
    auto next = m_from;
    while (next < m_snapshot.end()) {
        if (stop.stop_requested()) {
            return false;
        }
        const auto batchEnd = std::min(next + kBatchRecords, m_snapshot.end());
        std::vector<RecordNumber> matches;
        for (auto run = m_snapshot.runOf(next); next < batchEnd; ++run) {
            const bool isLast = std::next(run) == m_snapshot.m_runs->end();
            const auto runEnd = isLast ? batchEnd : std::min(batchEnd, std::next(run)->first);
            for (; next < runEnd; ++next) {
                if (matchesAt(m_filter, *run->block, next - run->first, texts)) {
                    matches.push_back(next);
                }
            }
        }
        batchReady(std::move(matches), batchEnd);
    }
    return true;
}

} // namespace foretop::logs
