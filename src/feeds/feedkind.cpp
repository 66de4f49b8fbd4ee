// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedkind.h"

namespace foretop::feeds {

std::string_view feedName(FeedKind kind)
{
    switch (kind) {
    case FeedKind::Health:
        return "health";
    case FeedKind::Metrics:
        return "metrics";
    case FeedKind::Logs:
        return "logs";
    case FeedKind::Jobs:
        return "jobs";
    case FeedKind::Errors:
        return "errors";
    }
    return "unknown";
}

std::optional<FeedKind> feedKindFromName(std::string_view name)
{
    for (const FeedKind kind : kFeedKinds) {
        if (feedName(kind) == name) {
            return kind;
        }
    }
    return {};
}

} // namespace foretop::feeds
