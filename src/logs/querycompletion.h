// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/facets.h"
#include "logs/query.h"

#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

struct QueryCompletion
{
    std::size_t begin = 0; ///< bytes of the text that an item replaces: [begin, end)
    std::size_t end = 0;
    /// What to put there, best first: what starts with what is typed, then what has it in it, in
    /// any case.
    std::vector<std::string> items;
};
inline constexpr std::size_t kMaxCompletionItems = 50;

/// What completion chooses from.
struct QueryVocabulary
{
    std::vector<std::string> fields;
    std::vector<Facet> values; ///< of some fields; those of `logger` are also for `component`
};

/// What can be written at byte @p cursor of an unfinished query: field names, levels, values of the
/// field before the colon, `since:` times, `or`, `not`.
QueryCompletion completeQuery(std::string_view text, std::size_t cursor,
                              const QueryVocabulary &vocabulary);

} // namespace foretop::logs
