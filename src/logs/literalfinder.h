// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foretop::logs {

/// Finds a text in another by two of its bytes, those that are rarest in a sample, 32 places at a
/// time; ASCII letters of either case may be the same. Unlike hyperscan it can go on from any place
/// at no cost, which is what counts for a text that is in most records. Needs AVX2. One thread.
class LiteralFinder
{
public:
    /// Whether it works on this processor.
    static bool isSupported();

    /// @p needle is not empty.
    LiteralFinder(std::string needle, bool isCaseSensitive);

    /// Chooses the bytes to look for by how often each is in @p sample.
    void adaptTo(std::string_view sample);

    /// The first place in @p text, from @p from on, that has the needle, or npos. kScanPadding
    /// bytes after the text must be readable.
    std::size_t find(std::string_view text, std::size_t from) const;

private:
    struct Probe
    {
        std::size_t at = 0;       // in the needle
        std::uint8_t byte = 0;    // lower-case when folded
        std::uint8_t foldBit = 0; // what to set in a byte before comparing it
    };

    Probe probeAt(std::size_t at) const;
    bool isAt(const char *place) const;

    std::string m_needle; // lower-case when not case-sensitive
    bool m_isCaseSensitive;
    std::uint64_t m_front = 0; // the first bytes of the needle
    std::uint64_t m_frontMask = 0;
    std::uint64_t m_frontFold = 0;
    Probe m_first;
    Probe m_second;
};

} // namespace foretop::logs
