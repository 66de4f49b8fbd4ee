// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace foretop::logs {

/// How far an operation has come, in bytes of its input.
struct Progress
{
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0 when not known, as for a pipe
};

/// Told by an operation as it goes, from the thread that runs it or one of its workers, one call
/// at a time. May be empty.
using ProgressFunction = std::function<void(Progress)>;

} // namespace foretop::logs
