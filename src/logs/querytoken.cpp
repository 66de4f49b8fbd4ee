// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/querytoken.h"

namespace foretop::logs {
namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '@' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool isNameEnd(char c)
{
    return (isNameStart(c) && c != '@') || (c >= '0' && c <= '9');
}

bool isNamePart(char c)
{
    return isNameStart(c) || isNameEnd(c) || c == '.' || c == '/' || c == '-';
}

} // namespace

bool isQueryBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::optional<QueryToken::Kind> queryKeyword(std::string_view word)
{
    if (word == "and" || word == "AND") {
        return QueryToken::Kind::And;
    }
    if (word == "or" || word == "OR") {
        return QueryToken::Kind::Or;
    }
    if (word == "not" || word == "NOT") {
        return QueryToken::Kind::Not;
    }
    return {};
}

std::size_t fieldNameLength(std::string_view text)
{
    if (text.empty() || !isNameStart(text[0])) {
        return 0;
    }
    std::size_t length = 1;
    while (length < text.size() && isNamePart(text[length])) {
        ++length;
    }
    return isNameEnd(text[length - 1]) ? length : 0;
}

std::string withPlainSlashes(std::string_view regex)
{
    std::string out;
    for (std::size_t at = 0; at < regex.size(); ++at) {
        if (regex[at] == '\\' && at + 1 < regex.size()) {
            out += regex[at + 1] == '/' ? "" : "\\";
            ++at;
        }
        out += regex[at];
    }
    return out;
}

} // namespace foretop::logs
