// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/tracks.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

auto findLabel(auto &labels, std::string_view name)
{
    return std::find_if(labels.begin(), labels.end(),
                        [name](const auto &label) { return label.first == name; });
}

bool contains(const std::vector<std::string> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

tl::unexpected<Error> failAlike(const Labels &labels)
{
    return fail(ErrorCode::Malformed,
                fmt::format("two series would have the same labels {}: keep labels apart by an "
                            "aggregation or matchers",
                            keyOf(labels).text()));
}

} // namespace

std::string_view labelOf(const Labels &labels, std::string_view name)
{
    const auto found = findLabel(labels, name);
    return found == labels.end() ? std::string_view() : found->second;
}

void setLabel(Labels &labels, std::string_view name, std::string_view value)
{
    const auto found = findLabel(labels, name);
    if (found != labels.end() && value.empty()) {
        labels.erase(found);
    } else if (found != labels.end()) {
        found->second = value;
    } else if (!value.empty()) {
        const auto place = std::find_if(labels.begin(), labels.end(),
                                        [name](const auto &label) { return label.first > name; });
        labels.emplace(place, name, value);
    }
}

void keepLabels(Labels &labels, const std::vector<std::string> &names)
{
    std::erase_if(labels, [&names](const auto &label) { return !contains(names, label.first); });
}

void removeLabels(Labels &labels, const std::vector<std::string> &names)
{
    std::erase_if(labels, [&names](const auto &label) { return contains(names, label.first); });
}

void removeName(Labels &labels)
{
    setLabel(labels, kNameLabel, {});
}

bool isLabelName(std::string_view text)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !text.empty() && isLetter(text[0]) &&
           std::all_of(text.begin(), text.end(),
                       [isLetter](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

SeriesKey keyOf(const Labels &labels)
{
    SeriesKey key{std::string(labelOf(labels, kNameLabel)), labels};
    removeName(key.labels);
    return key;
}

TrackBuilder::TrackBuilder(const EvaluationLimits &limits, std::size_t steps)
    : m_limits(limits)
    , m_steps(steps)
{
}

Result<std::size_t> TrackBuilder::track(const Labels &labels)
{
    const auto found = m_indexes.find(labels);
    if (found != m_indexes.end()) {
        return found->second;
    }
    if (auto room = checkRoom(m_limits, m_tracks.size(), m_steps); !room) {
        return tl::unexpected(std::move(room.error()));
    }
    m_indexes.emplace(labels, m_tracks.size());
    m_tracks.push_back({labels, std::vector<double>(m_steps, kStaleMarker)});
    return m_tracks.size() - 1;
}

Result<void> TrackBuilder::set(std::size_t track, std::size_t step, double value)
{
    auto &place = m_tracks[track].values[step];
    if (!isStaleMarker(place)) {
        return failAlike(m_tracks[track].labels);
    }
    place = value;
    return {};
}

Result<void> checkRoom(const EvaluationLimits &limits, std::size_t tracks, std::size_t steps)
{
    if (tracks >= limits.maxSeries) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("more than {} series (maxSeries)", limits.maxSeries));
    }
    if ((tracks + 1) * steps > limits.maxPoints) {
        return fail(
            ErrorCode::TooLarge,
            fmt::format("more than {} points, series times moments (maxPoints)", limits.maxPoints));
    }
    return {};
}

Result<Tracks> united(Tracks tracks)
{
    std::map<Labels, std::size_t> indexes;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const auto [found, isNew] = indexes.emplace(tracks[i].labels, kept);
        if (isNew) {
            if (kept != i) {
                tracks[kept] = std::move(tracks[i]);
            }
            ++kept;
            continue;
        }
        auto &into = tracks[found->second];
        for (std::size_t step = 0; step < into.values.size(); ++step) {
            if (!tracks[i].has(step)) {
                continue;
            }
            if (into.has(step)) {
                return failAlike(into.labels);
            }
            into.values[step] = tracks[i].values[step];
        }
    }
    tracks.resize(kept);
    return tracks;
}

Result<Tracks> distinct(Tracks tracks)
{
    std::erase_if(tracks, [](const Track &track) {
        return std::all_of(track.values.begin(), track.values.end(), isStaleMarker);
    });
    std::map<Labels, std::size_t> indexes;
    for (const auto &track : tracks) {
        if (!indexes.emplace(track.labels, 0).second) {
            return failAlike(track.labels);
        }
    }
    return tracks;
}

} // namespace foretop::metrics
