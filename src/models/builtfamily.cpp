// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builtexpression.h"
#include "models/displaytext.h"

#include <algorithm>

namespace foretop::models {

namespace {

using Built = BuiltExpression;
using Function = Built::Function;
using Buckets = Built::Buckets;
using Combination = Built::Combination;

} // namespace

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
