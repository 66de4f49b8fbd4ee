// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"
#include "metrics/expressiontokens.h"

namespace foretop::metrics {

/// Reads one expression by precedence climbing, and checks its types as it goes. What reads a part
/// returns nothing once there is an error.
class ExpressionParser
{
public:
    explicit ExpressionParser(std::string_view text);
    Result<Expression> run();

private:
    class Level;

    const Token &peek(std::size_t ahead = 0) const;
    Token take();
    bool accept(TokenKind kind);
    bool expect(TokenKind kind, std::string_view what);
    bool isWord(std::string_view word, std::size_t ahead = 0) const;
    bool acceptWord(std::string_view word);
    static std::string shown(const Token &token);
    NodePtr refuse(std::string message);
    NodePtr refuse(std::string message, std::uint64_t column);
    NodePtr node(Node::Form form, ValueType type, std::uint64_t column, std::size_t depthBelow);

    NodePtr expression(int least);
    NodePtr unary();
    NodePtr postfix();
    NodePtr primary();
    NodePtr word();
    NodePtr suffixes(NodePtr operand, bool isInParens);
    NodePtr brackets(NodePtr operand, bool isInParens);
    NodePtr subquery(NodePtr operand, Milliseconds range, std::uint64_t column);
    NodePtr shifted(NodePtr operand, bool isInParens);
    std::optional<Milliseconds> duration();
    std::optional<AtModifier> atModifier();

    NodePtr selector(std::string metric, std::uint64_t column);
    bool matchers(VectorSelector &selector);
    bool matcher(VectorSelector &selector);
    NodePtr binary(NodePtr left, BinaryOperator op, int precedence, const Token &token);
    bool matching(Binary &binary, bool &isMatched);
    bool checkBinary(Binary &binary, bool isMatched, const Token &token);
    std::vector<std::string> groupingLabels();
    NodePtr aggregation(AggregationOperator op, std::uint64_t column);
    bool grouping(Aggregation &aggregation);
    NodePtr call(const Token &name);
    bool checkAt(const Call &call);
    std::optional<std::vector<NodePtr>> arguments();

    Tokens m_tokens;
    std::size_t m_at = 0;
    std::size_t m_level = 0;
    std::size_t m_nodes = 0;
    std::optional<Error> m_error;
};

} // namespace foretop::metrics
