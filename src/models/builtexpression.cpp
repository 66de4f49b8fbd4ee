// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builtexpression.h"

#include "metrics/expressiontokens.h"
#include "metrics/function.h"
#include "models/builttext.h"
#include "models/displaytext.h"
#include "models/expressioncheck.h"

#include <algorithm>
#include <cmath>

namespace foretop::models {

namespace {

using Built = BuiltExpression;
using Function = Built::Function;
using Combination = Built::Combination;
using Buckets = Built::Buckets;

constexpr int kGreatestTopCount = 1000;
const auto kLe = QStringLiteral("le");

template <typename Form>
const Form *as(const metrics::NodePtr &node)
{
    return node ? std::get_if<Form>(&node->form) : nullptr;
}

/// Guesses the BuiltExpression that gives an expression. What it guesses is to be compared.
class Reader
{
public:
    std::optional<Built> read(metrics::NodePtr node)
    {
        if (const auto *top = as<metrics::Aggregation>(node);
            top && top->op == metrics::AggregationOperator::Topk) {
            const auto *count = as<metrics::NumberLiteral>(top->parameter);
            if (!count || count->value < 1 || count->value > kGreatestTopCount ||
                count->value != std::floor(count->value)) {
                return {};
            }
            m_built.topCount = int(count->value);
            node = top->operand;
        }
        return whole(node) ? std::optional(std::move(m_built)) : std::nullopt;
    }

    qsizetype lePlace() const { return m_lePlace; }

private:
    bool whole(const metrics::NodePtr &node)
    {
        if (const auto *aggregation = as<metrics::Aggregation>(node)) {
            return combination(*aggregation) && part(aggregation->operand);
        }
        return part(node);
    }

    bool combination(const metrics::Aggregation &aggregation)
    {
        const auto *found =
            std::find_if(kCombinationOperators.begin(), kCombinationOperators.end(),
                         [&aggregation](const auto &one) { return one.op == aggregation.op; });
        if (found == kCombinationOperators.end() || m_built.combination != Combination::None) {
            return false;
        }
        m_built.combination = found->combination;
        for (const auto &label : aggregation.labels) {
            m_built.by << toQString(label);
        }
        return true;
    }

    bool part(const metrics::NodePtr &node)
    {
        if (const auto *binary = as<metrics::Binary>(node)) {
            return mean(*binary);
        }
        const auto *call = as<metrics::Call>(node);
        if (call && call->function->name == "histogram_quantile") {
            return quantile(*call);
        }
        return series(node);
    }

    bool quantile(const metrics::Call &call)
    {
        const auto *value = as<metrics::NumberLiteral>(call.arguments[0]);
        if (!value) {
            return false;
        }
        const auto *inner = as<metrics::Aggregation>(call.arguments[1]);
        if (inner && !combination(*inner)) {
            return false;
        }
        if (!series(inner ? inner->operand : call.arguments[1])) {
            return false;
        }
        if (m_built.function == Function::Rate) {
            m_built.buckets = Buckets::Native;
        } else if (m_built.function != Function::Buckets) {
            return false;
        }
        m_built.quantile = value->value;
        m_built.function = Function::Quantile;
        return true;
    }

    bool mean(const metrics::Binary &binary)
    {
        if (binary.op != metrics::BinaryOperator::Divide) {
            return false;
        }
        const auto *left = as<metrics::Aggregation>(binary.left);
        if ((left && !combination(*left)) || !series(left ? left->operand : binary.left)) {
            return false;
        }
        const bool isOfGauges = m_built.metric.endsWith(QLatin1String("_gsum"));
        if (!isOfGauges && !m_built.metric.endsWith(QLatin1String("_sum"))) {
            return false;
        }
        m_built.metric.chop(isOfGauges ? 5 : 4);
        m_built.buckets = isOfGauges ? Buckets::Gauges : Buckets::Counters;
        m_built.function = Function::Mean;
        return true;
    }

