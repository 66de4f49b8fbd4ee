// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Before <compare> or <concepts>, which moc 6.4 cannot read as the first standard header.
#include <cstddef>

#include <compare>
#include <cstdint>
#include <functional>

namespace foretop {

/// A number that does not mix with other numbers: @p Tag names what it counts.
/// Differences of two such numbers are plain numbers.
template <typename Tag, typename T = std::uint64_t>
class StrongNumber
{
public:
    using Value = T;

    constexpr StrongNumber() = default;
    constexpr explicit StrongNumber(T value)
        : m_value(value)
    {
    }

    constexpr T value() const { return m_value; }
    constexpr auto operator<=>(const StrongNumber &) const = default;
    constexpr StrongNumber &operator++()
    {
        ++m_value;
        return *this;
    }
    constexpr StrongNumber operator+(T distance) const { return StrongNumber(m_value + distance); }
    constexpr T operator-(StrongNumber other) const { return m_value - other.m_value; }

private:
    T m_value{};
};

} // namespace foretop

template <typename Tag, typename T>
struct std::hash<foretop::StrongNumber<Tag, T>>
{
    std::size_t operator()(foretop::StrongNumber<Tag, T> number) const noexcept
    {
        return std::hash<T>{}(number.value());
    }
};
