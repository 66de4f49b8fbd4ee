// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>

namespace re2 {
class RE2;
}

namespace foretop::metrics {

/// The label under which a series carries its metric's name.
inline constexpr std::string_view kNameLabel = "__name__";

/// A regular expression as Prometheus takes them: RE2's syntax, anchored at both ends, "." matching
/// all but a line feed. What needs more than kMaxMemory once compiled is an error.
class AnchoredRegex
{
public:
    static constexpr std::int64_t kMaxMemory = 8 << 20;

    static Result<AnchoredRegex> make(std::string_view pattern);

    bool matches(std::string_view text) const;
    const re2::RE2 &compiled() const { return *m_regex; }

private:
    std::shared_ptr<const re2::RE2> m_regex;
};

/// One condition on a label, such as `mode!~"idle|iowait"`. A label that a series does not have is
/// the same as an empty one.
class LabelMatcher
{
public:
    enum class Operator : std::uint8_t { Equal, NotEqual, Matches, MatchesNot };

    /// Fails when @p value should be a regular expression and is none.
    static Result<LabelMatcher> make(std::string label, Operator op, std::string value);

    const std::string &label() const { return m_label; }
    Operator op() const { return m_op; }
    const std::string &value() const { return m_value; }
    bool matches(std::string_view value) const;
    /// `mode!~"idle|iowait"`.
    std::string text() const;
    bool operator==(const LabelMatcher &other) const;

private:
    std::string m_label;
    Operator m_op = Operator::Equal;
    std::string m_value;
    std::optional<AnchoredRegex> m_regex;
};

/// @p text in double quotes, escaped as expressions write it.
std::string quoted(std::string_view text);

} // namespace foretop::metrics
