// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/function.h"
#include "metrics/tracks.h"

namespace foretop::metrics {

/// What all parts of one evaluation share.
struct EvaluationRun
{
    const SampleSource &source;
    const EvaluationRange &range;
    const EvaluationLimits &limits;
    std::stop_token stop;
    std::size_t samplesRead = 0;

    /// Counts what was read; fails when it is too much or a stop was requested.
    Result<void> read(std::size_t samples);
};

/// Evaluates nodes at the steps of the range or, in a subquery, at its own.
class Evaluation
{
public:
    Evaluation(EvaluationRun &run, Steps steps);

    /// Of nodes of the type instant vector.
    Result<Tracks> vector(const Node &node);
    /// Of nodes of the type scalar: one value a step.
    Result<std::vector<double>> scalar(const Node &node);

private:
    using Samples = std::span<const Sample>;
    using SeriesVisitor = std::function<Result<void>(Labels &&labels, Samples samples)>;

    Result<Tracks> vectorOf(const VectorSelector &selector);
    Result<Tracks> vectorOf(const Negation &negation);
    Result<Tracks> vectorOf(const Binary &binary);
    Result<Tracks> vectorOf(const Aggregation &aggregation);
    Result<Tracks> vectorOf(const Call &call);
    Result<Tracks> vectorOf(const auto &) { return Tracks(); } // other types

    Result<std::vector<double>> scalarOf(const NumberLiteral &number);
    Result<std::vector<double>> scalarOf(const Negation &negation);
    Result<std::vector<double>> scalarOf(const Binary &binary);
    Result<std::vector<double>> scalarOf(const Call &call);
    Result<std::vector<double>> scalarOf(const auto &) { return std::vector<double>(); }

    /// Of "timestamp" directly over a selector, and of selectors themselves.
    Result<Tracks> select(const VectorSelector &selector, bool isTimestamp);
    using TrackVisitor = std::function<Result<void>(Labels &&labels, std::vector<double> &&values)>;
    /// Calls @p visit for each track of @p selector, in order of labels.
    Result<void> eachSelectedTrack(const VectorSelector &selector, bool isTimestamp,
                                   const TrackVisitor &visit);
    /// The same for a function of a range, the name still there; labels may occur twice without it.
    Result<void> eachWindowed(const Call &call, WindowFunction function, const TrackVisitor &visit);
    Result<Tracks> windows(const Call &call, WindowFunction function);
    /// What eachTrack() can do: its tracks need not be held to know that they differ.
    static bool isStream(const Node &node);
    Result<void> eachTrack(const Node &node, const TrackVisitor &visit);
    Result<Tracks> elements(const Call &call, ElementFunction function);
    Result<Tracks> absent(const Call &call);
    Result<Tracks> absentOverTime(const Call &call);
    Result<Tracks> histogramQuantile(const Call &call);
    Result<Tracks> timestamp(const Call &call);
    Result<Tracks> single(std::vector<double> values);

    /// Calls @p visit for each series of a range vector, with all samples that any step may see.
    Result<void> eachSeries(const Node &node, const SeriesVisitor &visit);
    Result<void> eachSelected(const VectorSelector &selector, Milliseconds before,
                              const SeriesVisitor &visit);
    Result<void> eachOfSubquery(const Subquery &subquery, const SeriesVisitor &visit);
    using WindowVisitor =
        std::function<void(std::size_t step, Samples samples, WallTime begin, WallTime end)>;
    /// Calls @p use for each step that has samples in its range.
    Result<void> eachWindow(const Node &node, Samples samples, const WindowVisitor &use);
    /// The scalar arguments among those of @p call, by argument and step.
    Result<std::vector<std::vector<double>>> parameters(const Call &call);

    WallTime reference(const TimeShift &shift, std::size_t step) const;

    EvaluationRun &m_run;
    const Steps m_steps;
};

} // namespace foretop::metrics
