// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foretop::feeds {

/// What a feed carries. The name is the last part of its path: /feeds/<name>.
enum class FeedKind : std::uint8_t { Health, Metrics, Logs, Jobs, Errors };
inline constexpr std::array kFeedKinds = {FeedKind::Health, FeedKind::Metrics, FeedKind::Logs,
                                          FeedKind::Jobs, FeedKind::Errors};

std::string_view feedName(FeedKind kind);
std::optional<FeedKind> feedKindFromName(std::string_view name);

} // namespace foretop::feeds
