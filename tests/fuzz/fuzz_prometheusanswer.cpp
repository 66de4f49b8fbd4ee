// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/prometheusanswer.h"

#include <cstdlib>

using namespace foretop::feeds;

/// Whatever a server says: what the decoder lets through is in order and within its limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view body(reinterpret_cast<const char *>(data), size);
    const AnswerLimits limits{.maxSeries = 100,
                              .maxSamples = 1000,
                              .maxNames = 100,
                              .maxLabels = 10,
                              .maxTextBytes = 500};
    const auto answer = decodeQuery(body, "fuzz", limits);
    if (answer) {
        std::size_t samples = 0;
        for (std::size_t i = 0; i < answer->matrix.size(); ++i) {
            const auto &series = answer->matrix[i];
            samples += series.samples.size();
            const bool isMatrix = answer->type == QueryAnswer::Type::Matrix;
            if (isMatrix && i > 0 && !precedes(answer->matrix[i - 1].key, series.key)) {
                std::abort();
            }
        }
        if (samples > limits.maxSamples || answer->matrix.size() > limits.maxSeries ||
            answer->warnings.size() > kMaxWarnings) {
            std::abort();
        }
    }
    decodeNames(body, "fuzz", limits);
    decodeSeries(body, "fuzz", limits);
    decodeMetadata(body, "fuzz", limits);
    decodeBuildInfo(body, "fuzz");
    decodeServerError(body, "fuzz");
    return 0;
}
