// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/lineends.h"

#include "metrics/bytechunk.h"

#include <algorithm>
#include <bit>

namespace foretop::metrics {
namespace {

constexpr std::size_t kStep = 4 * ByteChunk::kSize;

struct Found
{
    std::uint64_t lineFeeds = 0;
    std::uint32_t odd = 0; // not zero when a byte is not plain
};

Found look(const char *at, const char *end)
{
    Found found;
    for (unsigned part = 0; part < kStep; part += ByteChunk::kSize) {
        const ByteChunk chunk(std::min(at + part, end), end);
        found.lineFeeds |= static_cast<std::uint64_t>(chunk.are('\n')) << part;
        found.odd |= chunk.are('\\') | chunk.areBeyondAscii();
    }
    return found;
}

} // namespace

void LineEnds::find(std::string_view text)
{
    m_bytes = std::min(text.size(), kMaxBytes);
    const auto *end = text.data() + m_bytes;
    std::uint32_t odd = 0;
    auto *out = m_ends.data();
    for (std::size_t base = 0; base < m_bytes; base += kStep) {
        auto [bits, isOdd] = look(text.data() + base, end);
        odd |= isOdd;
        const auto count = std::popcount(bits);
        // Most steps hold two at most: to write these without asking is cheaper than a branch
        // that is often mispredicted.
        for (int i = 0; i < 2 || i < count; ++i) {
            out[i] =
                static_cast<std::uint16_t>(base + static_cast<unsigned>(std::countr_zero(bits)));
            bits &= bits - 1;
        }
        out += count;
    }
    m_count = static_cast<std::size_t>(out - m_ends.data());
    m_isPlain = odd == 0;
}

bool isPlain(std::string_view text)
{
    const auto *end = text.data() + text.size();
    std::uint32_t odd = 0;
    for (const auto *at = text.data(); at < end;
         at += std::min<std::ptrdiff_t>(ByteChunk::kSize, end - at)) {
        const ByteChunk chunk(at, end);
        odd |= chunk.are('\\') | chunk.areBeyondAscii();
    }
    return odd == 0;
}

} // namespace foretop::metrics
