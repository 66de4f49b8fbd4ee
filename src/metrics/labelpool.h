// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace foretop::metrics {

/// Holds each text once for all who use it, such as the label names and values that series have
/// in common. Not thread-safe.
class LabelPool
{
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Uses = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

public:
    /// Valid until it was released as often as it was taken. Same text, same pointer.
    using Text = const std::string *;

    Text take(std::string_view text);
    void release(Text text);
    /// The pointer that take() would give; null when nobody uses @p text.
    Text find(std::string_view text) const;
    /// Memory held.
    std::size_t bytes() const { return m_bytes; }

private:
    static std::size_t bytesOf(const std::string &text);

    Uses m_uses;
    std::size_t m_bytes = 0;
};

} // namespace foretop::metrics
