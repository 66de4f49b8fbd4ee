// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobstore.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::jobs;

/// What the decoder lets through must come back as written, and merging it must not fail.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view json(reinterpret_cast<const char *>(data), size);
    const auto now = wallTimeFromMs(1'700'000'000'000);
    const auto job = decodeJob(json, now, "fuzz");
    JsonReader reader;
    if (const auto object = reader.parseObject(json, "fuzz")) {
        const auto update = decodeJobUpdate(*object, now, "fuzz");
        if (update) {
            mergeUpdate(mergeUpdate({}, *update), *update);
        }
    }
    if (!job) {
        return 0;
    }
    const auto again = decodeJob(encodeJob(*job), now, "fuzz");
    if (!again || *again != *job) {
        std::abort();
    }
    JobStore store;
    store.append("fuzz", *job);
    if (store.jobs().at(0).job != *job) {
        std::abort();
    }
    return 0;
}
