// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/fieldsearch.h"

#include <algorithm>

namespace foretop::logs {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Numbers of so few digits that a parser does not change how they are written.
bool isPlainInteger(std::string_view token)
{
    constexpr std::size_t kMostDigits = 15;
    const auto digits = token.substr(token.starts_with('-') ? 1 : 0);
    return isDigits(digits) && digits.size() <= kMostDigits &&
           (digits.front() != '0' || token == "0");
}

bool isPlainDecimal(std::string_view token)
{
    constexpr std::size_t kMostBytes = 16;
    const auto point = token.find('.');
    return point != std::string_view::npos && token.size() <= kMostBytes &&
           isPlainInteger(token.substr(0, point)) && isDigits(token.substr(point + 1));
}

} // namespace

FieldSearch::FieldSearch(const PlanField &field)
    : m_field(field)
    , m_comparison(FieldComparison::make(field.term).value())
{
    const bool hasKey = !field.key.empty();
    if (LiteralFinder::isSupported() && (hasKey || !field.value.empty())) {
        m_finder.emplace(hasKey ? field.key : field.value, hasKey);
    }
}

bool FieldSearch::mayHold(std::string_view raw)
{
    if (!m_finder) {
        return true;
    }
    if (!m_isAdapted) {
        m_finder->adaptTo(raw);
        m_isAdapted = true;
    }
    auto at = m_finder->find(raw, 0);
    if (m_field.key.empty()) {
        return at != std::string_view::npos;
    }
    while (at != std::string_view::npos && !memberMayHold(raw, at + m_field.key.size())) {
        at = m_finder->find(raw, at + m_field.key.size());
    }
    return at != std::string_view::npos;
}

bool FieldSearch::memberMayHold(std::string_view raw, std::size_t keyEnd)
{
    if (keyEnd >= raw.size() || raw[keyEnd] != '"') {
        // A backslash begins a quote in a string: JSON within JSON. A dot goes on to what is in the
        // field.
        return keyEnd < raw.size() &&
               (raw[keyEnd] == '\\' || (raw[keyEnd] == '.' && m_comparison.isAny()));
    }
    const auto colon = raw.find_first_not_of(kBlanks, keyEnd + 1);
    if (colon == std::string_view::npos || raw[colon] != ':') {
        return false;
    }
    const auto value = raw.find_first_not_of(kBlanks, colon + 1);
    if (value == std::string_view::npos) {
        return true;
    }
    if (raw[value] == '"') {
        return stringMayHold(raw, value + 1);
    }
    const auto end = std::min(raw.find_first_of(",}] \t\r\n", value), raw.size());
    return end == value || scalarMayHold(raw.substr(value, end - value));
}

bool FieldSearch::stringMayHold(std::string_view raw, std::size_t begin)
{
    auto end = begin;
    while (end < raw.size() && raw[end] != '"') {
        const auto byte = static_cast<unsigned char>(raw[end]);
        if (byte == '\\' || byte >= 0x80) {
            return true;
        }
        ++end;
    }
    return m_comparison.matches(raw.substr(begin, end - begin));
}

bool FieldSearch::scalarMayHold(std::string_view token)
{
    const bool isAsWritten = token == "true" || token == "false" || token == "null" ||
                             isPlainInteger(token) || (m_field.isNumber && isPlainDecimal(token));
    return !isAsWritten || m_comparison.matches(token);
}

} // namespace foretop::logs
