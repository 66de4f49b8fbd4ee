// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/plainword.h"

#include <algorithm>

namespace foretop::logs {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLetter(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z');
}
bool isNameByte(char c)
{
    return isLetter(c) || isDigit(c) ||
           std::string_view("._-:/$@#*").find(c) != std::string_view::npos;
}

} // namespace

bool isWordByte(char c)
{
    return isLetter(c) || isDigit(c) || c == '_';
}

bool isName(std::string_view word)
{
    return !word.empty() && word.size() <= kLongestName &&
           std::all_of(word.begin(), word.end(), isNameByte) &&
           std::any_of(word.begin(), word.end(), isLetter);
}

bool isPath(std::string_view word)
{
    return isName(word) && (word.find("::") != std::string_view::npos ||
                            word.find_first_of("._/") != std::string_view::npos);
}

bool isNumber(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), isDigit);
}

bool isSeparator(std::string_view word)
{
    return word == "-" || word == "--" || word == "---" || word == "|" || word == ":";
}

bool isCapitals(std::string_view word)
{
    return word.size() >= 3 && std::all_of(word.begin(), word.end(), isUpper);
}

} // namespace foretop::logs
