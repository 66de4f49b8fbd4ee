// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesstore.h"

#include "metrics/exposition.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::metrics;

/// What the parser lets through must be found again in a store.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto exposition = parseExposition(text, wallTimeFromMs(1'700'000'000'000), "fuzz");
    SeriesStore store;
    store.describe(exposition.families);
    store.append("fuzz", exposition.samples);
    store.families();
    if (store.outOfOrder() > 0) {
        return 0;
    }
    for (const auto &[key, sample] : exposition.samples) {
        if (store.query(key.name, key.labels, sample.time, sample.time).empty()) {
            std::abort();
        }
    }
    return 0;
}
