// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "metrics/labelmatcher.h"

#include <memory>
#include <variant>
#include <vector>

namespace foretop::metrics {

inline constexpr std::size_t kMaxExpressionBytes = 16'384;
inline constexpr std::size_t kMaxExpressionDepth = 100;
inline constexpr std::size_t kMaxExpressionNodes = 5'000;

enum class ValueType : std::uint8_t { Scalar, String, InstantVector, RangeVector };
/// "instant vector", as error messages and docs/expressions.md name it.
std::string_view valueTypeName(ValueType type);

enum class BinaryOperator : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Equal,
    NotEqual,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
    And,
    Or,
    Unless,
};
std::string_view binaryOperatorText(BinaryOperator op);
bool isComparison(BinaryOperator op);
bool isSetOperator(BinaryOperator op);

enum class AggregationOperator : std::uint8_t {
    Sum,
    Avg,
    Count,
    Min,
    Max,
    Group,
    Stddev,
    Stdvar,
    Topk,
    Bottomk,
    CountValues,
    Quantile,
};
std::string_view aggregationText(AggregationOperator op);

struct Function;
struct Node;
/// Nodes never change once made, so that expressions share them.
using NodePtr = std::shared_ptr<const Node>;

/// The moment of an "@": a time, or an end of the range that is evaluated.
struct AtModifier
{
    enum class Kind : std::uint8_t { Time, Start, End };
    Kind kind = Kind::Time;
    WallTime time{};
    bool operator==(const AtModifier &) const = default;
};

/// When a selector looks, against when it is evaluated.
struct TimeShift
{
    Milliseconds offset{0};
    std::optional<AtModifier> at;
    bool operator==(const TimeShift &) const = default;
};

struct NumberLiteral
{
    double value = 0;
    bool operator==(const NumberLiteral &other) const;
};

struct StringLiteral
{
    std::string text;
    bool operator==(const StringLiteral &) const = default;
};

struct VectorSelector
{
    std::string metric; ///< empty when only matchers are given
    std::vector<LabelMatcher> matchers;
    TimeShift shift;
    bool operator==(const VectorSelector &) const = default;
};

struct RangeSelector
{
    VectorSelector selector;
    Milliseconds range{0};
    bool operator==(const RangeSelector &) const = default;
};

struct Subquery
{
    static constexpr Milliseconds kDefaultStep = std::chrono::minutes(1);

    NodePtr operand;
    Milliseconds range{0};
    std::optional<Milliseconds> step;
    TimeShift shift;
    bool operator==(const Subquery &) const;
};

struct Negation
{
    NodePtr operand;
    bool operator==(const Negation &) const;
};

/// Which series of two vectors belong together.
struct VectorMatching
{
    enum class Side : std::uint8_t { None, Left, Right };
    bool isOn = false;               ///< by `labels` alone, else by all but them
    std::vector<std::string> labels; ///< none with !isOn: by all labels
    Side many = Side::None;          ///< of group_left and group_right
    std::vector<std::string> include;
    bool operator==(const VectorMatching &) const = default;
};

struct Binary
{
    BinaryOperator op = BinaryOperator::Add;
    NodePtr left;
    NodePtr right;
    bool returnsBool = false;
    VectorMatching matching;
    bool operator==(const Binary &) const;
};

struct Aggregation
{
    AggregationOperator op = AggregationOperator::Sum;
    NodePtr parameter; ///< null where the operator takes none
    NodePtr operand;
    bool isWithout = false;
    std::vector<std::string> labels;
    bool operator==(const Aggregation &) const;
};

struct Call
{
    const Function *function = nullptr; ///< of functionNamed()
    std::vector<NodePtr> arguments;
    bool operator==(const Call &) const;
};

struct Node
{
    using Form = std::variant<NumberLiteral, StringLiteral, VectorSelector, RangeSelector, Subquery,
                              Negation, Binary, Aggregation, Call>;
    Form form;
    ValueType type = ValueType::Scalar;
    std::uint64_t column = 1; ///< where it starts in the text, in characters; no part of equality
    std::size_t depth = 1;    ///< of the tree below and with it
    bool operator==(const Node &other) const { return form == other.form; }
};

/// A valid expression of the language of docs/expressions.md, a subset of PromQL. A value that is
/// cheap to copy; any thread may read it.
class Expression
{
public:
    explicit Expression(NodePtr root)
        : m_root(std::move(root))
    {
    }

    const Node &root() const { return *m_root; }
    ValueType type() const { return m_root->type; }
    /// As text that parses to the same again.
    std::string text() const;
    bool operator==(const Expression &other) const { return *m_root == *other.m_root; }

private:
    NodePtr m_root;
};

/// Reads the whole of @p text. An error's place has the column, in characters from 1 on over all
/// of the text. Bounded by kMaxExpressionBytes, kMaxExpressionDepth and kMaxExpressionNodes.
/// Follows https://prometheus.io/docs/prometheus/2.42/querying/basics/.
Result<Expression> parseExpression(std::string_view text);

/// "1h30m", as parseExpression reads it; not negative.
std::string durationText(Milliseconds duration);

} // namespace foretop::metrics