    /// One metric, perhaps with a function around it that looks at a time.
    bool series(const metrics::NodePtr &node)
    {
        const metrics::VectorSelector *selector = as<metrics::VectorSelector>(node);
        if (const auto *call = as<metrics::Call>(node); call && call->arguments.size() == 1) {
            const auto *known =
                std::find_if(kWindowFunctionNames.begin(), kWindowFunctionNames.end(),
                             [call](const auto &one) { return call->function->name == one.name; });
            const auto *range = as<metrics::RangeSelector>(call->arguments[0]);
            if (known == kWindowFunctionNames.end() || !range) {
                return false;
            }
            m_built.function = known->function;
            selector = &range->selector;
        }
        if (!selector) {
            return false;
        }
        take(*selector);
        takeBuckets();
        return !m_built.metric.isEmpty();
    }

    void take(const metrics::VectorSelector &selector)
    {
        m_built.metric = toQString(selector.metric);
        for (const auto &matcher : selector.matchers) {
            const QString value = toQString(matcher.value());
            if (m_built.metric.isEmpty() && matcher.label() == metrics::kNameLabel &&
                matcher.op() == LabelFilter::Operator::Equal) {
                m_built.metric = value;
            } else {
                m_built.filters << LabelFilter{toQString(matcher.label()), matcher.op(), value};
            }
        }
    }

    void takeBuckets()
    {
        const bool isOfCounters = m_built.function == Function::Rate;
        if (!m_built.metric.endsWith(QLatin1String("_bucket")) ||
            (!isOfCounters && m_built.function != Function::Value)) {
            return;
        }
        m_built.metric.chop(7);
        m_built.function = Function::Buckets;
        m_built.buckets = isOfCounters ? Buckets::Counters : Buckets::Gauges;
        m_lePlace = std::max<qsizetype>(m_built.by.indexOf(kLe), 0);
        m_built.by.removeOne(kLe);
    }

    Built m_built;
    qsizetype m_lePlace = 0;
};

/// What stands in brackets, when it is everywhere the same; nothing when it is not.
std::optional<QString> windowOf(const QString &expression, const std::string &plain)
{
    std::optional<QString> window;
    const auto tokens = metrics::tokenize(plain).tokens;
    qsizetype begin = 0;
    for (const auto &token : tokens) {
        const auto at = QString::fromStdString(plain.substr(0, token.begin)).size();
        if (token.kind == metrics::TokenKind::LeftBracket) {
            begin = at + 1;
        } else if (token.kind == metrics::TokenKind::RightBracket) {
            const QString found = expression.mid(begin, at - begin).trimmed();
            if (window && *window != found) {
                return {};
            }
            window = found;
        }
    }
    return window.value_or(Built().window);
}

/// Comments would be lost.
bool hasComment(const std::string &plain)
{
    std::size_t end = 0;
    for (const auto &token : metrics::tokenize(plain).tokens) {
        if (plain.substr(end, token.begin - end).find('#') != std::string::npos) {
            return true;
        }
        end = token.begin + token.text.size();
    }
    return false;
}

std::optional<metrics::Expression> parsed(const QString &expression)
{
    auto result = metrics::parseExpression(withoutVariables(expression).toStdString());
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

} // namespace

std::optional<BuiltExpression> readBuilt(const QString &expression)
{
    const std::string plain = withoutVariables(expression).toStdString();
    const auto whole = parsed(expression);
    const auto window = windowOf(expression, plain);
    if (!whole || !window || hasComment(plain)) {
        return {};
    }
    Reader reader;
    auto built = reader.read(std::make_shared<metrics::Node>(whole->root()));
    if (!built) {
        return {};
    }
    built->window = *window;
    const auto again = parsed(builtText(*built, reader.lePlace()));
    return again && *again == *whole ? built : std::nullopt;
}

} // namespace foretop::models
