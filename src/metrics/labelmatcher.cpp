// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/labelmatcher.h"

#include <array>

#include <re2/re2.h>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

constexpr std::array<std::string_view, 4> kOperatorTexts{"=", "!=", "=~", "!~"};

/// \C, one byte, is all that RE2 accepts and Go's regular expressions refuse.
bool matchesBytes(std::string_view pattern)
{
    for (std::size_t at = pattern.find('\\');
         at != std::string_view::npos && at + 1 < pattern.size(); at = pattern.find('\\', at + 2)) {
        if (pattern[at + 1] == 'C') {
            return true;
        }
    }
    return false;
}

} // namespace

Result<AnchoredRegex> AnchoredRegex::make(std::string_view pattern)
{
    if (matchesBytes(pattern)) {
        return fail(ErrorCode::Malformed,
                    fmt::format("bad regular expression {}: there is no \\C", quoted(pattern)));
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kMaxMemory);
    AnchoredRegex regex;
    auto compiled =
        std::make_shared<const re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (!compiled->ok()) {
        return fail(ErrorCode::Malformed, fmt::format("bad regular expression {}: {}",
                                                      quoted(pattern), compiled->error()));
    }
    regex.m_regex = std::move(compiled);
    return regex;
}

bool AnchoredRegex::matches(std::string_view text) const
{
    return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *m_regex);
}

Result<LabelMatcher> LabelMatcher::make(std::string label, Operator op, std::string value)
{
    LabelMatcher matcher;
    if (op == Operator::Matches || op == Operator::MatchesNot) {
        auto regex = AnchoredRegex::make(value);
        if (!regex) {
            return tl::unexpected(std::move(regex.error()));
        }
        matcher.m_regex = std::move(*regex);
    }
    matcher.m_label = std::move(label);
    matcher.m_op = op;
    matcher.m_value = std::move(value);
    return matcher;
}

bool LabelMatcher::matches(std::string_view value) const
{
    switch (m_op) {
    case Operator::Equal:
        return value == m_value;
    case Operator::NotEqual:
        return value != m_value;
    case Operator::Matches:
        return m_regex->matches(value);
    case Operator::MatchesNot:
        return !m_regex->matches(value);
    }
    return false;
}

std::string LabelMatcher::text() const
{
    return m_label + std::string(kOperatorTexts[static_cast<std::size_t>(m_op)]) + quoted(m_value);
}

bool LabelMatcher::operator==(const LabelMatcher &other) const
{
    return m_label == other.m_label && m_op == other.m_op && m_value == other.m_value;
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += fmt::format("\\x{:02x}", byte);
        } else {
            out += c;
        }
    }
    return out + '"';
}

} // namespace foretop::metrics
