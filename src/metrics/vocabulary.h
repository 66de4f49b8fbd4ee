// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foretop::metrics {

/// What names an expression can be about. Each list is sorted and without doubles. Thread-safe.
class Vocabulary
{
public:
    virtual ~Vocabulary() = default;

    virtual std::vector<std::string> metricNames() const = 0;
    /// Of the series of @p metric; of all series when it is empty.
    virtual std::vector<std::string> labelNames(std::string_view metric) const = 0;
    virtual std::vector<std::string> labelValues(std::string_view metric,
                                                 std::string_view label) const = 0;
};

} // namespace foretop::metrics
