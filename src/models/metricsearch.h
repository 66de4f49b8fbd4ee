// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metriccatalog.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace foretop::models {

/// Which of a catalog's families are wanted, and in which order.
struct MetricSearch
{
    enum class Order {
        Relevance, ///< names that begin with the text, that hold it, then helps that do
        Name,
        Type,
        Help,
        SeriesCount,
        Last,
    };
    /// Each word of it is in the name or the help, in any case.
    std::string text;
    std::optional<metrics::FamilyType> type; ///< nothing: any
    Order order = Order::Name;
    bool isDescending = false; ///< what is not known stays last

    bool operator==(const MetricSearch &) const = default;
};

/// Indexes into @p entries, which are by name. Cut short when @p stop is requested. Any thread.
std::vector<std::uint32_t> foundMetrics(const std::vector<MetricCatalog::Entry> &entries,
                                        const MetricSearch &search,
                                        const std::stop_token &stop = {});

} // namespace foretop::models
