// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace foretop::session {

/// What of a session can change, as bits.
enum class Change : unsigned {
    Health = 1,
    Metrics = 2,
    Logs = 4,
    Jobs = 8,
    Errors = 16,
    Sources = 32,
    Links = 64,
};

/// Changes that the worker made and the GUI thread has not told yet. Thread-safe.
class ChangeSet
{
public:
    /// True when nothing was waiting: the GUI thread must be woken.
    bool add(Change change) { return m_bits.fetch_or(static_cast<unsigned>(change)) == 0; }

    class Taken
    {
    public:
        explicit Taken(unsigned bits)
            : m_bits(bits)
        {
        }
        bool isEmpty() const { return m_bits == 0; }
        bool contains(Change change) const { return (m_bits & static_cast<unsigned>(change)) != 0; }

    private:
        unsigned m_bits;
    };
    Taken take() { return Taken(m_bits.exchange(0)); }

private:
    std::atomic<unsigned> m_bits{0};
};

} // namespace foretop::session
