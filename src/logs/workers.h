// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace foretop::logs {

/// How many threads an operation uses when it is not told.
inline unsigned defaultWorkerCount()
{
    return std::clamp(std::thread::hardware_concurrency(), 1U, 64U);
}

/// Calls @p work(worker) on @p count threads, of which the calling one is the first, and returns
/// when all are done.
template <typename Work>
void runWorkers(unsigned count, const Work &work)
{
    std::vector<std::jthread> others;
    for (unsigned worker = 1; worker < count; ++worker) {
        others.emplace_back([&work, worker] { work(worker); });
    }
    work(0U);
}

} // namespace foretop::logs
