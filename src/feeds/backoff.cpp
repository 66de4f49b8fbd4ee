// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/backoff.h"

#include <algorithm>
#include <utility>

namespace foretop::feeds {

Backoff::Backoff(Milliseconds first, Milliseconds most, std::function<double()> random)
    : m_first(std::min(first, most))
    , m_most(most)
    , m_random(std::move(random))
    , m_bound(m_first)
{
}

Milliseconds Backoff::next()
{
    const double wait = m_random() * static_cast<double>(m_bound.count());
    m_bound = m_bound > m_most / 2 ? m_most : m_bound * 2;
    return Milliseconds(static_cast<std::int64_t>(wait));
}

void Backoff::reset()
{
    m_bound = m_first;
}

} // namespace foretop::feeds
