// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "logs/query.h"
#include "logs/querytoken.h"
#include "logs/wordpattern.h"

#include <algorithm>

namespace foretop::logs {
namespace {

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? "\\" : "";
        out += c;
    }
    return out += '"';
}

std::string regexText(std::string_view regex, bool isCaseSensitive)
{
    std::string out = "/";
    for (const char c : withPlainSlashes(regex)) {
        out += c == '/' ? "\\" : "";
        out += c;
    }
    out += regex.empty() ? "(?:)/" : "/";
    return out += isCaseSensitive ? "" : "i";
}

/// Whether @p text can do without quotes wherever it stands; @p also may be in it, but not first.
bool isBare(std::string_view text, std::string_view also)
{
    constexpr std::string_view kAnywhere = "_.@%+#~^$,;&|'";
    const auto isOf = [](char c, std::string_view set) {
        return set.find(c) != std::string_view::npos;
    };
    const auto isPlain = [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80 || isOf(c, kAnywhere);
    };
    return !text.empty() && isPlain(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return isPlain(c) || isOf(c, also); });
}

std::string textOf(const TextTerm &term)
{
    const auto &[text, kind, isCaseSensitive] = term.text;
    if (kind == TextQuery::Kind::Regex) {
        return regexText(text, isCaseSensitive);
    }
    if (isCaseSensitive) {
        return quoted(text);
    }
    return isBare(text, "-/") && !queryKeyword(text) ? text : quoted(escapedWord(text)) + 'i';
}

std::string textOf(const FieldValue &value)
{
    switch (value.kind) {
    case FieldValue::Kind::Any:
        return "*";
    case FieldValue::Kind::Quoted:
        return quoted(value.text);
    case FieldValue::Kind::Regex:
        return regexText(value.text, value.isCaseSensitive);
    case FieldValue::Kind::Word:
        break;
    }
    const bool isNegative = value.text.starts_with('-');
    const bool isWild = value.text.find_first_of("*?") == 0 && value.text != "*";
    const auto rest = std::string_view(value.text).substr(isNegative || isWild ? 1 : 0);
    return isBare(rest, "-/:*?\\") ? value.text : quoted(value.text) + 'i';
}

std::string_view operatorText(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        return ":";
    case Comparison::NotEqual:
        return "!=";
    case Comparison::Less:
        return "<";
    case Comparison::LessEqual:
        return "<=";
    case Comparison::Greater:
        return ">";
    case Comparison::GreaterEqual:
        return ">=";
    }
    return ":";
}

std::string textOf(const FieldTerm &term)
{
    return fieldNameText(term.field).append(operatorText(term.comparison)) + textOf(term.value);
}

std::string textOf(const TimeTerm &term)
{
    std::string out;
    if (term.from) {
        out = "since:" + formatIso8601(*term.from);
    }
    if (term.until) {
        out += out.empty() ? "until:" : " until:";
        out += formatIso8601(*term.until);
    }
    return out.empty() ? "time:*" : out;
}

/// What the text stands in, by how tightly that binds.
enum class Around { Whole, Any, All, Not };

std::string written(const Query &query, Around around);

std::string joined(const std::vector<Query> &parts, std::string_view separator, Around around)
{
    std::string out;
    for (const auto &part : parts) {
        out += out.empty() ? "" : separator;
        out += written(part, around);
    }
    return out;
}

std::string inParentheses(std::string text, bool isNeeded)
{
    return isNeeded ? '(' + text + ')' : text;
}

std::string written(const Query &query, Around around)
{
    if (const auto *all = std::get_if<AllOf>(&query->content)) {
        return all->parts.empty()
                   ? "*"
                   : inParentheses(joined(all->parts, " ", Around::All), around >= Around::All);
    }
    if (const auto *any = std::get_if<AnyOf>(&query->content)) {
        return inParentheses(joined(any->parts, " or ", Around::Any), around >= Around::Any);
    }
    if (const auto *no = std::get_if<Not>(&query->content)) {
        auto part = written(no->part, Around::Not);
        return part.starts_with('-') ? "not " + part : '-' + part;
    }
    if (const auto *time = std::get_if<TimeTerm>(&query->content)) {
        return inParentheses(textOf(*time), time->from && time->until && around == Around::Not);
    }
    const auto *text = std::get_if<TextTerm>(&query->content);
    return text != nullptr ? textOf(*text) : textOf(std::get<FieldTerm>(query->content));
}

} // namespace

std::string fieldNameText(std::string_view field)
{
    const bool isPlain = !field.empty() && fieldNameLength(field) == field.size() &&
                         field != "since" && field != "until";
    return isPlain ? std::string(field) : quoted(field);
}

std::string fieldValueText(std::string_view value)
{
    const bool isNegative = value.starts_with('-');
    return isBare(value.substr(isNegative ? 1 : 0), "-/:") ? std::string(value) : quoted(value);
}

std::string queryText(const Query &query)
{
    const auto *all = std::get_if<AllOf>(&query->content);
    return all != nullptr && all->parts.empty() ? "" : written(query, Around::Whole);
}

} // namespace foretop::logs
