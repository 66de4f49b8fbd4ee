// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/evaluator.h"

#include <map>

namespace foretop::metrics {

/// The moments of an evaluation, numbered from 0.
struct Steps
{
    WallTime first{};
    Milliseconds step{1};
    std::size_t count = 0;

    WallTime at(std::size_t index) const { return first + step * static_cast<std::int64_t>(index); }
};

/// A series of an instant vector at all steps.
struct Track
{
    Labels labels;              ///< with the name
    std::vector<double> values; ///< one a step; kStaleMarker where the vector does not have it

    bool has(std::size_t step) const { return !isStaleMarker(values[step]); }
};
using Tracks = std::vector<Track>;

/// Empty when there is none.
std::string_view labelOf(const Labels &labels, std::string_view name);
/// An empty @p value removes the label.
void setLabel(Labels &labels, std::string_view name, std::string_view value);
void keepLabels(Labels &labels, const std::vector<std::string> &names);
void removeLabels(Labels &labels, const std::vector<std::string> &names);
void removeName(Labels &labels);
bool isLabelName(std::string_view text);
SeriesKey keyOf(const Labels &labels);

/// Makes the tracks of a result by their labels, within the limits.
class TrackBuilder
{
public:
    TrackBuilder(const EvaluationLimits &limits, std::size_t steps);

    /// The index of the track with @p labels, made when there is none.
    Result<std::size_t> track(const Labels &labels);
    bool has(std::size_t track, std::size_t step) const { return m_tracks[track].has(step); }
    /// Fails when the track has a value there: two series of one vector are alike.
    Result<void> set(std::size_t track, std::size_t step, double value);
    Tracks take() { return std::move(m_tracks); }

private:
    const EvaluationLimits &m_limits;
    const std::size_t m_steps;
    std::map<Labels, std::size_t> m_indexes;
    Tracks m_tracks;
};

/// Whether one more than @p tracks is within the limits.
Result<void> checkRoom(const EvaluationLimits &limits, std::size_t tracks, std::size_t steps);
/// Puts tracks with the same labels together; fails when two have a value at the same step.
Result<Tracks> united(Tracks tracks);
/// Fails when two tracks that have any value have the same labels.
Result<Tracks> distinct(Tracks tracks);

} // namespace foretop::metrics
