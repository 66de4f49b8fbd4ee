// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/literalfinder.h"
#include "logs/queryplan.h"

#include <optional>
#include <string_view>

namespace foretop::logs {

/// Tells of most JSON records that a field in them does not hold, from their text alone. One
/// thread.
class FieldSearch
{
public:
    /// @p field must outlive this.
    explicit FieldSearch(const PlanField &field);

    FieldComparison &comparison() { return m_comparison; }

    /// Whether the field may hold for the JSON object @p raw, when that is written as
    /// RecordFields::isWrittenPlainly() says. kScanPadding bytes after it must be readable.
    bool mayHold(std::string_view raw);

private:
    bool memberMayHold(std::string_view raw, std::size_t keyEnd);
    bool stringMayHold(std::string_view raw, std::size_t begin);
    bool scalarMayHold(std::string_view token);

    const PlanField &m_field;
    FieldComparison m_comparison;
    std::optional<LiteralFinder> m_finder; // of the key, or else the value
    bool m_isAdapted = false;
};

} // namespace foretop::logs
