// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/evaluator.h"

#include <variant>

namespace foretop::feeds {

/// What `query` and `query_range` answer.
struct QueryAnswer
{
    enum class Type : std::uint8_t { Matrix, Vector, Scalar, String };

    Type type = Type::Matrix;
    /// Of a vector each series has one sample, in the server's order; a scalar is one series
    /// without labels; a string has none.
    metrics::Matrix matrix;
    std::string text; ///< of a string
    /// The server's, and what was left out here (native histograms); at most kMaxWarnings.
    std::vector<std::string> warnings;
    bool mayBePartial = false; ///< the server warned, which a Thanos does when a store is away
};

/// Of `labels` and `label/<name>/values`, in the server's order.
struct NamesAnswer
{
    std::vector<std::string> names;
    std::vector<std::string> warnings;
};
struct SeriesAnswer
{
    std::vector<metrics::SeriesKey> series;
    std::vector<std::string> warnings;
};
/// By name; of a family that targets describe differently the first description.
struct MetadataAnswer
{
    std::vector<metrics::Family> families;
    std::vector<std::string> warnings;
};
struct BuildInfoAnswer
{
    std::string version; ///< empty where the server does not say
    std::string revision;
    std::vector<std::string> warnings;
};

struct AnswerLimits
{
    std::size_t maxSeries = 20'000;
    std::size_t maxSamples = 5'000'000;
    std::size_t maxNames = 500'000; ///< label names or values, families
    std::size_t maxLabels = 128;    ///< of a series
    std::size_t maxTextBytes = 16'384;
};
inline constexpr std::size_t kMaxWarnings = 20;
inline constexpr std::size_t kMaxWarningBytes = 1024;

// These read the bodies of the Prometheus HTTP API, version 1
// (https://prometheus.io/docs/prometheus/latest/querying/api/). Pure; any thread. An answer with
// "status": "error" becomes an Error with the server's words, and for an expression that it cannot
// parse with the place in it. What is beyond the limits is refused whole (TooLarge).
Result<QueryAnswer> decodeQuery(std::string_view body, std::string_view source,
                                const AnswerLimits &limits = {});
Result<NamesAnswer> decodeNames(std::string_view body, std::string_view source,
                                const AnswerLimits &limits = {});
Result<SeriesAnswer> decodeSeries(std::string_view body, std::string_view source,
                                  const AnswerLimits &limits = {});
Result<MetadataAnswer> decodeMetadata(std::string_view body, std::string_view source,
                                      const AnswerLimits &limits = {});
Result<BuildInfoAnswer> decodeBuildInfo(std::string_view body, std::string_view source);

/// The order of a Matrix: by labels, the name being the label "__name__".
bool precedes(const metrics::SeriesKey &a, const metrics::SeriesKey &b);

/// The error that @p body holds; nothing when it holds none.
std::optional<Error> decodeServerError(std::string_view body, std::string_view source);

} // namespace foretop::feeds
