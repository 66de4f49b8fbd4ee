// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logfmt.h"

#include "base/text.h"
#include "logs/recordparser.h"

#include <algorithm>

namespace foretop::logs {
namespace {

bool isKeyByte(char c)
{
    return c > ' ' && c != '=' && c != '"' && c != '{' && c != '[';
}

char unescaped(char c)
{
    return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
}

/// Takes a quoted value with both quotes off the front of @p rest; false when it does not end.
bool takeQuoted(std::string_view &rest, std::string &value)
{
    std::size_t at = 1;
    while (at < rest.size() && rest[at] != '"') {
        if (rest[at] == '\\' && at + 1 < rest.size()) {
            value += unescaped(rest[++at]);
        } else {
            value += rest[at];
        }
        ++at;
    }
    if (at >= rest.size()) {
        return false;
    }
    rest.remove_prefix(at + 1);
    return true;
}

bool takePair(std::string_view &rest, Field &field)
{
    const auto end = std::find_if_not(rest.begin(), rest.end(), isKeyByte);
    const auto keyLength = static_cast<std::size_t>(end - rest.begin());
    if (keyLength == 0 || end == rest.end() || *end != '=') {
        return false;
    }
    field.first = rest.substr(0, keyLength);
    rest.remove_prefix(keyLength + 1);
    if (!rest.empty() && rest[0] == '"') {
        return takeQuoted(rest, field.second) && (rest.empty() || rest[0] == ' ');
    }
    field.second = rest.substr(0, rest.find(' '));
    rest.remove_prefix(field.second.size());
    return true;
}

} // namespace

std::vector<Field> readLogfmt(std::string_view text, std::size_t least)
{
    auto rest = trimmed(takeUntil(text, '\n'));
    std::vector<Field> fields;
    while (!rest.empty() && fields.size() < kMaxFields) {
        Field field;
        if (!takePair(rest, field)) {
            return {};
        }
        fields.push_back(std::move(field));
        rest = trimmed(rest);
    }
    if (fields.size() < least) {
        fields.clear();
    }
    return fields;
}

} // namespace foretop::logs
