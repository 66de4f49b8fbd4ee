// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/errorstore.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::errors;

/// What the decoder lets through must come back as written and stay in its group.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view json(reinterpret_cast<const char *>(data), size);
    const auto now = wallTimeFromMs(1'700'000'000'000);
    const auto event = decodeErrorEvent(json, now, "fuzz");
    if (!event) {
        return 0;
    }
    const auto again = decodeErrorEvent(encodeErrorEvent(*event), now, "fuzz");
    if (!again || *again != *event) {
        std::abort();
    }
    ErrorStore store;
    store.append("fuzz", *event);
    store.append("fuzz", *again);
    const auto groups = store.groups();
    if (groups.size() != 1 || groups[0].count != 2) {
        std::abort();
    }
    return 0;
}
