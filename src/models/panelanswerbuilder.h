// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/heatmapbuilder.h"
#include "models/seriespoints.h"

#include <set>

namespace foretop::models {

/// Puts an answer together: keeps the series with the largest values, so that of very many no more
/// are held than are shown.
class PanelAnswerBuilder
{
public:
    PanelAnswerBuilder(const PanelSpec &spec, const PanelWindow &window);

    void addProblem(PanelProblem problem) { m_answer.problems.append(std::move(problem)); }
    void addWarnings(const std::vector<std::string> &warnings);
    void add(int target, metrics::SeriesKey key, const metrics::ColumnSeries &drawn);
    /// As evaluated at the window's moments.
    void add(int target, const metrics::Matrix &matrix);
    PanelAnswer take();

private:
    /// Where a series goes, or null when others are larger or it has no value at all.
    PanelSeries *place(int target, metrics::SeriesKey key, const SeriesStatistics &statistics);

    const PanelSpec &m_spec;
    const PanelWindow &m_window;
    const std::size_t m_limit;
    const bool m_keepsPoints;
    const bool m_sharesMoments;
    HeatMapBuilder m_heatMap;
    PanelAnswer m_answer;
    std::set<std::pair<double, qsizetype>> m_bySize; // how large each of m_answer.series is
};

/// Whether series of the panel have their points at the same moments.
bool sharesMoments(const PanelSpec &spec);

} // namespace foretop::models
