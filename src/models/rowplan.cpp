// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowplan.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace foretop::models {

namespace {

constexpr int kNowhere = -1;

/// For each of @p before its row in @p after, or kNowhere.
std::vector<int> matchRows(const std::vector<std::string> &before,
                           const std::vector<std::string> &after)
{
    std::unordered_multimap<std::string_view, int> rows;
    rows.reserve(after.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        rows.emplace(after[i], static_cast<int>(i));
    }
    std::vector<int> found;
    found.reserve(before.size());
    for (const std::string &key : before) {
        const auto row = rows.find(key);
        found.push_back(row == rows.end() ? kNowhere : row->second);
        if (row != rows.end()) {
            rows.erase(row);
        }
    }
    return found;
}

} // namespace

std::vector<RowRange> rangesOf(const std::vector<int> &rows)
{
    std::vector<RowRange> ranges;
    for (const int row : rows) {
        if (!ranges.empty() && row == ranges.back().last() + 1) {
            ++ranges.back().count;
        } else {
            ranges.push_back({row, 1});
        }
    }
    return ranges;
}

RowPlan planRows(const std::vector<std::string> &before, const std::vector<std::string> &after)
{
    RowPlan plan;
    std::vector<int> removed;
    const std::vector<int> matches = matchRows(before, after);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i] == kNowhere) {
            removed.push_back(static_cast<int>(i));
        } else {
            plan.kept.push_back(matches[i]);
        }
    }
    plan.removed = rangesOf(removed);
    std::reverse(plan.removed.begin(), plan.removed.end());

    if (!std::is_sorted(plan.kept.begin(), plan.kept.end())) {
        plan.order.resize(plan.kept.size());
        for (std::size_t i = 0; i < plan.order.size(); ++i) {
            plan.order[i] = static_cast<int>(i);
        }
        std::sort(plan.order.begin(), plan.order.end(), [&plan](int a, int b) {
            return plan.kept[static_cast<std::size_t>(a)] < plan.kept[static_cast<std::size_t>(b)];
        });
        std::sort(plan.kept.begin(), plan.kept.end());
    }

    std::vector<int> inserted;
    auto kept = plan.kept.begin();
    for (int row = 0; row < static_cast<int>(after.size()); ++row) {
        if (kept != plan.kept.end() && *kept == row) {
            ++kept;
        } else {
            inserted.push_back(row);
        }
    }
    plan.inserted = rangesOf(inserted);
    return plan;
}

} // namespace foretop::models
