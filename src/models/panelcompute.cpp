// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelcompute.h"

#include "models/displaytext.h"
#include "models/panelanswerbuilder.h"
#include "models/selectors.h"

#include <algorithm>
#include <map>

namespace foretop::models {

namespace {

using metrics::Expression;

/// Prometheus tells a line, and in it a byte; in characters of the whole text.
int characterColumn(std::string_view text, const Place &place)
{
    std::size_t lineStart = 0;
    for (std::uint64_t line = 1; line < place.line.value_or(1); ++line) {
        const auto end = text.find('\n', lineStart);
        if (end == std::string_view::npos) {
            break;
        }
        lineStart = end + 1;
    }
    const auto before = text.substr(0, lineStart + *place.column - 1);
    const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) >> 6) == 2; };
    return static_cast<int>(before.size() + 1) -
           static_cast<int>(std::count_if(before.begin(), before.end(), isContinuation));
}

/// A bucket metric alone is a count that only grows: what people mean is how fast.
std::optional<std::string> bucketRates(const std::string &text, Milliseconds window)
{
    const auto expression = metrics::parseExpression(text);
    const auto *selector = expression ? plainSelector(*expression) : nullptr;
    if (!selector || !selector->metric.ends_with("_bucket")) {
        return {};
    }
    return "sum by (le) (rate(" + selectorText(*selector) + '[' + metrics::durationText(window) +
           "]))";
}

bool showsLast(const PanelSpec &spec)
{
    return spec.kind != PanelKind::TimeSeries && spec.kind != PanelKind::HeatMap &&
           spec.reduction == Reduction::Last;
}

/// Adds the samples of @p last, which are newer, to the series that they belong to.
void appendLast(metrics::Matrix &matrix, metrics::Matrix last)
{
    std::map<metrics::SeriesKey, std::size_t> indexes;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        indexes.emplace(matrix[i].key, i);
    }
    for (metrics::ResultSeries &series : last) {
        const auto found = indexes.find(series.key);
        if (found == indexes.end()) {
            matrix.push_back(std::move(series));
        } else {
            auto &samples = matrix[found->second].samples;
            samples.insert(samples.end(), series.samples.begin(), series.samples.end());
        }
    }
}

/// Answers one panel from a store.
class StoreAnswer
{
public:
    StoreAnswer(const PanelRequest &request, const metrics::SeriesStore &store,
                const std::stop_token &stop)
        : m_request(request)
        , m_store(store)
        , m_stop(stop)
        , m_builder(request.spec, request.window)
    {
    }

    void addTarget(int index);
    PanelAnswer take() { return m_builder.take(); }

private:
    Milliseconds interval(int index) const;
    bool isDrawn() const
    {
        return m_request.spec.kind != PanelKind::HeatMap && !sharesMoments(m_request.spec);
    }
    void draw(int index, const metrics::VectorSelector &selector);
    Result<void> evaluate(int index, const Expression &expression);

    const PanelRequest &m_request;
    const metrics::SeriesStore &m_store;
    const std::stop_token &m_stop;
    PanelAnswerBuilder m_builder;
};

void StoreAnswer::addTarget(int index)
{
    const auto ready = expressionOf(m_request, index, interval(index));
    if (!ready) {
        m_builder.addProblem(problemOf(index, ready.error()));
        return;
    }
    const auto answered =
        metrics::parseExpression(ready->text)
            .and_then([this, index](const Expression &expression) -> Result<void> {
                const auto *selector = plainSelector(expression);
                if (selector && isDrawn()) {
                    draw(index, *selector);
                    return {};
                }
                return evaluate(index, expression);
            });
    if (!answered) {
        m_builder.addProblem(problemOf(index, ready->located(answered.error())));
    }
}

Milliseconds StoreAnswer::interval(int index) const
{
    if (!wantsInterval(m_request, index)) {
        return kUsualSampleInterval;
    }
    const auto guess = expressionOf(m_request, index, kUsualSampleInterval);
    const auto expression =
        guess ? metrics::parseExpression(guess->text) : tl::unexpected(guess.error());
    return !expression ? kUsualSampleInterval
                       : sampleInterval(*expression, m_store, m_request.window.to)
                             .value_or(kUsualSampleInterval);
}

