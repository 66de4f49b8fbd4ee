// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/strongtype.h"
#include "feeds/feedkind.h"

#include <optional>
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
    std::string epoch;                          ///< empty: from the newest `backlog` items
    Seq after;                                  ///< last item that the client has
    std::optional<std::uint64_t> backlog;       ///< server's default when absent
    std::string minLevel;                       ///< logs only; empty: all
    std::optional<std::uint64_t> maxFrameBytes; ///< client's limit, when below the server's
    bool operator==(const Subscribe &) const = default;
};
struct Batch
{
    Seq seq;                        ///< of the first item
    std::vector<std::string> items; ///< each the JSON text of one item
    std::uint64_t dropped = 0;      ///< items lost before they got a number, since the last batch
    std::uint64_t skipped = 0;      ///< items just before `seq` that the client's filter left out
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

/// Codes of ErrorFrame. A client tries again after any but those of isPersistent().
namespace errorcode {
inline constexpr std::string_view kDenied = "denied";
inline constexpr std::string_view kUnknownFeed = "unknown_feed";
inline constexpr std::string_view kUnknownLevel = "unknown_level";
inline constexpr std::string_view kMalformed = "malformed";
inline constexpr std::string_view kUnexpected = "unexpected";
inline constexpr std::string_view kBadAck = "bad_ack";
inline constexpr std::string_view kTooManyErrors = "too_many_errors";
inline constexpr std::string_view kTooManyClients = "too_many_clients";
inline constexpr std::string_view kNoSubscribe = "no_subscribe";
inline constexpr std::string_view kSilent = "silent";
inline constexpr std::string_view kShuttingDown = "shutting_down";

constexpr bool isPersistent(std::string_view code)
{
    return code == kDenied || code == kUnknownFeed || code == kUnknownLevel;
}
} // namespace errorcode

using Frame = std::variant<Hello, Subscribe, Batch, Ack, Gap, ErrorFrame>;

} // namespace foretop::feeds
