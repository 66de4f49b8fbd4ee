// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "feeds/plainmode.h"

#include <algorithm>
#include <cstdlib>

using namespace foretop;
using namespace foretop::feeds;

/// The first byte chooses the feed, and whether the rest is a plain message or items, one a line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const auto now = wallTimeFromMs(1'700'000'000'000);
    const FeedKind kind = kFeedKinds[data[0] / 2 % kFeedKinds.size()];
    std::string_view rest(reinterpret_cast<const char *>(data + 1), size - 1);
    DecodedItems decoded;
    if (data[0] % 2 == 1) {
        decoded = decodePlain(kind, rest, now, "fuzz");
    } else {
        std::vector<std::string> items;
        while (!rest.empty()) {
            items.emplace_back(takeUntil(rest, '\n'));
        }
        decoded = decodeItems(kind, items, now, "fuzz");
        if (kind != FeedKind::Metrics &&
            itemCount(decoded.items) + decoded.unreadable != items.size()) {
            std::abort();
        }
    }
    // Nothing is left out without a word, and the words are bounded.
    if (decoded.firstErrors.size() != std::min<std::uint64_t>(decoded.unreadable, 10)) {
        std::abort();
    }
    for (const auto &error : decoded.firstErrors) {
        if (error.message.empty() || error.source != "fuzz") {
            std::abort();
        }
    }
    return 0;
}
