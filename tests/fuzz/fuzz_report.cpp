// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/reportdecoder.h"

#include "health/healthstore.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::health;

/// What the decoder lets through must come back as written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view json(reinterpret_cast<const char *>(data), size);
    const auto now = wallTimeFromMs(1'700'000'000'000);
    const auto report = decodeReport(json, now, "fuzz");
    if (!report) {
        return 0;
    }
    const auto again = decodeReport(encodeReport(*report), now, "fuzz");
    if (!again || *again != *report) {
        std::abort();
    }
    HealthStore store;
    store.append("fuzz", *report);
    if (store.states().size() < report->checks.size()) {
        std::abort();
    }
    return 0;
}
