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
    std::uint64_t distinct = 0;     ///< how many values there are in all
    std::uint64_t missing = 0;      ///< records without the field
    std::uint64_t records = 0;      ///< records looked at
    /// More than kMaxFacetValues were met: values met later are counted in overflow, not by name.
    std::uint64_t overflow = 0;
};
inline constexpr std::size_t kMaxFacetValues = 100'000;

/// Counts the values of some fields over all records of a log as they come; adding twice is fine
/// for live data. One thread calls add(), which uses several.
class FacetCounter
{
public:
    /// Fields as in a query: `level`, `logger`, `source`, `status`, `http.method`.
    explicit FacetCounter(std::vector<std::string> fields);
    ~FacetCounter();

    Result<void> add(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                     const std::stop_token &stop, const ProgressFunction &progress = {});
    /// The @p most most frequent values of each field.
    std::vector<Facet> facets(std::size_t most) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The names of fields in the first @p sample records, the most frequent first: what is offered for
/// facets, columns and completion.
std::vector<std::string> fieldNames(const LogSnapshot &snapshot, const RecordSet *within,
                                    std::size_t sample, const std::stop_token &stop);

} // namespace foretop::logs
