// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builtexpression.h"

#include "metrics/expressionkeywords.h"
#include "metrics/expressiontokens.h"
#include "metrics/function.h"
#include "models/displaytext.h"
#include "models/expressioncheck.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretop::models {

namespace {

using Built = BuiltExpression;
using Function = Built::Function;
using Combination = Built::Combination;
using Buckets = Built::Buckets;

constexpr int kGreatestTopCount = 1000;
const auto kLe = QStringLiteral("le");

struct NamedFunction
{
    Function function;
    const char *name;
};
/// Those that look at a time of one series.
constexpr std::array kWindowFunctions = {
    NamedFunction{Function::Rate, "rate"},
    NamedFunction{Function::Increase, "increase"},
    NamedFunction{Function::Delta, "delta"},
    NamedFunction{Function::MeanOverTime, "avg_over_time"},
    NamedFunction{Function::LeastOverTime, "min_over_time"},
    NamedFunction{Function::GreatestOverTime, "max_over_time"},
};

constexpr std::array kCombinations = {Combination::Sum, Combination::Mean, Combination::Least,
                                      Combination::Greatest};
constexpr std::array kOperators = {
    metrics::AggregationOperator::Sum, metrics::AggregationOperator::Avg,
    metrics::AggregationOperator::Min, metrics::AggregationOperator::Max};

bool isPlainName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_:][A-Za-z0-9_:]*$"));
    return plain.match(name).hasMatch() && !metrics::isReserved(name.toStdString());
}

/// Writes a BuiltExpression.
class Writer
{
public:
    /// @p lePlace: which of the labels that buckets are combined by is "le".
    explicit Writer(const Built &built, qsizetype lePlace = 0)
        : m_built(built)
        , m_lePlace(lePlace)
    {
    }

    QString text() const
    {
        const QString all = whole();
        return m_built.topCount ? QStringLiteral("topk(%1, %2)").arg(*m_built.topCount).arg(all)
                                : all;
    }

private:
    QString whole() const
    {
        switch (m_built.function) {
        case Function::Quantile:
            return quantile();
        case Function::Mean:
            return mean();
        case Function::CountRate:
            return combined(count());
        case Function::Buckets:
            return combined(buckets(), isClassic());
        default:
            return combined(windowed());
        }
    }

    bool isClassic() const { return m_built.buckets != Buckets::Native; }

    QString selector(const char *suffix = "") const
    {
        const QString name = m_built.metric + QLatin1String(suffix);
        QStringList matchers;
        if (!isPlainName(name)) {
            matchers << matcher({QStringLiteral("__name__"), LabelFilter::Operator::Equal, name});
        }
        for (const LabelFilter &filter : m_built.filters) {
            matchers << matcher(filter);
        }
        const QString bare = isPlainName(name) ? name : QString();
        return matchers.isEmpty() ? bare : bare + u'{' + matchers.join(QStringLiteral(", ")) + u'}';
    }

    static QString matcher(const LabelFilter &filter)
    {
        static constexpr std::array kTexts = {u"=", u"!=", u"=~", u"!~"};
        return filter.label + QString::fromUtf16(kTexts[std::size_t(filter.op)]) +
               toQString(metrics::quoted(filter.value.toStdString()));
    }

    QString over(const QString &function, const QString &selected) const
    {
        return QStringLiteral("%1(%2[%3])").arg(function, selected, m_built.window);
    }

    QString rateOf(const char *suffix) const
    {
        return over(QStringLiteral("rate"), selector(suffix));
    }

    QString windowed() const
    {
        for (const NamedFunction &known : kWindowFunctions) {
            if (known.function == m_built.function) {
                return over(QString::fromLatin1(known.name), selector());
            }
        }
        return selector();
    }

    QString buckets() const
    {
        return m_built.buckets == Buckets::Gauges ? selector("_bucket")
                                                  : rateOf(isClassic() ? "_bucket" : "");
    }

    QString count() const
    {
        return m_built.buckets == Buckets::Gauges ? selector("_gcount")
               : isClassic()                      ? rateOf("_count")
                             : QStringLiteral("histogram_count(%1)").arg(rateOf(""));
    }

    QString sum() const
    {
        return m_built.buckets == Buckets::Gauges ? selector("_gsum")
               : isClassic()                      ? rateOf("_sum")
                             : QStringLiteral("histogram_sum(%1)").arg(rateOf(""));
    }

    QString combined(const QString &operand, bool keepsLe = false) const
    {
        if (m_built.combination == Combination::None) {
            return operand;
        }
        QStringList by = m_built.by;
        if (keepsLe) {
            by.insert(std::min(m_lePlace, by.size()), kLe);
        }
        const auto op = metrics::aggregationText(kOperators[std::size_t(
            std::find(kCombinations.begin(), kCombinations.end(), m_built.combination) -
            kCombinations.begin())]);
        return toQString(op) +
               (by.isEmpty() ? QStringLiteral("(")
                             : QStringLiteral(" by (%1) (").arg(by.join(QStringLiteral(", ")))) +
               operand + u')';
    }

