// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelanswerbuilder.h"

#include "models/displaytext.h"
#include "models/seriesnaming.h"

#include <algorithm>
#include <cmath>

namespace foretop::models {

PanelAnswerBuilder::PanelAnswerBuilder(const PanelSpec &spec, const PanelWindow &window)
    : m_spec(spec)
    , m_window(window)
    , m_limit(static_cast<std::size_t>(std::clamp(spec.limit, 1, PanelSpec::kMostSeries)))
    , m_keepsPoints(spec.kind == PanelKind::TimeSeries || spec.kind == PanelKind::Stat)
    , m_sharesMoments(sharesMoments(spec))
    , m_heatMap(window)
{
    m_answer.fromMs = msSinceEpoch(window.from);
    m_answer.toMs = msSinceEpoch(window.to);
    m_answer.stepMs = window.step.count();
}

void PanelAnswerBuilder::addWarnings(const std::vector<std::string> &warnings)
{
    for (const std::string &warning : warnings) {
        const QString text = toQString(warning);
        if (!m_answer.warnings.contains(text)) {
            m_answer.warnings.append(text);
        }
    }
}

void PanelAnswerBuilder::add(int target, metrics::SeriesKey key, const metrics::ColumnSeries &drawn)
{
    PanelSeries *series = place(target, std::move(key), statisticsOf(drawn));
    if (series && m_keepsPoints) {
        series->points = pointsOf(drawn);
    }
}

void PanelAnswerBuilder::add(int target, const metrics::Matrix &matrix)
{
    if (m_spec.kind == PanelKind::HeatMap) {
        if (const auto added = m_heatMap.add(matrix); !added) {
            addProblem({target, toQString(added.error().message), {}});
        }
        return;
    }
    for (const metrics::ResultSeries &one : matrix) {
        PanelSeries *series = place(target, one.key, statisticsOf(one.samples, m_window));
        if (series && m_keepsPoints) {
            series->points = pointsOf(one.samples, m_window, m_sharesMoments);
        }
    }
}

PanelSeries *PanelAnswerBuilder::place(int target, metrics::SeriesKey key,
                                       const SeriesStatistics &statistics)
{
    const double reduced = statistics.reduced(m_spec.reduction);
    if (std::isnan(reduced)) {
        return nullptr;
    }
    const double size = std::abs(reduced);
    qsizetype index = m_answer.series.size();
    if (m_bySize.size() < m_limit) {
        m_answer.series.emplace_back();
    } else {
        ++m_answer.leftOut;
        const auto least = m_bySize.begin();
        if (size <= least->first) {
            return nullptr;
        }
        index = least->second;
        m_bySize.erase(least);
    }
    m_bySize.emplace(size, index);
    PanelSeries &series = m_answer.series[index];
    series = {.label = {},
              .key = std::move(key),
              .target = target,
              .points = {},
              .last = statistics.last,
              .least = statistics.least,
              .greatest = statistics.greatest,
              .mean = statistics.mean,
              .sum = statistics.sum,
              .reduced = reduced};
    return &series;
}

PanelAnswer PanelAnswerBuilder::take()
{
    std::sort(m_answer.series.begin(), m_answer.series.end(),
              [](const PanelSeries &a, const PanelSeries &b) {
                  return std::tie(a.target, a.key) < std::tie(b.target, b.key);
              });
    std::vector<UnnamedSeries> unnamed;
    for (const PanelSeries &series : std::as_const(m_answer.series)) {
        const PanelTarget &target = m_spec.targets.at(series.target);
        unnamed.push_back({&series.key, target.legend, target.expression});
    }
    const QStringList names = namesOf(unnamed);
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_answer.series[i].label = names.at(i);
    }
    m_answer.heatMap = m_heatMap.take();
    return std::move(m_answer);
}

bool sharesMoments(const PanelSpec &spec)
{
    return spec.kind == PanelKind::TimeSeries && spec.style == LineStyle::Stacked;
}

} // namespace foretop::models
