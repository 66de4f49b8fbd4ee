// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/completion.h"

#include "base/text.h"
#include "metrics/expressionkeywords.h"
#include "metrics/expressiontokens.h"
#include "metrics/function.h"

#include <algorithm>
#include <array>
#include <set>

namespace foretop::metrics {
namespace {

using Kind = CompletionItem::Kind;

bool isOneOf(const Token &token, std::initializer_list<std::string_view> words)
{
    return token.kind == TokenKind::Word &&
           std::any_of(words.begin(), words.end(),
                       [&token](auto word) { return equalsIgnoringCase(token.text, word); });
}

bool isSetWord(const Token &token)
{
    return isOneOf(token, {"and", "or", "unless"});
}

bool isComparisonToken(TokenKind kind)
{
    return kind >= TokenKind::Equal && kind <= TokenKind::GreaterOrEqual;
}

bool isOperator(const Token &token)
{
    return (token.kind >= TokenKind::Plus && token.kind <= TokenKind::GreaterOrEqual) ||
           isSetWord(token);
}

bool takesLabels(const Token &token)
{
    return isOneOf(token, {"by", "without", "on", "ignoring", "group_left", "group_right"});
}

bool isMatcherOperator(TokenKind kind)
{
    return kind == TokenKind::Assign || kind == TokenKind::NotEqual || kind == TokenKind::Matches ||
           kind == TokenKind::MatchesNot;
}

/// A byte's place in characters.
std::size_t charactersBefore(std::string_view text, std::size_t byte)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t byteOf(std::string_view text, std::size_t character)
{
    std::size_t at = 0;
    for (; at < text.size() && character > 0; --character) {
        at += std::max<std::size_t>(utf8SequenceLength(text.substr(at)), 1);
    }
    return std::min(at, text.size());
}

class Completer
{
public:
    Completer(std::string_view text, std::size_t cursor, const Vocabulary &vocabulary)
        : m_text(text)
        , m_cursor(byteOf(text, cursor))
        , m_vocabulary(vocabulary)
    {
    }

    Completion run()
    {
        auto read = tokenize(m_text.substr(0, m_cursor));
        m_tokens = std::move(read.tokens);
        const auto end = m_tokens.back().begin;
        m_tokens.pop_back();
        m_begin = m_end = m_cursor;
        if (read.error) {
            m_begin = end;
            const char first = m_text[end];
            m_isInString = first == '"' || first == '\'' || first == '`';
        } else if (!m_tokens.empty() && isOpen(m_tokens.back())) {
            m_begin = m_tokens.back().begin;
            m_tokens.pop_back();
        } else if (hasComment()) {
            return {m_cursor, m_cursor, {}, false};
        }
        m_prefix = m_text.substr(m_begin, m_cursor - m_begin);
        findEnd();
        findPlace();
        offer();
        return result();
    }

private:
    /// Whether the last token is one that typing on would change.
    bool isOpen(const Token &token) const
    {
        const bool isText = token.kind == TokenKind::Word || token.kind == TokenKind::Number ||
                            token.kind == TokenKind::Duration;
        return isText && token.begin + token.text.size() == m_cursor;
    }

    /// Whether the cursor is in a comment; there is no string open.
    bool hasComment() const
    {
        const auto from =
            m_tokens.empty() ? 0 : m_tokens.back().begin + m_tokens.back().text.size();
        const auto rest = m_text.substr(from, m_cursor - from);
        const auto line = rest.rfind('\n');
        return rest.find('#', line == std::string_view::npos ? 0 : line) != std::string_view::npos;
    }

    /// The word or string that the cursor is in is replaced to its end.
    void findEnd()
    {
        if (m_isInString) {
            const char quote = m_prefix.front();
            const auto next = m_text.find_first_of(std::string{quote, ',', '}', '\n'}, m_cursor);
            const bool isClosed = next != std::string_view::npos && m_text[next] == quote;
            m_end = isClosed ? next + 1 : m_cursor;
            m_prefix.remove_prefix(1);
            return;
        }
        const auto isWordCharacter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_' || c == ':';
        };
        while (!m_prefix.empty() && m_end < m_text.size() && isWordCharacter(m_text[m_end])) {
            ++m_end;
        }
    }

    const Token &last(std::size_t back = 0) const
    {
        static const Token kNone;
        return back < m_tokens.size() ? m_tokens[m_tokens.size() - 1 - back] : kNone;
    }

