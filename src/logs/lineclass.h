// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/level.h"

namespace foretop::logs {

/// A line's Level as a number, or kContinuation for one that belongs to the record before.
using LineClass = std::uint8_t;
inline constexpr LineClass kContinuation = 7;
static_assert(kLevelCount <= kContinuation);

constexpr LineClass classOf(Level level)
{
    return static_cast<LineClass>(level);
}

} // namespace foretop::logs