void StoreAnswer::draw(int index, const metrics::VectorSelector &selector)
{
    const PanelWindow &window = m_request.window;
    m_store.draw(matchersOf(selector), window.drawFrom(), window.drawTo(),
                 static_cast<std::size_t>(window.columns()),
                 [this, index](metrics::SeriesKey key, const metrics::ColumnSeries &drawn) {
                     m_builder.add(index, std::move(key), drawn);
                     return !m_stop.stop_requested();
                 });
}

Result<void> StoreAnswer::evaluate(int index, const Expression &expression)
{
    const PanelWindow &window = m_request.window;
    const metrics::EvaluationRange range{
        .from = window.firstMoment, .to = window.lastMoment, .step = window.step};
    auto matrix = metrics::evaluate(expression, m_store, range, m_stop);
    if (matrix && showsLast(m_request.spec) && window.newest > window.lastMoment) {
        // Steps of a long range are long; what is told of now is as of now.
        const metrics::EvaluationRange now{.from = window.newest, .to = window.newest};
        auto last = metrics::evaluate(expression, m_store, now, m_stop);
        if (!last) {
            return tl::unexpected(std::move(last.error()));
        }
        appendLast(*matrix, std::move(*last));
    }
    return matrix.map([this, index](const metrics::Matrix &found) { m_builder.add(index, found); });
}

} // namespace

Error PanelExpression::located(Error error) const
{
    constexpr std::string_view kWordsBefore = "parse error: ";
    Place place;
    if (error.place.column && !isChanged) {
        const int column = error.place.line ? characterColumn(text, error.place)
                                            : static_cast<int>(*error.place.column);
        place.column = static_cast<std::uint64_t>(written.writtenColumn(column));
        // What the server says before is the place in the text that it got.
        if (const auto words = error.message.find(kWordsBefore); words != std::string::npos) {
            error.message.erase(0, words + kWordsBefore.size());
        }
    }
    error.place = place;
    return error;
}

std::vector<int> askedTargets(const PanelSpec &spec)
{
    std::vector<int> indexes;
    const auto count = std::min<qsizetype>(spec.targets.size(), PanelSpec::kMaxTargets);
    for (int index = 0; index < count; ++index) {
        const PanelTarget &target = spec.targets.at(index);
        if (!target.isHidden && !target.expression.trimmed().isEmpty()) {
            indexes.push_back(index);
        }
    }
    return indexes;
}

bool wantsInterval(const PanelRequest &request, int index)
{
    return request.spec.kind == PanelKind::HeatMap ||
           request.spec.targets.at(index).expression.contains(u"__rate_interval");
}

Result<PanelExpression> expressionOf(const PanelRequest &request, int index, Milliseconds interval)
{
    const PanelWindow &window = request.window;
    const Milliseconds rates = rateWindow(window.step, interval);
    return Substitution::make(request.spec.targets.at(index).expression,
                              {.step = window.step,
                               .rateWindow = rates,
                               .range = window.to - window.from,
                               .variables = request.variables})
        .map([&](Substitution written) {
            const auto changed = request.spec.kind == PanelKind::HeatMap
                                     ? bucketRates(written.text(), rates)
                                     : std::optional<std::string>();
            std::string text = changed.value_or(written.text());
            return PanelExpression{std::move(text), std::move(written), changed.has_value()};
        });
}

PanelProblem problemOf(int target, const Error &error)
{
    PanelProblem problem{target, toQString(error.message), {}};
    if (error.place.column) {
        problem.column = static_cast<int>(*error.place.column);
    } else if (!error.source.empty()) {
        problem.message.prepend(toQString(error.source) + QStringLiteral(": "));
    }
    return problem;
}

PanelAnswer computePanel(const PanelRequest &request, const metrics::SeriesStore &store,
                         const std::stop_token &stop)
{
    StoreAnswer answer(request, store, stop);
    for (const int index : askedTargets(request.spec)) {
        if (stop.stop_requested()) {
            break;
        }
        answer.addTarget(index);
    }
    return answer.take();
}

} // namespace foretop::models
