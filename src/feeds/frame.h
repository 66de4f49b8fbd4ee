// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/strongtype.h"
#include "feeds/feedkind.h"

#include <string>
#include <variant>
#include <vector>

// The messages of foretop.feed/1, one JSON object in one WebSocket text frame each.
// docs/feed-protocol.md is their specification.
namespace foretop::feeds {

inline constexpr std::string_view kProtocol = "foretop.feed/1";
inline constexpr std::string_view kSubprotocol = "foretop.feed.1";
inline constexpr std::size_t kDefaultMaxFrameBytes = 4U << 20;

/// Numbers the items of one feed within one epoch, from 1.
using Seq = StrongNumber<struct SeqTag>;

struct Hello
{
    FeedKind feed = FeedKind::Health;
    std::string service;
    std::string host;
    std::string epoch;
    Seq first; ///< oldest item that the server still has
    Seq next;  ///< number that the next new item will get
    std::uint64_t window = 0;
    bool operator==(const Hello &) const = default;
};
struct Subscribe
{
    std::string epoch;                    ///< empty: from the newest `backlog` items
    Seq after;                            ///< last item that the client has
    std::optional<std::uint64_t> backlog; ///< server's default when absent
    std::string minLevel;                 ///< logs only; empty: all
    bool operator==(const Subscribe &) const = default;
};
struct Batch
{
    Seq seq;                        ///< of the first item
    std::vector<std::string> items; ///< each the JSON text of one item
    std::uint64_t dropped = 0;      ///< items that the server had to drop since the last batch
    bool operator==(const Batch &) const = default;
};
struct Ack
{
    Seq seq; ///< everything up to and with this item is stored
    bool operator==(const Ack &) const = default;
};
struct Gap
{
    Seq from;
    Seq to;
    std::string reason;
    bool operator==(const Gap &) const = default;
};
struct ErrorFrame
{
    std::string code;
    std::string message;
    bool operator==(const ErrorFrame &) const = default;
};

using Frame = std::variant<Hello, Subscribe, Batch, Ack, Gap, ErrorFrame>;

} // namespace foretop::feeds
