// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <functional>

namespace foretop::feeds {

/// How long to wait before each attempt: exponential back-off with full jitter
/// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that the
/// clients of a server that comes back do not all come at once.
class Backoff
{
public:
    /// @p random returns numbers evenly spread over [0, 1).
    Backoff(Milliseconds first, Milliseconds most, std::function<double()> random);

    /// Anything between nothing and the bound, which is @p first at first, doubles with every
    /// call and stays at @p most.
    Milliseconds next();
    /// The bound is @p first again: an attempt succeeded.
    void reset();

private:
    const Milliseconds m_first;
    const Milliseconds m_most;
    const std::function<double()> m_random;
    Milliseconds m_bound;
};

} // namespace foretop::feeds
