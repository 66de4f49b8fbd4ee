// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelattempt.h"

#include "models/displaytext.h"
#include "models/panelanswerbuilder.h"
#include "models/selectors.h"

#include <algorithm>

namespace foretop::models {

namespace {

using Selectors = std::vector<const metrics::VectorSelector *>;

/// How many samples a minute the series of @p selector have: as of the last minute, where it has
/// enough of them, else of the last ten.
std::string countQuestion(const QString &selector)
{
    const std::string text = selector.toStdString();
    return "quantile(0.5, count_over_time(" + text +
           "[1m])) >= 4 or quantile(0.5, count_over_time(" + text + "[10m])) / 10";
}

/// The interval of samples by an answer to that.
std::optional<Milliseconds> intervalOf(const feeds::QueryAnswer &answer)
{
    if (answer.matrix.empty() || answer.matrix.front().samples.empty()) {
        return {};
    }
    const double count = answer.matrix.front().samples.front().value;
    // One alone in ten minutes may have come a moment ago.
    if (!(count >= 0.2)) {
        return {};
    }
    return roundedInterval(Milliseconds(static_cast<Milliseconds::rep>(60'000 / count)));
}

} // namespace

StoreAttempt::StoreAttempt(PanelRequest request, std::shared_ptr<const metrics::SeriesStore> store)
    : m_run(WorkerRun<PanelAnswer>::start(
          [request = std::move(request), store = std::move(store)](const std::stop_token &stop) {
              return computePanel(request, *store, stop);
          }))
{
}

StoreAttempt::~StoreAttempt()
{
    m_run->cancel();
}

PrometheusAttempt::PrometheusAttempt(PanelRequest request, feeds::PrometheusApi &api,
                                     KnownIntervals &intervals)
    : m_request(std::move(request))
    , m_api(&api)
    , m_intervals(intervals)
{
    if (m_intervals.size() > kMaxKnownIntervals) {
        m_intervals.clear();
    }
    startPreparing();
}

PrometheusAttempt::~PrometheusAttempt()
{
    if (m_preparing) {
        m_preparing->cancel();
    }
    if (m_reducing) {
        m_reducing->cancel();
    }
}

void PrometheusAttempt::startPreparing()
{
    m_preparing = WorkerRun<std::vector<Asked>>::start(
        [request = m_request, known = m_intervals](const std::stop_token &) {
            return prepare(request, known);
        });
}

std::vector<PrometheusAttempt::Asked> PrometheusAttempt::prepare(const PanelRequest &request,
                                                                 const KnownIntervals &known)
{
    std::vector<Asked> all;
    for (const int index : askedTargets(request.spec)) {
        all.push_back(prepareTarget(request, known, index));
    }
    return all;
}

PrometheusAttempt::Asked PrometheusAttempt::prepareTarget(const PanelRequest &request,
                                                          const KnownIntervals &known, int index)
{
    Asked asked{.target = index, .expression = {}, .error = {}, .selectors = {}};
    auto expression = expressionOf(request, index, kUsualSampleInterval);
    if (expression && wantsInterval(request, index)) {
        // Of an expression that only Prometheus understands the usual interval is taken.
        const auto parsed = metrics::parseExpression(expression->text);
        std::optional<Milliseconds> greatest;
        for (const auto *selector : parsed ? selectorsOf(*parsed) : Selectors()) {
            const QString text = toQString(selectorText(*selector));
            const auto found = known.constFind(text);
            if (found == known.constEnd()) {
                asked.selectors.append(text);
            } else {
                greatest = std::max(greatest, *found);
            }
        }
        expression = expressionOf(request, index, greatest.value_or(kUsualSampleInterval));
    }
    if (expression) {
        asked.expression = std::move(*expression);
    } else {
        asked.error = std::move(expression.error());
    }
    return asked;
}

std::optional<PanelAnswer> PrometheusAttempt::poll()
{
    if (m_preparing) {
        if (auto asked = m_preparing->take()) {
            m_preparing.reset();
            ask(std::move(*asked));
        }
    }
    return m_reducing ? m_reducing->take() : std::nullopt;
}

void PrometheusAttempt::ask(std::vector<Asked> asked)
{
    m_inquiries.clear();
    m_asked = std::move(asked);
    QStringList selectors;
    for (const Asked &one : m_asked) {
        selectors += one.selectors;
    }
    selectors.removeDuplicates();
    if (selectors.isEmpty()) {
        askRanges();
    } else {
        askIntervals(selectors);
    }
}

void PrometheusAttempt::askIntervals(const QStringList &selectors)
{
    if (!m_api) {
        return;
    }
    m_waiting = static_cast<std::size_t>(selectors.size());
    for (const QString &selector : selectors) {
        m_inquiries.push_back(m_api->query(
            {.expression = countQuestion(selector), .at = m_request.window.lastMoment},
            [this, selector](const Told &answer) {
                m_intervals.insert(selector, answer ? intervalOf(**answer) : std::nullopt);
                if (--m_waiting == 0) {
                    startPreparing();
                }
            }));
    }
}

void PrometheusAttempt::askRanges()
{
    m_told.assign(m_asked.size(), {});
    m_waiting = static_cast<std::size_t>(std::count_if(
        m_asked.begin(), m_asked.end(), [](const Asked &one) { return one.expression; }));
    if (m_waiting == 0 || !m_api) {
        startReducing();
        return;
    }
    const PanelWindow &window = m_request.window;
    for (std::size_t i = 0; i < m_asked.size(); ++i) {
        if (!m_asked[i].expression) {
            continue;
        }
        m_inquiries.push_back(m_api->queryRange({.expression = m_asked[i].expression->text,
                                                 .from = window.firstMoment,
                                                 .to = window.lastMoment,
                                                 .step = window.step},
                                                [this, i](const Told &answer) {
                                                    m_told[i] = answer;
                                                    if (--m_waiting == 0) {
                                                        startReducing();
                                                    }
                                                }));
    }
}

void PrometheusAttempt::startReducing()
{
    m_reducing = WorkerRun<PanelAnswer>::start(
        [request = m_request, asked = std::move(m_asked), told = std::move(m_told)](
            const std::stop_token &stop) { return reduce(request, asked, told, stop); });
}

PanelAnswer PrometheusAttempt::reduce(const PanelRequest &request, const std::vector<Asked> &asked,
                                      const std::vector<std::optional<Told>> &told,
                                      const std::stop_token &stop)
{
    PanelAnswerBuilder builder(request.spec, request.window);
    for (std::size_t i = 0; i < asked.size() && !stop.stop_requested(); ++i) {
        const int target = asked[i].target;
        if (asked[i].error) {
            builder.addProblem(problemOf(target, *asked[i].error));
        } else if (told[i] && *told[i]) {
            builder.add(target, (**told[i])->matrix);
            builder.addWarnings((**told[i])->warnings);
        } else if (told[i]) {
            builder.addProblem(problemOf(target, asked[i].expression->located(told[i]->error())));
        }
    }
    return builder.take();
}

} // namespace foretop::models
