// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "logs/level.h"
#include "logs/record.h"
#include "logs/textpattern.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace foretop::logs {

struct QueryNode;
/// A query, or a part of one; never null.
using Query = std::shared_ptr<const QueryNode>;

/// Whether a text is found anywhere in a record's raw text: a bare word in any case, a quoted text
/// exactly as written, a regex.
struct TextTerm
{
    TextQuery text;
    bool operator==(const TextTerm &) const = default;
};

enum class Comparison : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

/// What a field is compared with.
struct FieldValue
{
    enum class Kind : std::uint8_t {
        Word,   ///< a number, a time or a text in any case with wildcards, see WordPattern
        Quoted, ///< exactly this text
        Regex,  ///< found somewhere in the field's text
        Any,    ///< `field:*`: the field is there
    };
    Kind kind = Kind::Word;
    std::string text;
    bool isCaseSensitive = true; ///< of a Regex
    bool operator==(const FieldValue &) const = default;
};

/// Compares a field, whose name's dots reach into objects. The names `level`, `time`, `logger`
/// (`component`), `message` and `source` mean what a Record has there.
struct FieldTerm
{
    std::string field;
    Comparison comparison = Comparison::Equal;
    FieldValue value;
    bool operator==(const FieldTerm &) const = default;
};

/// `since:`, `until:` and comparisons of `time`, resolved when the query was parsed. No record
/// without a time matches.
struct TimeTerm
{
    std::optional<WallTime> from;  ///< this or later
    std::optional<WallTime> until; ///< this or earlier
    bool operator==(const TimeTerm &) const = default;
};

struct AllOf
{
    std::vector<Query> parts; ///< none: every record matches
};
struct AnyOf
{
    std::vector<Query> parts; ///< two or more
};
struct Not
{
    Query part;
};

struct QueryNode
{
    std::variant<AllOf, AnyOf, Not, TextTerm, FieldTerm, TimeTerm> content;
};

/// Matches every record.
Query queryForAll();
Query queryOf(TextTerm term);
Query queryOf(FieldTerm term);
Query queryOf(TimeTerm term);
/// Every one of @p parts. Nested ones become one, and so do all TimeTerms; of one part it is that.
Query allOf(std::vector<Query> parts);
/// At least one of @p parts, which must not be empty. Nested ones become one; of one part it is
/// that.
Query anyOf(std::vector<Query> parts);
Query negated(Query part);
/// Whether two queries are built alike, but for parts that allOf() and anyOf() make one.
bool sameQuery(const Query &a, const Query &b);
/// The query as it can be typed; empty for all records. A query made by parseQuery() or of the
/// terms that it makes parses to the same again, unless its text is over kMaxQueryBytes.
std::string queryText(const Query &query);

/// A field name as it is written before an operator: in quotes when it must be.
std::string fieldNameText(std::string_view field);
/// What is written after `field:` to find just the text @p value: in quotes when it must be.
std::string fieldValueText(std::string_view value);

} // namespace foretop::logs
