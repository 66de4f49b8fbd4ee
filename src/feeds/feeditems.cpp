// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feeditems.h"

#include "feeds/itemdecoder.h"

namespace foretop::feeds {

std::size_t itemCount(const Items &items)
{
    if (const auto *metrics = std::get_if<MetricsBatch>(&items)) {
        return metrics->samples.size();
    }
    return std::visit(
        [](const auto &list) -> std::size_t {
            if constexpr (requires { list.size(); }) {
                return list.size();
            } else {
                return 0;
            }
        },
        items);
}

DecodedItems decodeItems(FeedKind kind, const std::vector<std::string> &items, WallTime now,
                         std::string_view source)
{
    ItemDecoder decoder(kind, now, source);
    JsonReader reader;
    for (std::size_t index = 0; index < items.size(); ++index) {
        const auto element = reader.parse(items[index], source);
        if (element) {
            decoder.add(*element, index);
        } else if (kind == FeedKind::Logs) {
            // The text is there to be read by a person even if no parser can: an integer beyond
            // 64 bits, for one, is valid JSON.
            decoder.addText(items[index]);
        } else {
            decoder.reject(element.error(), index);
        }
    }
    return decoder.take();
}

} // namespace foretop::feeds
