// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/linecode.h"

#include <algorithm>
#include <utility>

namespace foretop::logs {
namespace {

constexpr std::uint32_t kSymbolCount = LineCode::kSymbolGapEnd << CodedLine::kClassBits;
constexpr std::uint32_t kEscape = kSymbolCount;
constexpr unsigned kEscapedBits = CodedLine::kGapBits + CodedLine::kClassBits;

std::uint32_t symbolOf(CodedLine line)
{
    return std::min(line.value(), kEscape);
}

/// Writes bits into words, the first bit highest.
class BitWriter
{
public:
    explicit BitWriter(std::uint64_t *words)
        : m_begin(words)
        , m_next(words)
    {
    }
    std::uint32_t position() const
    {
        return static_cast<std::uint32_t>((m_next - m_begin) * 64) + m_held;
    }
    /// @p count is at most 32; bits of @p value above it are 0.
    void put(std::uint64_t value, unsigned count)
    {
        m_held += count;
        if (m_held < 64) {
            m_word |= value << (64 - m_held);
            return;
        }
        m_held -= 64;
        *m_next++ = m_word | value >> m_held;
        m_word = m_held == 0 ? 0 : value << (64 - m_held);
    }
    /// Ends with a word more than is used, so that a reader may always look at two.
    std::uint64_t *finish()
    {
        *m_next++ = m_word;
        *m_next++ = 0;
        return m_next;
    }

private:
    const std::uint64_t *const m_begin;
    std::uint64_t *m_next;
    std::uint64_t m_word = 0;
    unsigned m_held = 0;
};

} // namespace

LineEncoder::LineEncoder()
    : m_counts(kSymbolCount + 1)
    , m_codes(kSymbolCount + 1)
{
}

LineCode LineEncoder::encode(std::span<const CodedLine> lines, std::size_t blockLines,
                             std::vector<std::uint64_t> &words,
                             std::vector<std::uint32_t> &blockBits)
{
    countSymbols(lines);
    assignLengths();
    auto code = makeCode();

    words.resize(lines.size() * (LineCode::kMaxCodeBits + kEscapedBits) / 64 + 3);
    blockBits.clear();
    BitWriter bits(words.data());
    for (std::size_t first = 0; first < lines.size(); first += blockLines) {
        blockBits.push_back(bits.position());
        for (const auto line : lines.subspan(first, std::min(blockLines, lines.size() - first))) {
            const auto symbol = symbolOf(line);
            const auto entry = m_codes[symbol];
            if (entry != 0 && symbol != kEscape) [[likely]] {
                bits.put(entry >> 4, entry & 15);
                continue;
            }
            bits.put(m_codes[kEscape] >> 4, m_codes[kEscape] & 15);
            bits.put(line.value(), kEscapedBits);
        }
    }
    words.resize(static_cast<std::size_t>(bits.finish() - words.data()));
    for (const auto &leaf : m_leaves) {
        m_codes[leaf.symbol] = 0;
    }
    return code;
}

void LineEncoder::countSymbols(std::span<const CodedLine> lines)
{
    m_leaves.clear();
    m_classCounts.fill(0);
    for (const auto line : lines) {
        const auto symbol = symbolOf(line);
        if (m_counts[symbol]++ == 0) [[unlikely]] {
            m_leaves.push_back({0, symbol});
        }
        if (symbol == kEscape) [[unlikely]] {
            ++m_classCounts[line.lineClass()];
        }
    }
    std::uint32_t escaped = std::max(1U, m_counts[kEscape]);
    for (auto &leaf : m_leaves) {
        leaf.count = std::exchange(m_counts[leaf.symbol], 0);
        if (leaf.symbol == kEscape) {
            leaf.count = 0;
            continue;
        }
        m_classCounts[CodedLine::fromValue(leaf.symbol).lineClass()] += leaf.count;
        escaped += leaf.count == 1 ? 1 : 0;
    }
    std::erase_if(m_leaves, [](const Leaf &leaf) { return leaf.count < 2; });
    m_leaves.push_back({escaped, kEscape});
    std::sort(m_leaves.begin(), m_leaves.end(), [](const Leaf &a, const Leaf &b) {
        return a.count != b.count ? a.count > b.count : a.symbol < b.symbol;
    });
}

/// The two-queue construction over leaves in order of count, with counts flattened until no code
/// is longer than kMaxCodeBits.
void LineEncoder::assignLengths()
{
    const auto leafCount = m_leaves.size();
    m_lengths.assign(leafCount, 1);
    for (unsigned flatten = 0; leafCount > 1; ++flatten) {
        m_nodeCounts.clear();
        m_parents.assign(2 * leafCount - 1, 0);
        // Nodes are numbered as they are taken in: leaves from the rarest, then inner nodes.
        for (auto leaf = m_leaves.rbegin(); leaf != m_leaves.rend(); ++leaf) {
            m_nodeCounts.push_back((leaf->count >> flatten) + 1);
        }
        std::size_t nextLeaf = 0;
        std::size_t nextInner = leafCount;
        const auto takeRarest = [&] {
            const bool isLeaf =
                nextInner == m_nodeCounts.size() ||
                (nextLeaf < leafCount && m_nodeCounts[nextLeaf] <= m_nodeCounts[nextInner]);
            return isLeaf ? nextLeaf++ : nextInner++;
        };
        for (std::size_t inner = leafCount; inner < 2 * leafCount - 1; ++inner) {
            const auto one = takeRarest();
            const auto other = takeRarest();
            m_parents[one] = m_parents[other] = static_cast<std::uint32_t>(inner);
            m_nodeCounts.push_back(m_nodeCounts[one] + m_nodeCounts[other]);
        }
        auto &depths = m_nodeCounts;
        depths.back() = 0;
        for (auto node = 2 * leafCount - 2; node-- > 0;) {
            depths[node] = depths[m_parents[node]] + 1;
        }
        for (std::size_t i = 0; i < leafCount; ++i) {
            m_lengths[i] =
                static_cast<std::uint8_t>(std::min<std::uint32_t>(depths[leafCount - 1 - i], 255));
        }
        if (m_lengths.back() <= LineCode::kMaxCodeBits) {
            break;
        }
    }
}

LineCode LineEncoder::makeCode()
{
    LineCode code;
    code.m_symbols.reserve(m_leaves.size());
    std::uint32_t next = 0;
    std::size_t leaf = 0;
    for (unsigned bits = 1; bits <= LineCode::kMaxCodeBits; ++bits) {
        next <<= 1;
        // What to add to a code of this length to get its place in m_symbols, modulo 2^32.
        code.m_firstIndex[bits] = static_cast<std::uint32_t>(leaf) - next;
        for (; leaf < m_leaves.size() && m_lengths[leaf] == bits; ++leaf, ++next) {
            const auto symbol = m_leaves[leaf].symbol;
            m_codes[symbol] = next << 4 | bits;
            if (symbol == kEscape) {
                code.m_escapeIndex = static_cast<std::uint32_t>(leaf);
            }
            code.m_symbols.push_back(static_cast<std::uint16_t>(symbol));
        }
        code.m_ends[bits] = next << (16 - bits);
    }
    return code;
}

std::uint64_t LineDecoder::peek() const
{
    const auto *word = m_words + m_bit / 64;
    const auto shift = m_bit % 64;
    return word[0] << shift | (word[1] >> 1) >> (63 - shift);
}

CodedLine LineDecoder::next()
{
    auto bits = peek();
    const auto window = static_cast<std::uint32_t>(bits >> 48);
    unsigned length = 1;
    while (window >= m_code.m_ends[length]) {
        ++length;
    }
    const auto index = m_code.m_firstIndex[length] + (window >> (16 - length));
    m_bit += length;
    std::uint32_t value = 0;
    if (index == m_code.m_escapeIndex) {
        value = static_cast<std::uint32_t>(peek() >> (64 - kEscapedBits));
        m_bit += kEscapedBits;
    } else {
        value = m_code.m_symbols[index];
    }
    return CodedLine::fromValue(value);
}

} // namespace foretop::logs
