// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/completion.h"
#include "metrics/evaluator.h"
#include "metrics/seriesstore.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::metrics;

namespace {

void fill(SeriesStore &store)
{
    for (std::int64_t i = 0; i < 20; ++i) {
        const auto value = static_cast<double>(i % 7);
        const auto time = wallTimeFromMs(1'700'000'000'000 + i * 15'000);
        const std::vector<SeriesSample> samples{
            {{"a", {{"b", "1"}}}, {time, value}},
            {{"a", {{"b", "2"}, {"c", "3"}}}, {time, value * value}},
            {{"h", {{"le", "1"}}}, {time, value}},
            {{"h", {{"le", "+Inf"}}}, {time, 2 * value}},
        };
        store.append("", samples);
    }
}

} // namespace

/// What parses prints as what parses to the same, and evaluates or says why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    static SeriesStore store;
    if (store.revision() == 0) {
        fill(store);
    }
    const auto completion = completeExpression(text, size / 2, store);
    if (completion.from > completion.to || completion.to > size) {
        std::abort();
    }
    const auto expression = parseExpression(text);
    if (!expression) {
        if (!expression.error().place.column && size <= kMaxExpressionBytes) {
            std::abort();
        }
        return 0;
    }
    const auto printed = expression->text();
    const auto again = parseExpression(printed);
    // Printed in full, it can be longer than what may be read.
    if (again ? !(*again == *expression) : printed.size() <= kMaxExpressionBytes) {
        std::abort();
    }
    const auto start = wallTimeFromMs(1'700'000'060'000);
    EvaluationLimits limits;
    limits.maxPoints = 20'000;
    (void)evaluate(*expression, store,
                   {start, start + std::chrono::minutes(3), std::chrono::seconds(30)}, {}, limits);
    return 0;
}
