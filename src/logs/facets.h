// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

#include <string>
#include <vector>

namespace foretop::logs {

struct FacetValue
{
    std::string value;
    std::uint64_t count = 0;
    bool operator==(const FacetValue &) const = default;
};

/// The values of one field and how many records have each.
struct Facet
{
    std::string field;
    std::vector<FacetValue> values; ///< most frequent first, then by value
    std::uint64_t distinct = 0;     ///< how many values there are in all, of those counted by name
    std::uint64_t missing = 0;      ///< records without the field
    std::uint64_t records = 0;      ///< records looked at; gap records are not
    /// Records whose value is longer than kMaxFacetValueBytes, or was not counted by name as
    /// kMaxFacetValues others were met before. When not 0, counts of values are the least they are,
    /// and which values are counted depends on the order in which records were read.
    std::uint64_t overflow = 0;
    bool operator==(const Facet &) const = default;
};
inline constexpr std::size_t kMaxFacetValues = 100'000;
inline constexpr std::size_t kMaxFacetValueBytes = 256;

/// Counts the values of some fields over all records of a log as they come; adding twice is fine
/// for live data. One thread calls add(), which uses several; after an error it counts as before.
class FacetCounter
{
public:
    /// Fields as in a query: `level`, `logger` (`component`), `source`, `message` and `time` mean
    /// what a Record has there, others (`status`, `http.method`) its fields.
    explicit FacetCounter(std::vector<std::string> fields);
    ~FacetCounter();

    Result<void> add(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                     const std::stop_token &stop, const ProgressFunction &progress = {},
                     unsigned workers = defaultWorkerCount());
    /// The @p most most frequent values of each field.
    std::vector<Facet> facets(std::size_t most) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The names of fields in the first @p sample records, the most frequent first, at most
/// kMaxFieldNames: what is offered for facets, columns and completion.
inline constexpr std::size_t kMaxFieldNames = 1'000;
std::vector<std::string> fieldNames(const LogSnapshot &snapshot, const RecordSet *within,
                                    std::size_t sample, const std::stop_token &stop);

} // namespace foretop::logs
