// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectors.h"

#include <algorithm>

namespace foretop::models {

namespace {

using namespace metrics;

// How much is looked at to tell the interval of samples.
constexpr std::size_t kMaxSelectors = 5;
constexpr std::size_t kMaxSeries = 20;
constexpr std::array<Milliseconds, 2> kPasts{std::chrono::minutes(5), std::chrono::hours(2)};

class SelectorFinder
{
public:
    void visit(const Node &node)
    {
        std::visit([this](const auto &form) { find(form); }, node.form);
    }
    std::vector<const VectorSelector *> take() { return std::move(m_found); }

private:
    void find(const VectorSelector &selector) { m_found.push_back(&selector); }
    void find(const RangeSelector &range) { m_found.push_back(&range.selector); }
    void find(const Subquery &subquery) { visit(*subquery.operand); }
    void find(const Negation &negation) { visit(*negation.operand); }
    void find(const Binary &binary)
    {
        visit(*binary.left);
        visit(*binary.right);
    }
    void find(const Aggregation &aggregation)
    {
        if (aggregation.parameter) {
            visit(*aggregation.parameter);
        }
        visit(*aggregation.operand);
    }
    void find(const Call &call)
    {
        for (const NodePtr &argument : call.arguments) {
            visit(*argument);
        }
    }
    void find(const auto &) {} // literals

    std::vector<const VectorSelector *> m_found;
};

std::optional<Milliseconds> middle(std::vector<Milliseconds> distances)
{
    if (distances.empty()) {
        return {};
    }
    const auto at = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), at, distances.end());
    return *at;
}

std::optional<Milliseconds> intervalOf(const VectorSelector &selector, const SampleSource &source,
                                       WallTime from, WallTime to)
{
    std::vector<Milliseconds> ofSeries;
    // The end of the visit by its own error is what is wanted.
    (void)source.select(
        matchersOf(selector), from, to,
        [&ofSeries](const Labels &, std::span<const Sample> samples) -> Result<void> {
            std::vector<Milliseconds> distances;
            for (std::size_t i = 1; i < samples.size(); ++i) {
                distances.push_back(samples[i].time - samples[i - 1].time);
            }
            if (const auto usual = middle(std::move(distances))) {
                ofSeries.push_back(*usual);
            }
            return ofSeries.size() < kMaxSeries
                       ? Result<void>()
                       : fail(ErrorCode::Cancelled, "enough series were read");
        });
    return middle(std::move(ofSeries));
}

} // namespace

std::vector<const VectorSelector *> selectorsOf(const Expression &expression)
{
    SelectorFinder finder;
    finder.visit(expression.root());
    return finder.take();
}

const VectorSelector *plainSelector(const Expression &expression)
{
    const auto *selector = std::get_if<VectorSelector>(&expression.root().form);
    return selector && selector->shift == TimeShift() ? selector : nullptr;
}

std::string selectorText(const VectorSelector &selector)
{
    const Node node{.form = VectorSelector{selector.metric, selector.matchers, {}},
                    .type = ValueType::InstantVector};
    return Expression(std::make_shared<const Node>(node)).text();
}

std::vector<LabelMatcher> matchersOf(const VectorSelector &selector)
{
    auto matchers = selector.matchers;
    if (!selector.metric.empty()) {
        auto name = LabelMatcher::make(std::string(kNameLabel), LabelMatcher::Operator::Equal,
                                       selector.metric);
        matchers.push_back(std::move(*name));
    }
    return matchers;
}

std::optional<Milliseconds> sampleInterval(const Expression &expression, const SampleSource &source,
                                           WallTime to)
{
    auto selectors = selectorsOf(expression);
    selectors.resize(std::min(selectors.size(), kMaxSelectors));
    for (const Milliseconds past : kPasts) {
        std::optional<Milliseconds> greatest;
        for (const VectorSelector *selector : selectors) {
            const auto interval = intervalOf(*selector, source, to - past, to);
            greatest = std::max(greatest, interval);
        }
        if (greatest) {
            return roundedInterval(*greatest);
        }
    }
    return {};
}

Milliseconds roundedInterval(Milliseconds interval)
{
    const Milliseconds unit(interval < std::chrono::seconds(2) ? 100 : 1000);
    return std::max((interval + unit / 2) / unit * unit, unit);
}

} // namespace foretop::models
