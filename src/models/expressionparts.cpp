// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expressionparts.h"

#include "base/text.h"
#include "metrics/expressionkeywords.h"
#include "metrics/expressiontokens.h"
#include "models/expressioncheck.h"

#include <algorithm>
#include <array>

namespace foretop::models {

namespace {

using Kind = ExpressionPart::Kind;
using metrics::Token;
using metrics::TokenKind;

constexpr std::array kLabelWords = {"by", "without", "on", "ignoring", "group_left", "group_right"};
constexpr std::array kOtherWords = {"and", "or", "unless", "offset", "bool", "atan2"};

template <std::size_t Count>
bool isOneOf(std::string_view word, const std::array<const char *, Count> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [word](const char *one) { return equalsIgnoringCase(word, one); });
}

/// Turns places in bytes, asked in ascending order, into UTF-16 units.
class Places
{
public:
    explicit Places(std::string_view text)
        : m_text(text)
    {
    }

    qsizetype unitsBefore(std::size_t byte)
    {
        for (; m_byte < byte && m_byte < m_text.size(); ++m_byte) {
            const auto c = static_cast<unsigned char>(m_text[m_byte]);
            m_units += (c & 0xC0) == 0x80 ? 0 : c >= 0xF0 ? 2 : 1;
        }
        return m_units;
    }

private:
    const std::string_view m_text;
    std::size_t m_byte = 0;
    qsizetype m_units = 0;
};

class PartReader
{
public:
    explicit PartReader(std::string_view text)
        : m_text(text)
        , m_places(text)
    {
    }

    QVector<ExpressionPart> run()
    {
        for (std::size_t from = 0; from < m_text.size();) {
            const auto read = metrics::tokenize(m_text.substr(from));
            for (std::size_t i = 0; i + 1 < read.tokens.size(); ++i) {
                comments(from + read.tokens[i].begin);
                token(read.tokens[i], read.tokens[i + 1].kind, from);
            }
            const auto stopped = from + read.tokens.back().begin;
            comments(std::min(stopped, m_text.size()));
            if (!read.error) {
                break;
            }
            from = unreadable(stopped);
        }
        return std::move(m_parts);
    }

private:
    void add(Kind kind, std::size_t begin, std::size_t end)
    {
        const auto first = m_places.unitsBefore(begin);
        m_parts.append({kind, first, m_places.unitsBefore(end) - first});
        m_end = end;
    }

    /// Between two tokens there can be nothing else.
    void comments(std::size_t end)
    {
        for (auto found = m_text.substr(0, end).find('#', m_end); found != std::string_view::npos;
             found = m_text.substr(0, end).find('#', m_end)) {
            add(Kind::Comment, found, std::min(m_text.find('\n', found), end));
        }
    }

    /// Where to read on behind what is no token at @p at.
    std::size_t unreadable(std::size_t at)
    {
        const char c = m_text[at];
        if (c == '"' || c == '\'' || c == '`') {
            const auto end = std::min(m_text.find('\n', at), m_text.size());
            add(Kind::String, at, end);
            return end;
        }
        m_end = at + std::max<std::size_t>(utf8SequenceLength(m_text.substr(at)), 1);
        return m_end;
    }

    void token(const Token &token, TokenKind next, std::size_t from)
    {
        const auto begin = from + token.begin;
        add(kindOf(token, next), begin, begin + token.text.size());
        if (token.kind == TokenKind::LeftBrace || token.kind == TokenKind::RightBrace) {
            m_isInBraces = token.kind == TokenKind::LeftBrace;
        } else if (token.kind == TokenKind::Word && isOneOf(token.text, kLabelWords)) {
            m_opensLabels = next == TokenKind::LeftParen;
        } else if (token.kind == TokenKind::LeftParen) {
            m_isInLabels = std::exchange(m_opensLabels, false);
        } else if (token.kind == TokenKind::RightParen) {
            m_isInLabels = false;
        }
    }

    Kind kindOf(const Token &token, TokenKind next) const
    {
        switch (token.kind) {
        case TokenKind::Word:
            return m_isInBraces || m_isInLabels ? Kind::Label
                   : isOneOf(token.text, kLabelWords) || isOneOf(token.text, kOtherWords)
                       ? Kind::Keyword
                   : next == TokenKind::LeftParen || isAggregation(token, next) ? Kind::Function
                                                                                : Kind::Metric;
        case TokenKind::Number:
            return Kind::Number;
        case TokenKind::Duration:
            return Kind::Duration;
        case TokenKind::String:
            return Kind::String;
        case TokenKind::LeftParen:
        case TokenKind::LeftBrace:
        case TokenKind::LeftBracket:
            return Kind::Opening;
        case TokenKind::RightParen:
        case TokenKind::RightBrace:
        case TokenKind::RightBracket:
            return Kind::Closing;
        default:
            return Kind::Operator;
        }
    }

    /// "sum by (a) (x)": what makes a word a function is behind its labels.
    static bool isAggregation(const Token &token, TokenKind next)
    {
        return next == TokenKind::Word && metrics::aggregationNamed(token.text);
    }

    const std::string_view m_text;
    Places m_places;
    std::size_t m_end = 0; // of the last part
    bool m_isInBraces = false;
    bool m_opensLabels = false;
    bool m_isInLabels = false;
    QVector<ExpressionPart> m_parts;
};

} // namespace

QVector<ExpressionPart> expressionParts(const QString &expression,
                                        const QHash<QString, QString> &variables)
{
    const std::string plain = withoutVariables(expression, variables).toStdString();
    QVector<ExpressionPart> parts = PartReader(plain).run();
    for (const VariableUse &use : variablesIn(expression)) {
        parts.removeIf([&use](const ExpressionPart &part) {
            return part.begin >= use.begin && part.begin < use.begin + use.length;
        });
        const auto behind = std::find_if(parts.begin(), parts.end(), [&use](const auto &part) {
            return part.begin > use.begin;
        });
        parts.insert(behind, {Kind::Variable, use.begin, use.length});
    }
    return parts;
}

std::optional<QPair<qsizetype, qsizetype>>
bracketPair(const QString &expression, const QVector<ExpressionPart> &parts, qsizetype cursor)
{
    const auto bracketAt = [&parts](qsizetype place) {
        const auto found = std::find_if(parts.begin(), parts.end(), [place](const auto &part) {
            return part.begin == place &&
                   (part.kind == Kind::Opening || part.kind == Kind::Closing);
        });
        return found == parts.end() ? -1 : found - parts.begin();
    };
    qsizetype at = bracketAt(cursor - 1);
    at = at < 0 ? bracketAt(cursor) : at;
    if (at < 0) {
        return {};
    }
    static const QString brackets = QStringLiteral("(){}[]");
    const auto shapeOf = [&](qsizetype part) {
        return brackets.indexOf(expression[parts[part].begin]) / 2;
    };
    const int step = parts[at].kind == Kind::Opening ? 1 : -1;
    int open = 0;
    for (qsizetype i = at; i >= 0 && i < parts.size(); i += step) {
        open += parts[i].kind == Kind::Opening ? 1 : parts[i].kind == Kind::Closing ? -1 : 0;
        if (open == 0) {
            return QPair{parts[at].begin, shapeOf(i) == shapeOf(at) ? parts[i].begin : -1};
        }
    }
    return QPair{parts[at].begin, qsizetype(-1)};
}

} // namespace foretop::models
