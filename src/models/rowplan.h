// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace foretop::models {

struct RowRange
{
    int first = 0;
    int count = 0;
    int last() const { return first + count - 1; }
    bool operator==(const RowRange &) const = default;
};

/// How a list of keyed rows becomes another, in as few ranges as there are runs. The steps go in
/// the order of the members.
struct RowPlan
{
    std::vector<RowRange> removed; ///< rows of the old list, the last first
    /// When the rows kept change places: for each row the one, of those kept, that comes there.
    std::vector<int> order;
    std::vector<int> kept;          ///< for each row kept, its row in the new list
    std::vector<RowRange> inserted; ///< rows of the new list, the first first
};

/// Keys name rows; rows of one key stand for each other.
RowPlan planRows(const std::vector<std::string> &before, const std::vector<std::string> &after);

/// Runs in @p rows, which ascend.
std::vector<RowRange> rangesOf(const std::vector<int> &rows);

} // namespace foretop::models
