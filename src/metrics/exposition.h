// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "metrics/sample.h"

#include <forward_list>
#include <optional>
#include <span>

namespace foretop::metrics {

/// The Prometheus text format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/) or OpenMetrics 1.0
/// (https://github.com/prometheus/OpenMetrics, specification/OpenMetrics.md). Detect: OpenMetrics
/// when the text ends with "# EOF".
enum class ExpositionFormat : std::uint8_t { Detect, Prometheus, OpenMetrics };

/// What an HTTP Content-Type says; Detect when it is neither of the two.
ExpositionFormat expositionFormat(std::string_view contentType);
/// @p format, or what it is of @p text when that is to be detected.
bool isOpenMetrics(ExpositionFormat format, std::string_view text);

/// An example of what a sample counted, such as the trace of one slow request.
struct Exemplar
{
    std::size_t sample = 0; ///< index of the sample that it belongs to
    Labels labels;
    double value = 0;
    std::optional<WallTime> time = {};
};

/// What one exposition held.
struct Exposition
{
    std::vector<Family> families;
    std::vector<SeriesSample> samples;
    std::vector<Exemplar> exemplars; ///< in order of their samples
    std::uint64_t badLines = 0;      ///< lines that were left out
    std::vector<Error> firstErrors;  ///< of those, with line and column; at most kMaxErrorsKept
};
inline constexpr std::size_t kMaxErrorsKept = 10;
inline constexpr std::size_t kMaxLabels = 64;
inline constexpr std::size_t kMaxNameBytes = 1024;
inline constexpr std::size_t kMaxLabelValueBytes = 16'384;
inline constexpr std::size_t kMaxHelpBytes = 1024;

/// A label whose texts are held elsewhere.
using LabelView = std::pair<std::string_view, std::string_view>;

struct SampleView
{
    std::string_view name;
    std::uint32_t labelsBegin = 0; ///< see ExpositionView::labelsOf()
    std::uint32_t labelCount = 0;
    Sample sample;
};

struct FamilyView
{
    std::string_view name;
    FamilyType type = FamilyType::Unknown;
    std::string_view help;
    std::string_view unit;
};

/// What one exposition held, with its texts where they lie in the page, which must outlive it.
/// Those that are not written there as they are read, such as text with escapes, are kept in
/// @c texts. Memory: up to ten times the page, that of short labels.
struct ExpositionView
{
    std::vector<FamilyView> families;
    std::vector<SampleView> samples;
    std::vector<LabelView> labels;   ///< of all samples, one after the other
    std::vector<Exemplar> exemplars; ///< in order of their samples
    std::uint64_t badLines = 0;
    std::vector<Error> firstErrors;
    std::forward_list<std::string> texts;

    /// Sorted by name, names unique.
    std::span<const LabelView> labelsOf(const SampleView &sample) const
    {
        return std::span(labels).subspan(sample.labelsBegin, sample.labelCount);
    }
    SeriesKey keyOf(const SampleView &sample) const;
};
/// What is viewed, with texts of its own.
Exposition owned(ExpositionView view);

/// As parseExposition(), without memory for each sample: for what only looks at samples, or knows
/// their series already. @p text must outlive what it returns.
ExpositionView viewExposition(std::string_view text, WallTime now, std::string_view source,
                              ExpositionFormat format = ExpositionFormat::Detect);

/// Reads @p text as servers really write it. A sample without a timestamp gets @p now. Lines that
/// are not valid by themselves are counted and left out, the rest is kept; so are, in OpenMetrics,
/// lines after "# EOF", and its absence counts as a line. Rules between lines are not asked for.
///
/// Timestamps are in milliseconds, in OpenMetrics and where they have a fraction in seconds.
/// `_created` samples are samples as others, as in Prometheus. Quoted names of Prometheus 3 are
/// read too. Numbers too small for a double are 0, those too large are not valid.
Exposition parseExposition(std::string_view text, WallTime now, std::string_view source,
                           ExpositionFormat format = ExpositionFormat::Detect);

/// The same, but the first line that breaks any rule of its format, those between lines included,
/// is the error; see ExpositionRules.
Result<Exposition> parseStrict(std::string_view text, WallTime now, std::string_view source,
                               ExpositionFormat format = ExpositionFormat::Detect);

} // namespace foretop::metrics
