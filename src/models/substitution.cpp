// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/substitution.h"

#include "metrics/expression.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace foretop::models {

namespace {

bool isNameStart(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
}

bool isNamePart(char32_t c)
{
    return isNameStart(c) || (c >= U'0' && c <= U'9');
}

std::optional<std::u32string> wellKnownValue(const QString &name, const ExpressionValues &values)
{
    const auto duration = [](Milliseconds length) {
        return QString::fromStdString(metrics::durationText(length)).toStdU32String();
    };
    const auto number = [](Milliseconds::rep count) {
        return QString::number(count).toStdU32String();
    };
    if (name == u"__interval") {
        return duration(values.step);
    }
    if (name == u"__interval_ms") {
        return number(values.step.count());
    }
    if (name == u"__rate_interval") {
        return duration(values.rateWindow);
    }
    if (name == u"__range") {
        return duration(values.range);
    }
    if (name == u"__range_ms") {
        return number(values.range.count());
    }
    if (name == u"__range_s") {
        return number((values.range.count() + 500) / 1000);
    }
    return {};
}

std::optional<std::u32string> valueOf(const QString &name, const ExpressionValues &values)
{
    const auto variable = values.variables.constFind(name);
    if (variable != values.variables.constEnd()) {
        return variable->toStdU32String();
    }
    return wellKnownValue(name, values);
}

/// As it stands in a string that @p quote begins; 0: in none.
std::u32string escaped(const std::u32string &value, char32_t quote)
{
    if (quote != U'"' && quote != U'\'') {
        return value;
    }
    std::u32string text;
    for (const char32_t c : value) {
        if (c == U'\n') {
            text += U"\\n";
            continue;
        }
        if (c == quote || c == U'\\') {
            text += U'\\';
        }
        text += c;
    }
    return text;
}

/// A "$name" in an expression.
struct Name
{
    QString name;
    QString format;
    std::size_t size = 0; // of all of it
};

/// The name at the "$" at @p at; nothing when none is there.
std::optional<Name> nameAt(const std::u32string &text, std::size_t at)
{
    const bool isBraced = at + 1 < text.size() && text[at + 1] == U'{';
    const std::size_t begin = at + (isBraced ? 2 : 1);
    std::size_t end = begin;
    while (end < text.size() && isNamePart(text[end])) {
        ++end;
    }
    if (end == begin || !isNameStart(text[begin])) {
        return {};
    }
    Name name{.name = QString::fromStdU32String(text.substr(begin, end - begin)),
              .format = {},
              .size = end - at};
    if (!isBraced) {
        return name;
    }
    const std::size_t close = text.find(U'}', end);
    if (close == std::u32string::npos || (close > end && text[end] != U':')) {
        return {};
    }
    if (close > end) {
        name.format = QString::fromStdU32String(text.substr(end + 1, close - end - 1));
    }
    name.size = close + 1 - at;
    return name;
}

/// Follows which strings and comments a place of an expression is in.
class Reader
{
public:
    bool isInComment() const { return m_isInComment; }
    char32_t quote() const { return m_quote; }

    void read(char32_t c)
    {
        if (m_isInComment) {
            m_isInComment = c != U'\n';
        } else if (m_isEscaped) {
            m_isEscaped = false;
        } else if (m_quote != 0) {
            m_isEscaped = c == U'\\' && m_quote != U'`';
            m_quote = c == m_quote ? 0 : m_quote;
        } else if (c == U'#') {
            m_isInComment = true;
        } else if (c == U'"' || c == U'\'' || c == U'`') {
            m_quote = c;
        }
    }

private:
    char32_t m_quote = 0;
    bool m_isEscaped = false;
    bool m_isInComment = false;
};

tl::unexpected<Error> failAt(std::size_t at, ErrorCode code, std::string message)
{
    Place place;
    place.column = at + 1;
    return fail(code, std::move(message), {}, place);
}

} // namespace

Result<Substitution> Substitution::make(const QString &expression, const ExpressionValues &values)
{
    const std::u32string written = expression.toStdU32String();
    std::u32string text;
    Substitution made;
    made.m_parts.push_back({});
    Reader reader;
    for (std::size_t at = 0; at < written.size();) {
        const auto name = written[at] == U'$' && !reader.isInComment() ? nameAt(written, at)
                                                                       : std::optional<Name>();
        if (!name || expression.contains(QStringLiteral("(?P<%1>").arg(name->name))) {
            reader.read(written[at]);
            text += written[at++];
            continue;
        }
        const auto value = valueOf(name->name, values);
        if (!value) {
            return failAt(at, ErrorCode::Unknown,
                          fmt::format("there is no variable ${}", name->name.toStdString()));
        }
        if (!name->format.isEmpty() && name->format != u"regex" && name->format != u"raw") {
            return failAt(at, ErrorCode::Unknown,
                          fmt::format("the format \"{}\" of a variable is not known",
                                      name->format.toStdString()));
        }
        made.m_parts.push_back({static_cast<int>(text.size()), static_cast<int>(at), true});
        text += escaped(*value, reader.quote());
        at += name->size;
        made.m_parts.push_back({static_cast<int>(text.size()), static_cast<int>(at), false});
    }
    made.m_text = QString::fromStdU32String(text).toStdString();
    if (made.m_text.size() > metrics::kMaxExpressionBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("with the values of its variables the expression is longer than {} "
                                "bytes",
                                metrics::kMaxExpressionBytes));
    }
    return made;
}

int Substitution::writtenColumn(int column) const
{
    const auto after = std::upper_bound(m_parts.begin() + 1, m_parts.end(), column - 1,
                                        [](int at, const Part &part) { return at < part.begin; });
    const Part &part = *std::prev(after);
    return part.written + (part.isValue ? 0 : column - 1 - part.begin) + 1;
}

} // namespace foretop::models
