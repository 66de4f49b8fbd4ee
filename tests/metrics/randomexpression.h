// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

namespace foretop::metrics {

/// Writes expressions by chance, of the right types all through, about the metrics of a test. The
/// same seed gives the same.
class RandomExpression
{
public:
    RandomExpression(unsigned seed, std::vector<std::string> selectors,
                     std::vector<std::string> labels);

    std::string vector(int depth);
    std::string scalar(int depth);

private:
    int below(int count);
    bool oneIn(int count) { return below(count) == 0; }
    const std::string &any(const std::vector<std::string> &of);
    std::string shift();
    std::string range(int depth);
    std::string labelList();
    std::string binary(int depth);
    std::string aggregation(int depth);
    std::string call(int depth);
    std::string labelCall(int depth);

    std::mt19937 m_random;
    std::vector<std::string> m_selectors;
    std::vector<std::string> m_labels;
};

} // namespace foretop::metrics
