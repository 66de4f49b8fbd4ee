// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/unit.h"

#include "models/quantity.h"

#include <algorithm>
#include <array>

namespace foretop::models {

namespace {

struct NamedUnit
{
    Unit unit;
    const char16_t *name;
};
constexpr std::array kUnits = {
    NamedUnit{Unit::Auto, u"auto"},
    NamedUnit{Unit::Number, u"number"},
    NamedUnit{Unit::Bytes, u"bytes"},
    NamedUnit{Unit::BytesPerSecond, u"bytes_per_second"},
    NamedUnit{Unit::BitsPerSecond, u"bits_per_second"},
    NamedUnit{Unit::Ratio, u"ratio"},
    NamedUnit{Unit::Percent, u"percent"},
    NamedUnit{Unit::PerSecond, u"per_second"},
    NamedUnit{Unit::Seconds, u"seconds"},
    NamedUnit{Unit::Milliseconds, u"milliseconds"},
    NamedUnit{Unit::Moment, u"moment"},
};

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Where the variable that starts at @p at with a '$' ends.
std::size_t variableEnd(std::string_view text, std::size_t at)
{
    if (text.substr(at + 1, 1) == "{") {
        const std::size_t close = text.find('}', at);
        return close == std::string_view::npos ? text.size() : close + 1;
    }
    ++at;
    while (at < text.size() && isNameCharacter(text[at])) {
        ++at;
    }
    return at;
}

/// Whether the parenthesis behind @p text holds names of labels.
bool isBeforeLabels(std::string_view text)
{
    text = text.substr(0, text.find_last_not_of(' ') + 1);
    const std::string_view word = text.substr(text.find_last_of(" )") + 1);
    static constexpr std::array<std::string_view, 6> kWords = {
        "by", "without", "on", "ignoring", "group_left", "group_right"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// @p text with something in the place of each variable that can stand there: a duration in
/// brackets and behind "offset", a name among labels, else @p other.
std::string withoutVariables(std::string_view text, std::string_view other)
{
    std::string result;
    char quote = 0;
    int brackets = 0;
    bool isAmongLabels = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '$') {
            const std::size_t end = variableEnd(text, at);
            const bool isTime = text.substr(at, end - at).find("__") != std::string_view::npos;
            const bool isDuration = brackets > 0 || result.ends_with("offset ");
            result += quote != 0 || isAmongLabels ? "x" : isDuration ? "1m" : isTime ? "60" : other;
            at = end;
            continue;
        }
        if (quote != 0 && c == '\\' && quote != '`') {
            result += c;
            ++at;
        } else if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'' || c == '`') {
            quote = c;
        } else if (c == '[' || c == ']') {
            brackets += c == '[' ? 1 : -1;
        } else if (c == '(' || c == ')') {
            isAmongLabels = c == '(' && isBeforeLabels(result);
        }
        if (at < text.size()) {
            result += text[at++];
        }
    }
    return result;
}

} // namespace

QString unitName(Unit unit)
{
    const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                    [unit](const NamedUnit &each) { return each.unit == unit; });
    return QString::fromUtf16(found->name);
}

std::optional<Unit> unitNamed(const QString &name)
{
    const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&name](const NamedUnit &each) {
        return name == QStringView(each.name);
    });
    return found == kUnits.end() ? std::nullopt : std::optional(found->unit);
}

Unit unitOf(const QString &expression)
{
    const std::string text = expression.toStdString();
    // A variable can stand for a number or for a metric.
    for (const std::string_view stand : {"1", "x"}) {
        if (const auto parsed = metrics::parseExpression(withoutVariables(text, stand))) {
            return quantityOf(parsed->root()).unit();
        }
    }
    return Unit::Number;
}

} // namespace foretop::models
