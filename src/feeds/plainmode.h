// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feeditems.h"

namespace foretop::feeds {

/// Reads one message of a server that speaks no foretop.feed/1. Pure; any thread.
/// (docs/feed-protocol.md, "Plain mode".) @p now stands in for missing timestamps.
DecodedItems decodePlain(FeedKind kind, std::string_view message, WallTime now,
                         std::string_view source);

} // namespace foretop::feeds
