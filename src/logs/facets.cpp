// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/facets.h"

#include "logs/fieldvalues.h"
#include "logs/rangestoread.h"
#include "logs/valuecounts.h"

#include <algorithm>

namespace foretop::logs {

struct FacetCounter::State
{
    std::vector<std::string> fields;
    std::vector<ValueCounts> counts; // of each field
};

FacetCounter::FacetCounter(std::vector<std::string> fields)
    : m_state(std::make_unique<State>())
{
    m_state->counts.resize(fields.size());
    m_state->fields = std::move(fields);
}

FacetCounter::~FacetCounter() = default;

Result<void> FacetCounter::add(const LogSnapshot &snapshot, RecordRange range,
                               const RecordSet *within, const std::stop_token &stop,
                               const ProgressFunction &progress, unsigned workers)
{
    struct Worker
    {
        FieldValues values;
        std::vector<ValueCounts> counts;
    };
    std::vector<std::unique_ptr<Worker>> states;
    for (unsigned worker = 0; worker < workers; ++worker) {
        states.push_back(std::make_unique<Worker>(
            Worker{{snapshot, m_state->fields}, std::vector<ValueCounts>(m_state->fields.size())}));
    }
    auto done = snapshot.visit(
        clipped(range, wholeOf(snapshot)), within, workers, stop,
        [&](unsigned worker, std::span<const RawRecord> records) {
            auto &[values, counts] = *states[worker];
            for (const auto &record : records) {
                if (record.kind == RecordKind::Gap) {
                    continue;
                }
                const auto &found = values.of(record);
                for (std::size_t field = 0; field < counts.size(); ++field) {
                    counts[field].add(found[field]);
                }
            }
        },
        progress);
    if (!done) {
        return done;
    }
    for (const auto &state : states) {
        for (std::size_t field = 0; field < state->counts.size(); ++field) {
            m_state->counts[field].add(state->counts[field]);
        }
    }
    return {};
}

std::vector<Facet> FacetCounter::facets(std::size_t most) const
{
    std::vector<Facet> facets;
    for (std::size_t field = 0; field < m_state->fields.size(); ++field) {
        facets.push_back(m_state->counts[field].facet(m_state->fields[field], most));
    }
    return facets;
}

std::vector<std::string> fieldNames(const LogSnapshot &snapshot, const RecordSet *within,
                                    std::size_t sample, const std::stop_token &stop)
{
    auto range = wholeOf(snapshot);
    const auto count = countIn(range, within);
    if (sample < count) {
        range.end = within == nullptr ? range.first + sample
                                      : within->at(within->rankOf(range.first) + sample);
    }
    RawReader reader(snapshot);
    ValueCounts names;
    // An error leaves the names found before it.
    (void)snapshot.visit(range, within, 1, stop, [&](unsigned, std::span<const RawRecord> records) {
        for (const auto &record : records) {
            for (const auto &field : reader.fields(record)) {
                names.add(field.first);
            }
        }
    });
    std::vector<std::string> sorted;
    auto found = names.facet({}, kMaxFieldNames);
    for (auto &value : found.values) {
        sorted.push_back(std::move(value.value));
    }
    return sorted;
}

} // namespace foretop::logs
