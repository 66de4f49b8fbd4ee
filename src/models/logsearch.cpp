// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logsearch.h"

#include <algorithm>
#include <utility>

namespace foretop::models {

namespace {

/// How much of the whole a search of a result alone is taken to be, when more is to be searched.
constexpr double kKnownShare = 0.5;

} // namespace

LogSearch::LogSearch(LogSearchRequest request)
    : m_request(std::move(request))
{
    m_found.searchedUpTo = m_request.from;
}

void LogSearch::run()
{
    const Result<void> result = search();
    const std::lock_guard lock(m_mutex);
    if (result) {
        m_found.searchedUpTo = end();
        m_found.progress = 1;
    } else if (result.error().code != ErrorCode::Cancelled) {
        m_found.error = result.error().text();
    }
    m_found.isFinished = true;
}

Result<void> LogSearch::search()
{
    const auto compiled = logs::CompiledQuery::compile(m_request.query);
    if (!compiled) {
        return tl::unexpected(compiled.error());
    }
    {
        const std::lock_guard lock(m_mutex);
        m_compiled = *compiled;
    }
    const auto &known = m_request.known;
    if (!known || known->end <= m_request.from || !compiled->refines(known->query)) {
        return searchPart(*compiled, nullptr, m_request.from, 0);
    }
    if (known->query.refines(*compiled)) { // the same, in other words
        add(*known->found, known->end, kKnownShare);
    } else {
        const auto result = searchPart(*compiled, known->found.get(), m_request.from, 0);
        if (!result) {
            return result;
        }
    }
    return known->end < end() ? searchPart(*compiled, nullptr, known->end, kKnownShare)
                              : Result<void>();
}

Result<void> LogSearch::searchPart(const logs::CompiledQuery &query, const logs::RecordSet *within,
                                   logs::RecordNumber from, double progressFrom)
{
    const auto batchReady = [&](const logs::MatchBatch &batch) {
        const double part = batch.progress.total > 0 ? static_cast<double>(batch.progress.done) /
                                                           static_cast<double>(batch.progress.total)
                                                     : 0;
        logs::RecordSet found;
        found.add(batch.matches);
        const auto upTo =
            within ? std::min(batch.searchedUpTo, m_request.known->end) : batch.searchedUpTo;
        add(std::move(found), upTo, progressFrom + part * (1 - progressFrom));
    };
    return m_request.snapshot->search(query, within, from, m_stop.get_token(), batchReady)
        .map([](const logs::RecordSet &) {});
}

void LogSearch::add(logs::RecordSet found, logs::RecordNumber searchedUpTo, double progress)
{
    logs::RecordSet around = m_request.context.isAny() ? withContext(found) : logs::RecordSet();
    const std::lock_guard lock(m_mutex);
    m_found.found |= found;
    m_found.around |= around;
    m_found.searchedUpTo = std::max(m_found.searchedUpTo, searchedUpTo);
    m_found.progress = std::clamp(progress, m_found.progress, 1.0);
}

logs::RecordSet LogSearch::withContext(const logs::RecordSet &found) const
{
    const logs::LogSnapshot &snapshot = *m_request.snapshot;
    const auto [before, after] = m_request.context;
    logs::RecordSet around;
    logs::RecordNumber begin;
    logs::RecordNumber end;
    for (const logs::RecordNumber record : found.between(snapshot.first(), snapshot.end())) {
        const logs::RecordNumber first = record - snapshot.first() <= before
                                             ? snapshot.first()
                                             : logs::RecordNumber(record.value() - before);
        if (first > end) {
            around.addRange(begin, end);
            begin = first;
        }
        end = std::min(record + (after + 1), snapshot.end());
    }
    around.addRange(begin, end);
    return around;
}

FoundRecords LogSearch::take()
{
    const std::lock_guard lock(m_mutex);
    FoundRecords taken = std::move(m_found);
    m_found = {.found = {},
               .around = {},
               .searchedUpTo = taken.searchedUpTo,
               .progress = taken.progress,
               .isFinished = taken.isFinished,
               .error = taken.error};
    return taken;
}

std::optional<logs::CompiledQuery> LogSearch::compiled() const
{
    const std::lock_guard lock(m_mutex);
    return m_compiled;
}

} // namespace foretop::models
