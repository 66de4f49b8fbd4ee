// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmarker.h"

#include <algorithm>

namespace foretop::models {

MarkQueries compileMarks(const std::vector<std::string> &texts, const logs::QueryContext &context)
{
    MarkQueries queries(std::min(texts.size(), kMostMarks));
    for (std::size_t i = 0; i < queries.size(); ++i) {
        if (texts[i].empty()) {
            continue;
        }
        const auto compiled =
            logs::parseQuery(texts[i], context).and_then([](const logs::Query &query) {
                return logs::CompiledQuery::compile(query);
            });
        if (compiled) {
            queries[i] = *compiled;
        }
    }
    return queries;
}

RecordMarker::RecordMarker(std::shared_ptr<const MarkQueries> queries,
                           logs::LogSnapshotPtr snapshot)
    : m_queries(std::move(queries))
    , m_snapshot(std::move(snapshot))
{
    for (std::size_t bit = 0; m_queries && bit < m_queries->size(); ++bit) {
        if ((*m_queries)[bit]) {
            m_bits.push_back(bit);
        }
    }
}

RecordMarker::Runs &RecordMarker::runsOf(std::size_t origin)
{
    const auto [place, isNew] = m_runs.try_emplace(origin);
    if (isNew) {
        for (const std::size_t bit : m_bits) {
            place->second.emplace_back(*(*m_queries)[bit], m_snapshot->rules(origin));
        }
    }
    return place->second;
}

std::uint64_t RecordMarker::marksOf(const logs::Record &record, std::size_t origin)
{
    if (m_bits.empty() || record.kind == logs::RecordKind::Gap) {
        return 0;
    }
    const logs::RecordView view{record.kind,   record.level,   record.time, record.source,
                                record.logger, record.message, record.raw};
    Runs &runs = runsOf(origin);
    std::uint64_t marks = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        marks |= runs[i].matches(view) ? std::uint64_t{1} << m_bits[i] : 0;
    }
    return marks;
}

} // namespace foretop::models
