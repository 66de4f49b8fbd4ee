// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/errorevent.h"
#include "feeds/frame.h"
#include "health/report.h"
#include "jobs/job.h"
#include "logs/record.h"
#include "metrics/sample.h"

#include <variant>

namespace foretop::feeds {

struct MetricsBatch
{
    std::vector<metrics::Family> families;
    std::vector<metrics::SeriesSample> samples;
};

/// The typed items of a batch, by the kind of feed.
using Items = std::variant<std::vector<health::Report>, MetricsBatch, std::vector<logs::Record>,
                           std::vector<jobs::Job>, std::vector<errors::ErrorEvent>>;

/// What came of decoding a batch: what could be read, and what could not.
struct DecodedItems
{
    Items items;
    std::uint64_t unreadable = 0;   ///< items (or exposition lines) left out
    std::vector<Error> firstErrors; ///< at most 10, with the item's place
};

/// How many items (samples of metrics) @p items holds.
std::size_t itemCount(const Items &items);

/// Reads @p items, JSON texts of the kind that @p kind carries. Pure; any thread.
/// (docs/feed-protocol.md, "Items".) @p now stands in for missing timestamps.
DecodedItems decodeItems(FeedKind kind, const std::vector<std::string> &items, WallTime now,
                         std::string_view source);

} // namespace foretop::feeds
