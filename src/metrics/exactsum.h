// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace foretop::metrics {

/// A sum that keeps what rounding takes from it (Neumaier 1974).
class ExactSum
{
public:
    void add(double value)
    {
        const double next = m_sum + value;
        const bool isSumLarger = std::abs(m_sum) >= std::abs(value);
        m_lost += isSumLarger ? (m_sum - next) + value : (value - next) + m_sum;
        m_sum = next;
    }
    void add(const ExactSum &other)
    {
        add(other.m_sum);
        m_lost += other.m_lost;
    }
    double head() const { return m_sum; }
    double value() const { return std::isinf(m_sum) ? m_sum : m_sum + m_lost; }
    double corrected() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

} // namespace foretop::metrics
