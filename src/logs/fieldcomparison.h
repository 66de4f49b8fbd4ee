// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/query.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foretop::logs {

/// What a field name of a query means when it does not name a field.
enum class RecordMember : std::uint8_t { Level, Time, Logger, Message, Source };

/// "level", "time", "logger" and "component", "message" and "msg", "source": also where a record
/// has a field of that name. Names are compared exactly.
std::optional<RecordMember> recordMember(std::string_view field);

/// The levels of the records that @p term, about `level`, matches. Levels compare by rank; records
/// without a level match only `level:unknown` and what has NotEqual. A Regex looks at levelName().
/// None when a word is no level.
LevelMask levelsMatching(const FieldTerm &term);

/// The text that @p term is compared with for a member other than the level: the time as
/// formatIso8601(). Nothing when the record has none.
std::optional<std::string> memberText(RecordMember member, const RecordView &record);

/// Compares the texts of fields with the value of a FieldTerm; docs/query.md has the rules.
///
/// Equal: with a Word, two numbers compare as numbers, else the whole text must fit, in any case of
/// ASCII letters and with wildcards. With a Quoted, it must be the text to the byte. A Regex must
/// be found in it. Any: it is not `null`. NotEqual is the opposite, and is asked for a record as a
/// whole: see isNegated().
///
/// Less and the like: a number with a number, a time (ISO 8601, in UTC unless written) with a time
/// or a Unix time; other texts by their bytes, ASCII letters as if they were small. A Quoted always
/// compares by bytes as they are.
///
/// A text that is a JSON array matches also when one of its elements does.
///
/// One thread.
class FieldComparison
{
public:
    /// Fails as TextPattern::compile() does for a Regex; a parsed query does not fail.
    static Result<FieldComparison> make(const FieldTerm &term);
    FieldComparison(FieldComparison &&) noexcept;
    FieldComparison &operator=(FieldComparison &&) noexcept;
    ~FieldComparison();

    /// Whether the term is NotEqual: a record matches when no text of the field matches().
    bool isNegated() const;
    /// Whether the field is only asked to be there: `field:*`, which is also true of an object.
    bool isAny() const;
    /// Whether the text of a field, as in Field, fits; for a NotEqual whether it would for Equal.
    bool matches(std::string_view fieldText);

private:
    struct Value;

    explicit FieldComparison(std::unique_ptr<Value> value);

    std::unique_ptr<Value> m_value;
};

} // namespace foretop::logs
