// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/query.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// One piece of a query's text.
struct QueryToken
{
    enum class Kind : std::uint8_t {
        End,
        Open,
        Close,
        And,
        Or,
        Not,
        FieldName, ///< with its operator
        Word,
        Quoted,
        Regex,
    };
    Kind kind = Kind::End;
    std::size_t begin = 0; ///< bytes of the query: [begin, end)
    std::size_t end = 0;
    std::string text = {}; ///< without quotes, slashes and their escapes; the field's name
    /// Of a Word or FieldName: written in quotes, so that it is no keyword and `*` no wildcard
    /// alone.
    bool isQuoted = false;
    bool isCaseSensitive = true;               ///< of a Regex
    Comparison comparison = Comparison::Equal; ///< of a FieldName
    bool mayBlankFollow = false;               ///< of a FieldName: its value may come after blanks
    std::vector<std::size_t> origins = {};     ///< of a Regex: the place of each byte of text
};

/// Blanks between the pieces of a query.
bool isQueryBlank(char c);
/// `and`, `or` or `not`, in small or in capital letters.
std::optional<QueryToken::Kind> queryKeyword(std::string_view word);
/// Length of the field name at the start of @p text as it can be written without quotes: letters,
/// digits, _ . @ / and -, not starting with a digit or one of . / -, ending with a letter, a digit
/// or _; 0 when there is none.
std::size_t fieldNameLength(std::string_view text);
/// A regex without the backslashes before slashes, which mean nothing in it.
std::string withPlainSlashes(std::string_view regex);

} // namespace foretop::logs