    /// Which brackets are open, as indexes of their tokens.
    void findPlace()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            switch (m_tokens[i].kind) {
            case TokenKind::LeftParen:
            case TokenKind::LeftBrace:
            case TokenKind::LeftBracket:
                m_open.push_back(i);
                break;
            case TokenKind::RightParen:
            case TokenKind::RightBrace:
            case TokenKind::RightBracket:
                m_closed = m_open.empty() ? m_closed : m_open.back();
                if (!m_open.empty()) {
                    m_open.pop_back();
                }
                break;
            default:
                break;
            }
        }
    }

    bool opensLabels(std::size_t index) const
    {
        return m_tokens[index].kind == TokenKind::LeftParen && index > 0 &&
               takesLabels(m_tokens[index - 1]);
    }

    void offer()
    {
        if (!m_open.empty() && m_tokens[m_open.back()].kind == TokenKind::LeftBrace) {
            offerMatcher();
        } else if (m_isInString) {
            return;
        } else if (!m_open.empty() && opensLabels(m_open.back())) {
            if (last().kind == TokenKind::LeftParen || last().kind == TokenKind::Comma) {
                offerLabelsOfAll();
            }
        } else if ((!m_open.empty() && m_tokens[m_open.back()].kind == TokenKind::LeftBracket) ||
                   (isOneOf(last(), {"offset"}) && m_tokens.size() > 1)) {
            offerAll(Kind::Duration, {"1m", "5m", "10m", "30m", "1h", "6h", "1d", "1w"});
        } else if (last().kind == TokenKind::At) {
            offerAll(Kind::Keyword, {"start()", "end()"});
        } else if (expectsOperand()) {
            offerOperand();
        } else if (!takesLabels(last())) {
            offerContinuation();
        }
    }

    void offerMatcher()
    {
        const auto brace = m_open.back();
        const auto metric = brace > 0 && m_tokens[brace - 1].kind == TokenKind::Word
                                ? m_tokens[brace - 1].text
                                : std::string_view();
        if (isMatcherOperator(last().kind)) {
            for (auto &value : m_vocabulary.labelValues(metric, last(1).text)) {
                add(Kind::Value, quoted(value), {}, value);
            }
        } else if (m_isInString) {
            return;
        } else if (last().kind == TokenKind::LeftBrace || last().kind == TokenKind::Comma) {
            offerLabels(metric);
        } else if (last().kind == TokenKind::Word) {
            offerAll(Kind::Operator, {"=", "!=", "=~", "!~"});
        }
    }

    void offerLabels(std::string_view metric)
    {
        for (auto &label : m_vocabulary.labelNames(metric)) {
            add(Kind::Label, std::move(label));
        }
    }

    /// Of the metrics that the whole text is about.
    void offerLabelsOfAll()
    {
        std::set<std::string> labels;
        const auto names = m_vocabulary.metricNames();
        for (const auto &token : tokenize(m_text).tokens) {
            if (token.kind == TokenKind::Word &&
                std::binary_search(names.begin(), names.end(), token.text)) {
                const auto some = m_vocabulary.labelNames(token.text);
                labels.insert(some.begin(), some.end());
            }
        }
        if (labels.empty()) {
            offerLabels({});
        }
        for (const auto &label : labels) {
            add(Kind::Label, label);
        }
    }

    bool expectsOperand() const
    {
        const auto &token = last();
        if (m_tokens.empty() || token.kind == TokenKind::LeftParen ||
            token.kind == TokenKind::Comma || isOneOf(token, {"bool"})) {
            return true;
        }
        if (token.kind == TokenKind::RightParen && opensLabels(m_closed)) {
            return !isOneOf(m_tokens[m_closed - 1], {"by", "without"});
        }
        // A word of the language can be a metric's name, where an operand was expected before it.
        return isOperator(token) && !(isSetWord(token) && m_tokens.size() == 1);
    }

    void offerOperand()
    {
        if (isOperator(last())) {
            if (isComparisonToken(last().kind)) {
                add(Kind::Keyword, "bool");
            }
            offerAll(Kind::Keyword, {"on", "ignoring"});
        } else if (last().kind == TokenKind::RightParen) {
            offerAll(Kind::Keyword, {"group_left", "group_right"});
        }
        for (auto &name : m_vocabulary.metricNames()) {
            add(Kind::Metric, std::move(name));
        }
        for (const auto name : aggregationNames()) {
            add(Kind::Aggregation, std::string(name));
        }
        for (const auto &function : allFunctions()) {
            add(Kind::Function, std::string(function.name),
                function.signature() + ": " + std::string(function.help));
        }
    }

    /// What follows an operand.
    void offerContinuation()
    {
        offerAll(Kind::Keyword, {"offset", "and", "or", "unless", "by", "without"});
        if (m_prefix.empty()) {
            offerAll(Kind::Operator,
                     {"+", "-", "*", "/", "%", "^", "==", "!=", ">", "<", ">=", "<="});
        }
    }

    void offerAll(Kind kind, std::initializer_list<std::string_view> texts)
    {
        for (const auto text : texts) {
            add(kind, std::string(text));
        }
    }

    void add(Kind kind, std::string text, std::string detail = {}, std::string_view shown = {})
    {
        const std::string_view matched = shown.data() ? shown : std::string_view(text);
        if (!containsIgnoringCase(matched, m_prefix)) {
            return;
        }
        const bool begins = equalsIgnoringCase(matched.substr(0, m_prefix.size()), m_prefix);
        m_ranked.push_back({!begins, {kind, std::move(text), std::move(detail)}});
    }

    Completion result()
    {
        std::stable_sort(m_ranked.begin(), m_ranked.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        Completion completion;
        completion.from = charactersBefore(m_text, m_begin);
        completion.to = charactersBefore(m_text, m_end);
        completion.isCut = m_ranked.size() > kMaxCompletionItems;
        m_ranked.resize(std::min(m_ranked.size(), kMaxCompletionItems));
        for (auto &ranked : m_ranked) {
            completion.items.push_back(std::move(ranked.second));
        }
        return completion;
    }

    const std::string_view m_text;
    const std::size_t m_cursor;
    const Vocabulary &m_vocabulary;
    std::vector<Token> m_tokens; // before what is replaced
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::string_view m_prefix; // of what is replaced, up to the cursor, without its quote
    bool m_isInString = false;
    std::vector<std::size_t> m_open;
    std::size_t m_closed = 0; // what the last closing bracket closed
    std::vector<std::pair<bool, CompletionItem>> m_ranked;
};

} // namespace

Completion completeExpression(std::string_view text, std::size_t cursor,
                              const Vocabulary &vocabulary)
{
    return text.size() > kMaxExpressionBytes ? Completion()
                                             : Completer(text, cursor, vocabulary).run();
}

} // namespace foretop::metrics
