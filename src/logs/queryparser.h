// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/query.h"
#include "logs/timezone.h"

#include <span>
#include <string_view>

namespace foretop::logs {

inline constexpr std::size_t kMaxQueryBytes = 16U << 10;
inline constexpr std::size_t kMaxQueryTerms = 500;
inline constexpr std::size_t kMaxQueryDepth = 50;

/// What the times of a query are told from.
struct QueryContext
{
    WallTime now;  ///< what `since:15m` counts back from
    TimeZone zone; ///< of times written without one
};

/// Reads the query language of docs/query.md. Fails with Malformed (TooLarge for a bound above),
/// the place's column, in characters from 1, at the first one that is wrong; the message says what
/// would be right. Regexes are checked too.
Result<Query> parseQuery(std::string_view text, const QueryContext &context);

/// Whether there may be a regex in @p text. Then parseQuery(), which compiles it, may take seconds
/// for a hostile one; without one it takes microseconds.
bool mayHaveRegex(std::string_view text);

/// The obviously right meaning of a query for one record, slow: what CompiledQuery is tested
/// against. @p fields are the record's fields (RecordParser::fields()). Gap records are not asked
/// about: views always show them.
bool matchesQuery(const Query &query, const RecordView &record, std::span<const Field> fields);

} // namespace foretop::logs
