// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expressionparser.h"

#include "base/text.h"
#include "metrics/expressionkeywords.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

constexpr int kPowerPrecedence = 6;
/// Of recursion. A node that is printed takes two levels at most, for itself and for parentheses,
/// so that whatever was parsed is parsed again.
constexpr std::size_t kMaxLevels = 2 * kMaxExpressionDepth + 2;

struct Infix
{
    BinaryOperator op;
    int precedence;
};

std::optional<Infix> infixOf(const Token &token)
{
    switch (token.kind) {
    case TokenKind::Plus:
        return Infix{BinaryOperator::Add, 4};
    case TokenKind::Minus:
        return Infix{BinaryOperator::Subtract, 4};
    case TokenKind::Star:
        return Infix{BinaryOperator::Multiply, 5};
    case TokenKind::Slash:
        return Infix{BinaryOperator::Divide, 5};
    case TokenKind::Percent:
        return Infix{BinaryOperator::Modulo, 5};
    case TokenKind::Caret:
        return Infix{BinaryOperator::Power, kPowerPrecedence};
    case TokenKind::Equal:
        return Infix{BinaryOperator::Equal, 3};
    case TokenKind::NotEqual:
        return Infix{BinaryOperator::NotEqual, 3};
    case TokenKind::Greater:
        return Infix{BinaryOperator::Greater, 3};
    case TokenKind::Less:
        return Infix{BinaryOperator::Less, 3};
    case TokenKind::GreaterOrEqual:
        return Infix{BinaryOperator::GreaterOrEqual, 3};
    case TokenKind::LessOrEqual:
        return Infix{BinaryOperator::LessOrEqual, 3};
    case TokenKind::Word:
        break;
    default:
        return {};
    }
    if (equalsIgnoringCase(token.text, "and")) {
        return Infix{BinaryOperator::And, 2};
    }
    if (equalsIgnoringCase(token.text, "unless")) {
        return Infix{BinaryOperator::Unless, 2};
    }
    return equalsIgnoringCase(token.text, "or") ? std::optional(Infix{BinaryOperator::Or, 1})
                                                : std::nullopt;
}

} // namespace

/// Counts the levels of nesting that are being read, so that the stack stays within its bound.
class ExpressionParser::Level
{
public:
    explicit Level(ExpressionParser &parser)
        : m_parser(parser)
    {
        ++m_parser.m_level;
    }
    ~Level() { --m_parser.m_level; }
    Level(const Level &) = delete;
    Level &operator=(const Level &) = delete;

private:
    ExpressionParser &m_parser;
};

ExpressionParser::ExpressionParser(std::string_view text)
    : m_tokens(tokenize(text))
{
}

Result<Expression> ExpressionParser::run()
{
    auto root = expression(0);
    if (root && m_tokens.error && peek().kind == TokenKind::End) {
        refuse("");
    } else if (root && peek().kind != TokenKind::End) {
        refuse(fmt::format("{} cannot follow here: an operator or the end should", shown(peek())));
    }
    if (m_error) {
        return tl::unexpected(std::move(*m_error));
    }
    return Expression(std::move(root));
}

const Token &ExpressionParser::peek(std::size_t ahead) const
{
    return m_tokens.tokens[std::min(m_at + ahead, m_tokens.tokens.size() - 1)];
}

Token ExpressionParser::take()
{
    const auto token = peek();
    m_at += token.kind == TokenKind::End ? 0 : 1;
    return token;
}

bool ExpressionParser::accept(TokenKind kind)
{
    const bool is = peek().kind == kind;
    m_at += is && kind != TokenKind::End ? 1 : 0;
    return is;
}

bool ExpressionParser::expect(TokenKind kind, std::string_view what)
{
    if (!accept(kind)) {
        refuse(fmt::format("{} should stand here, not {}", what, shown(peek())));
    }
    return !m_error;
}

bool ExpressionParser::isWord(std::string_view word, std::size_t ahead) const
{
    return peek(ahead).kind == TokenKind::Word && equalsIgnoringCase(peek(ahead).text, word);
}

bool ExpressionParser::acceptWord(std::string_view word)
{
    const bool is = isWord(word);
    m_at += is ? 1 : 0;
    return is;
}

std::string ExpressionParser::shown(const Token &token)
{
    return token.kind == TokenKind::End
               ? "the end"
               : fmt::format("\"{}\"", toValidUtf8(utf8Prefix(token.text, 80)));
}

NodePtr ExpressionParser::refuse(std::string message)
{
    return refuse(std::move(message), peek().column);
}

