// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// A word of a query: `*` is any characters, none to many, and `?` is one; `\*` and `\?` are these
/// two themselves, any other backslash is itself. A value.
class WordPattern
{
public:
    explicit WordPattern(std::string_view word);

    /// The text that the word is, when there are no wildcards in it.
    std::optional<std::string> plainText() const;
    /// Matches everything, as `*` does.
    bool isAnything() const;
    /// How many wildcards there are; `*`s in a row are one.
    std::size_t wildcards() const;
    /// The word without `*` at its ends, where they change nothing for what is found anywhere.
    WordPattern withoutOuter() const;
    /// A regex that finds it anywhere, wildcards also across line feeds; to be used without case.
    std::string regex() const;
    /// Whether it is all of @p text, in any case of ASCII letters.
    bool isAll(std::string_view text) const;

private:
    enum class Wildcard : unsigned char { None, One, Any };
    struct Character
    {
        Wildcard wildcard = Wildcard::None;
        char byte = 0;
    };

    std::vector<Character> m_characters;
};

/// The word, without wildcards, that means @p text.
std::string escapedWord(std::string_view text);

} // namespace foretop::logs
