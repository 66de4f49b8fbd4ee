// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// A Perl-compatible regex (PCRE2) with named groups. What it and the text may cost is bounded, as
/// both may be hostile. Immutable; any thread.
class NamedPattern
{
public:
    static constexpr std::size_t kMaxPatternBytes = 32U << 10;
    static constexpr std::size_t kMaxGroups = 256;
    /// Steps that one match may take.
    static constexpr std::uint32_t kMaxSteps = 50'000;
    /// Matches that may be given up for taking more, until no text matches any more.
    static constexpr std::uint64_t kMaxGivenUp = 200;

    /// Fails with Malformed and the column, or TooLarge.
    static Result<NamedPattern> compile(std::string_view regex);

    /// The names of groups, in the order they are opened; one that is used twice (?J) once.
    const std::vector<std::string> &names() const { return m_names; }
    /// Which of names() is @p name; names().size() when none.
    std::size_t indexOf(std::string_view name) const;

    /// What each of names() matched when the pattern matches at the start of @p text; what took no
    /// part is a view without data. False when it does not match.
    bool match(std::string_view text, std::vector<std::string_view> &groups) const;
    /// Whether it matches anywhere in @p text.
    bool isIn(std::string_view text) const;

    /// How many matches took too many steps and were given up.
    std::uint64_t givenUp() const;

private:
    struct Group
    {
        std::size_t name = 0;
        std::size_t number = 0;
    };
    struct State;

    NamedPattern() = default;
    void readNames();

    std::shared_ptr<State> m_state;
    std::vector<std::string> m_names;
    std::vector<Group> m_groups;
};

} // namespace foretop::logs