/// The first error stays. What could not be read as tokens explains itself better.
NodePtr ExpressionParser::refuse(std::string message, std::uint64_t column)
{
    if (m_error) {
        return {};
    }
    if (m_tokens.error && peek().kind == TokenKind::End) {
        m_error = m_tokens.error;
        return {};
    }
    m_error = Error{.code = ErrorCode::Malformed, .message = std::move(message)};
    m_error->place.column = column;
    return {};
}

NodePtr ExpressionParser::node(Node::Form form, ValueType type, std::uint64_t column,
                               std::size_t depthBelow)
{
    if (++m_nodes > kMaxExpressionNodes) {
        return refuse(fmt::format("the expression has more than {} parts", kMaxExpressionNodes),
                      column);
    }
    if (depthBelow >= kMaxExpressionDepth) {
        return refuse(
            fmt::format("the expression is nested more than {} deep", kMaxExpressionDepth), column);
    }
    return m_error
               ? NodePtr()
               : std::make_shared<const Node>(Node{std::move(form), type, column, depthBelow + 1});
}

/// Reads operators that bind at least as tightly as @p least.
NodePtr ExpressionParser::expression(int least)
{
    const Level level(*this);
    if (m_level > kMaxLevels) {
        return refuse(
            fmt::format("the expression is nested more than {} deep", kMaxExpressionDepth));
    }
    auto left = unary();
    while (left) {
        const auto infix = infixOf(peek());
        if (!infix || infix->precedence < least) {
            return left;
        }
        const auto token = take();
        left = binary(std::move(left), infix->op, infix->precedence, token);
    }
    return {};
}

NodePtr ExpressionParser::unary()
{
    const auto sign = peek();
    if (sign.kind != TokenKind::Plus && sign.kind != TokenKind::Minus) {
        return postfix();
    }
    take();
    auto operand = expression(kPowerPrecedence);
    if (!operand) {
        return {};
    }
    if (operand->type != ValueType::Scalar && operand->type != ValueType::InstantVector) {
        return refuse(fmt::format("a sign goes before a scalar or an instant vector, not {}",
                                  aValueOf(operand->type)),
                      sign.column);
    }
    if (sign.kind == TokenKind::Plus) {
        return operand;
    }
    if (const auto *number = std::get_if<NumberLiteral>(&operand->form)) {
        return node(NumberLiteral{-number->value}, ValueType::Scalar, sign.column, 0);
    }
    const auto type = operand->type;
    const auto depth = operand->depth;
    return node(Negation{std::move(operand)}, type, sign.column, depth);
}

NodePtr ExpressionParser::primary()
{
    const auto token = peek();
    switch (token.kind) {
    case TokenKind::Number: {
        take();
        const auto value = numberOf(token.text);
        return value ? node(NumberLiteral{*value}, ValueType::Scalar, token.column, 0)
                     : refuse(fmt::format("{} is no number", shown(token)), token.column);
    }
    case TokenKind::String: {
        take();
        auto text = stringOf(token.text);
        return text ? node(StringLiteral{std::move(*text)}, ValueType::String, token.column, 0)
                    : refuse(std::move(text.error().message), token.column);
    }
    case TokenKind::LeftBrace:
        return selector({}, token.column);
    case TokenKind::Word:
        return word();
    default:
        return refuse(fmt::format("a metric, a number, a function or \"(\" should stand here, "
                                  "not {}",
                                  shown(token)));
    }
}

NodePtr ExpressionParser::word()
{
    const auto token = take();
    if (const auto number = namedNumber(token.text)) {
        return node(NumberLiteral{*number}, ValueType::Scalar, token.column, 0);
    }
    if (const auto op = aggregationNamed(token.text);
        op && (peek().kind == TokenKind::LeftParen || isWord("by") || isWord("without"))) {
        return aggregation(*op, token.column);
    }
    if (peek().kind == TokenKind::LeftParen) {
        return call(token);
    }
    if (isReserved(token.text)) {
        return refuse(fmt::format("{} is a word of the language; a metric of this name is written "
                                  "{{__name__=\"{}\"}}",
                                  shown(token), token.text),
                      token.column);
    }
    return selector(std::string(token.text), token.column);
}

/// One operand with the brackets, "offset" and "@" behind it.
NodePtr ExpressionParser::postfix()
{
    if (peek().kind == TokenKind::LeftParen) {
        take();
        auto inner = expression(0);
        if (!inner || !expect(TokenKind::RightParen, "\")\" or an operator")) {
            return {};
        }
        return suffixes(std::move(inner), true);
    }
    auto operand = primary();
    return operand ? suffixes(std::move(operand), false) : NodePtr();
}

} // namespace foretop::metrics
