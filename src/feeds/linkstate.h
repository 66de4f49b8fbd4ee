// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

namespace foretop::feeds {

enum class LinkPhase : std::uint8_t {
    Connecting,  ///< first attempt under way; never been live
    Live,        ///< connected, hello or first plain message received
    Unreachable, ///< lost or not up yet; tries again by itself (transient)
    Refused,     ///< wrong token, unknown feed, wrong protocol: will not try again (persistent)
    Stopped,     ///< closed on request
};

/// The state of one link, as shown beside its source.
struct LinkState
{
    LinkPhase phase = LinkPhase::Connecting;
    WallTime since{};           ///< when this phase began
    std::optional<Error> error; ///< why, for Unreachable and Refused
    bool plain = false;         ///< the server speaks no foretop.feed/1 (plain mode)
};

/// What went through one link since it was opened; all only grow.
struct LinkCounters
{
    std::uint64_t frames = 0;
    std::uint64_t items = 0;
    std::uint64_t malformed = 0;  ///< frames and items that could not be read
    std::uint64_t dropped = 0;    ///< items that the server said it dropped or evicted
    std::uint64_t duplicates = 0; ///< items left out because they were had already
    std::uint64_t reconnects = 0;
};

} // namespace foretop::feeds
