// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/labelmatcher.h"
#include "metrics/sample.h"

#include <functional>
#include <span>
#include <stop_token>

namespace foretop::metrics {

/// What expressions are evaluated on. Thread-safe.
class SampleSource
{
public:
    virtual ~SampleSource() = default;

    /// @p labels include the name (kNameLabel) and are sorted; @p samples are valid during the call
    /// only.
    using Visitor = std::function<Result<void>(Labels labels, std::span<const Sample> samples)>;
    /// Calls @p visit once for each series that satisfies all of @p matchers and has samples in
    /// [@p from, @p to], with these, stale markers included, in order of time; in order of labels.
    /// All series are seen as of one moment. Stops at the first error of @p visit and returns it,
    /// and within some milliseconds of a request to @p stop (Cancelled).
    virtual Result<void> select(std::span<const LabelMatcher> matchers, WallTime from, WallTime to,
                                const Visitor &visit, std::stop_token stop = {}) const = 0;
};

} // namespace foretop::metrics
