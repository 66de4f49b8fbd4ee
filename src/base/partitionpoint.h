// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>

namespace foretop {

/// The first of the numbers from 0 up to @p count for which @p before is false, else @p count.
/// @p before holds for none after one for which it does not. The algorithms of std::ranges over
/// std::views::iota say the same, but clang 14 does not compile them with libstdc++ 12.
template <std::integral Number, std::predicate<Number> Before>
constexpr Number partitionPoint(Number count, Before before)
{
    Number first = 0;
    while (first < count) {
        const Number middle = first + (count - first) / 2;
        if (before(middle)) {
            first = middle + 1;
        } else {
            count = middle;
        }
    }
    return first;
}

} // namespace foretop
