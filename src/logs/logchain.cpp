// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logchain.h"

#include <algorithm>

namespace foretop::logs {

RecordNumber LogChain::Part::inPart(RecordNumber number) const
{
    return log->first() + (std::clamp(number, begin, end) - begin);
}

RecordNumber LogChain::Part::inChain(RecordNumber number) const
{
    return begin + (number - log->first());
}

RecordRange LogChain::Part::inPart(RecordRange range) const
{
    return {.first = inPart(range.first), .end = inPart(range.end)};
}

RecordSet LogChain::Part::inPart(const RecordSet &set) const
{
    auto numbers = set.between(begin, end);
    for (auto &number : numbers) {
        number = inPart(number);
    }
    RecordSet result;
    result.add(numbers);
    return result;
}

LogChain::LogChain(std::vector<LogSnapshotPtr> parts, RecordNumber first)
    : m_first(first)
    , m_end(first)
{
    for (auto &log : parts) {
        const auto begin = m_end;
        const auto firstOrigin = m_originCount;
        m_end = m_end + (log->end() - log->first());
        m_originCount += log->originCount();
        m_parts.push_back(
            {.log = std::move(log), .begin = begin, .end = m_end, .firstOrigin = firstOrigin});
    }
}

LevelCounts LogChain::levels() const
{
    LevelCounts sum{};
    for (const auto &part : m_parts) {
        const auto levels = part.log->levels();
        for (std::size_t level = 0; level < levels.size(); ++level) {
            sum[level] += levels[level];
        }
    }
    return sum;
}

const LineRules &LogChain::rules(std::size_t origin) const
{
    const auto &part = partOfOrigin(origin);
    return part.log->rules(origin - part.firstOrigin);
}

std::string_view LogChain::originName(std::size_t origin) const
{
    const auto &part = partOfOrigin(origin);
    return part.log->originName(origin - part.firstOrigin);
}

std::shared_ptr<const LogSnapshot> LogChain::renamed(std::span<const std::string> names) const
{
    std::vector<LogSnapshotPtr> parts;
    for (const auto &part : m_parts) {
        auto renamed = part.log->renamed(names.subspan(part.firstOrigin, part.log->originCount()));
        parts.push_back(renamed ? std::move(renamed) : part.log);
    }
    return std::make_shared<LogChain>(std::move(parts), m_first);
}

std::size_t LogChain::originOf(RecordNumber number) const
{
    const auto &part = partOf(number);
    return part.firstOrigin + part.log->originOf(part.inPart(number));
}

Record LogChain::record(RecordNumber number) const
{
    const auto &part = partOf(number);
    return part.log->record(part.inPart(number));
}

std::vector<Field> LogChain::fields(RecordNumber number) const
{
    const auto &part = partOf(number);
    return part.log->fields(part.inPart(number));
}

std::optional<LogSnapshot::StoredBytes> LogChain::bytesOf(RecordNumber number) const
{
    const auto &part = partOf(number);
    return part.log->bytesOf(part.inPart(number));
}

Result<RecordSet> LogChain::search(const CompiledQuery &query, const RecordSet *within,
                                   RecordNumber from, const std::stop_token &stop,
                                   const MatchFunction &batchReady, unsigned workers) const
{
    RecordSet all;
    for (const auto &part : m_parts) {
        if (part.end <= from || part.begin == part.end) {
            continue;
        }
        auto found = searchPart(part, query, within, from, stop, batchReady, workers);
        if (!found) {
            return found;
        }
        all |= *found;
    }
    return all;
}

Result<RecordSet> LogChain::searchPart(const Part &part, const CompiledQuery &query,
                                       const RecordSet *within, RecordNumber from,
                                       const std::stop_token &stop, const MatchFunction &batchReady,
                                       unsigned workers) const
{
    std::optional<RecordSet> partWithin;
    if (within != nullptr) {
        partWithin = part.inPart(*within);
    }
    MatchFunction tell;
    if (batchReady) {
        tell = [&](MatchBatch batch) {
            for (auto &match : batch.matches) {
                match = part.inChain(match);
            }
            batch.searchedUpTo = part.inChain(batch.searchedUpTo);
            batch.progress = progressOf(part, batch.progress);
            batchReady(std::move(batch));
        };
    }
    const auto found = part.log->search(query, partWithin ? &*partWithin : nullptr,
                                        part.inPart(from), stop, tell, workers);
    if (!found) {
        return found;
    }
    auto numbers = found->between(part.log->first(), part.log->end());
    for (auto &number : numbers) {
        number = part.inChain(number);
    }
    RecordSet result;
    result.add(numbers);
    return result;
}

Result<void> LogChain::visit(RecordRange range, const RecordSet *within, unsigned workers,
                             const std::stop_token &stop, const Visitor &visitor,
                             const ProgressFunction &progress) const
{
    for (const auto &part : m_parts) {
        const auto partRange = part.inPart(range);
        if (partRange.first >= partRange.end) {
            continue;
        }
        std::optional<RecordSet> partWithin;
        if (within != nullptr) {
            partWithin = part.inPart(*within);
        }
        const auto show = [&](unsigned worker, std::span<const RawRecord> run) {
            std::vector<RawRecord> shifted(run.begin(), run.end());
            for (auto &record : shifted) {
                record.number = part.inChain(record.number);
                record.origin += part.firstOrigin;
            }
            visitor(worker, shifted);
        };
        const auto tell = [&](Progress done) {
            if (progress) {
                progress(progressOf(part, done));
            }
        };
        const auto visited = part.log->visit(partRange, partWithin ? &*partWithin : nullptr,
                                             workers, stop, show, tell);
        if (!visited) {
            return visited;
        }
    }
    return {};
}

/// Parts may count different units, so all are made records.
Progress LogChain::progressOf(const Part &part, Progress progress) const
{
    const auto share = progress.total > 0 ? static_cast<double>(progress.done) /
                                                static_cast<double>(progress.total)
                                          : 0.0;
    const auto inPart = share * static_cast<double>(part.end - part.begin);
    return {.done = part.begin - m_first + static_cast<std::uint64_t>(inPart),
            .total = m_end - m_first};
}

std::vector<LogSnapshot::TimedRun> LogChain::timedRuns() const
{
    std::vector<TimedRun> all;
    for (const auto &part : m_parts) {
        const auto runs = part.log->timedRuns();
        if (runs.empty() && part.begin < part.end) {
            return {};
        }
        for (const auto &run : runs) {
            all.push_back({.range = {.first = part.inChain(run.range.first),
                                     .end = part.inChain(run.range.end)},
                           .times = run.times});
        }
    }
    return all;
}

std::optional<Level> LogChain::levelOf(RecordNumber number) const
{
    const auto &part = partOf(number);
    return part.log->levelOf(part.inPart(number));
}

void LogChain::readTimes(RecordRange range, std::vector<std::optional<WallTime>> &times) const
{
    for (const auto &part : m_parts) {
        const auto partRange = part.inPart(range);
        if (partRange.first < partRange.end) {
            part.log->readTimes(partRange, times);
        }
    }
}

bool LogChain::continues(const LogSnapshot &earlier) const
{
    const auto *chain = dynamic_cast<const LogChain *>(&earlier);
    if (chain == nullptr) {
        return !m_parts.empty() && m_parts.front().begin == earlier.first() &&
               m_parts.front().log->continues(earlier);
    }
    return std::all_of(chain->m_parts.begin(), chain->m_parts.end(), [this](const Part &before) {
        const auto now = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &part) {
            return part.log->continues(*before.log);
        });
        return now != m_parts.end() ? now->begin == before.begin : before.end <= m_first;
    });
}

RecordNumber LogChain::firstFrom(WallTime time) const
{
    for (const auto &part : m_parts) {
        const auto found = part.log->firstFrom(time);
        if (found < part.log->end()) {
            return part.inChain(found);
        }
    }
    return m_end;
}

const LogChain::Part &LogChain::partOf(RecordNumber number) const
{
    const auto after = std::find_if(m_parts.begin(), m_parts.end(),
                                    [number](const Part &part) { return number < part.end; });
    return after != m_parts.end() ? *after : m_parts.back();
}

const LogChain::Part &LogChain::partOfOrigin(std::size_t origin) const
{
    const auto after = std::find_if(m_parts.rbegin(), m_parts.rend(), [origin](const Part &part) {
        return part.firstOrigin <= origin;
    });
    return *after;
}

} // namespace foretop::logs
