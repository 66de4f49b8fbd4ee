// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/vocabulary.h"

#include <cstdint>

namespace foretop::metrics {

inline constexpr std::size_t kMaxCompletionItems = 100;

struct CompletionItem
{
    enum class Kind : std::uint8_t {
        Metric,
        Function,
        Aggregation,
        Keyword,
        Operator,
        Label,
        Value,
        Duration
    };
    Kind kind = Kind::Metric;
    std::string text;   ///< to insert; a value comes in quotes
    std::string detail; ///< of functions: what they take and do
    bool operator==(const CompletionItem &) const = default;
};

/// What can stand at a place of an expression.
struct Completion
{
    std::size_t from = 0; ///< characters [from, to), from 0 on, are replaced by the chosen item
    std::size_t to = 0;
    /// Those that begin with what is there already before those that hold it; within these, the
    /// likelier kinds first, then by text.
    std::vector<CompletionItem> items;
    bool isCut = false; ///< there are more than kMaxCompletionItems
};

/// Completes @p text, which need not be valid, at @p cursor, in characters from 0 on. Nothing when
/// the text is longer than kMaxExpressionBytes.
Completion completeExpression(std::string_view text, std::size_t cursor,
                              const Vocabulary &vocabulary);

} // namespace foretop::metrics