    QString quantile() const
    {
        const auto of = [this](const QString &operand) {
            return QStringLiteral("histogram_quantile(%1, %2)").arg(m_built.quantile).arg(operand);
        };
        return m_built.combination == Combination::Sum ? of(combined(buckets(), isClassic()))
                                                       : combined(of(buckets()));
    }

    QString mean() const
    {
        return m_built.combination == Combination::Sum
                   ? combined(sum()) + QStringLiteral(" / ") + combined(count())
                   : combined(sum() + QStringLiteral(" / ") + count());
    }

    const Built &m_built;
    const qsizetype m_lePlace;
};

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
        const auto *found = std::find(kOperators.begin(), kOperators.end(), aggregation.op);
        if (found == kOperators.end() || m_built.combination != Combination::None) {
            return false;
        }
        m_built.combination = kCombinations[std::size_t(found - kOperators.begin())];
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
                std::find_if(kWindowFunctions.begin(), kWindowFunctions.end(),
                             [call](const auto &one) { return call->function->name == one.name; });
            const auto *range = as<metrics::RangeSelector>(call->arguments[0]);
            if (known == kWindowFunctions.end() || !range) {
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

QString expressionText(const BuiltExpression &built)
{
    return Writer(built).text();
}

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
    const auto again = parsed(Writer(*built, reader.lePlace()).text());
    return again && *again == *whole ? built : std::nullopt;
}

BuiltExpression ofFamily(BuiltExpression built, const metrics::Family &family)
{
    using Type = metrics::FamilyType;
    const QString name = toQString(family.name);
    if (built.function == Function::Rate && built.metric == name + QLatin1String("_count") &&
        (family.type == Type::Histogram || family.type == Type::Summary)) {
        built.metric = name;
        built.function = Function::CountRate;
    } else if (built.function == Function::Value && family.type == Type::GaugeHistogram &&
               built.metric == name + QLatin1String("_gcount")) {
        built.metric = name;
        built.function = Function::CountRate;
        built.buckets = Buckets::Gauges;
    }
    return built;
}

QString selectedMetric(const BuiltExpression &built)
{
    const bool isOfHistogram = built.function >= Function::Quantile;
    if (!isOfHistogram || built.buckets == Buckets::Native) {
        return built.metric;
    }
    const bool isOfBuckets =
        built.function == Function::Quantile || built.function == Function::Buckets;
    return built.metric + (isOfBuckets                        ? QLatin1String("_bucket")
                           : built.buckets == Buckets::Gauges ? QLatin1String("_gcount")
                                                              : QLatin1String("_count"));
}

BuiltExpression builtFor(const metrics::Family &family, const std::vector<std::string> &names)
{
    using Type = metrics::FamilyType;
    const auto isThere = [&names](const std::string &name) {
        return std::binary_search(names.begin(), names.end(), name);
    };
    const auto isNamed = [&](const char *suffix) {
        return !isThere(family.name) && isThere(family.name + suffix);
    };
    Built built{.metric = toQString(family.name)};
    built.function = functionsFor(family.type).constFirst();
    switch (family.type) {
    case Type::Histogram:
    case Type::GaugeHistogram:
        built.combination = Combination::Sum;
        built.buckets = family.type == Type::GaugeHistogram ? Buckets::Gauges
                        : isThere(family.name) && !isThere(family.name + "_bucket")
                            ? Buckets::Native
                            : Buckets::Counters;
        break;
    case Type::Counter:
        built.metric += isNamed("_total") ? QLatin1String("_total") : QLatin1String();
        break;
    case Type::Info:
        built.metric += isNamed("_info") ? QLatin1String("_info") : QLatin1String();
        break;
    case Type::Unknown:
        for (const char *suffix : {"_total", "_count", "_sum", "_bucket"}) {
            if (family.name.ends_with(suffix)) {
                built.function = Function::Rate;
            }
        }
        break;
    default:
        break;
    }
    return built;
}

QVector<BuiltExpression::Function> functionsFor(metrics::FamilyType type)
{
    switch (type) {
    case metrics::FamilyType::Counter:
        return {Function::Rate, Function::Increase, Function::Value};
    case metrics::FamilyType::Histogram:
    case metrics::FamilyType::GaugeHistogram:
        return {Function::Quantile, Function::Mean, Function::CountRate, Function::Buckets};
    case metrics::FamilyType::Summary:
        return {Function::Mean, Function::CountRate, Function::Value};
    case metrics::FamilyType::Info:
    case metrics::FamilyType::StateSet:
        return {Function::Value};
    case metrics::FamilyType::Gauge:
        return {Function::Value, Function::MeanOverTime, Function::LeastOverTime,
                Function::GreatestOverTime, Function::Delta};
    case metrics::FamilyType::Unknown:
        break;
    }
    return {Function::Value,        Function::Rate,          Function::Increase,
            Function::MeanOverTime, Function::LeastOverTime, Function::GreatestOverTime,
            Function::Delta};
}

} // namespace foretop::models
