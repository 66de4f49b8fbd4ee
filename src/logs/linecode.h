// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace foretop::logs {

/// What the index keeps of one line in a chunk: how many bytes after the start of the line before
/// it starts, and its class.
class CodedLine
{
public:
    static constexpr unsigned kClassBits = 3;
    static constexpr unsigned kGapBits = 23;

    constexpr CodedLine() = default;
    constexpr CodedLine(std::uint32_t gap, std::uint8_t lineClass)
        : m_value(gap << kClassBits | lineClass)
    {
    }
    static constexpr CodedLine fromValue(std::uint32_t value)
    {
        return {value >> kClassBits, static_cast<std::uint8_t>(value & ((1U << kClassBits) - 1))};
    }

    constexpr std::uint32_t gap() const { return m_value >> kClassBits; }
    constexpr std::uint8_t lineClass() const { return m_value & ((1U << kClassBits) - 1); }
    /// Both as one number of kGapBits + kClassBits bits.
    constexpr std::uint32_t value() const { return m_value; }
    constexpr bool operator==(const CodedLine &) const = default;

private:
    std::uint32_t m_value = 0;
};

/// A prefix code (Huffman 1952; canonical as in RFC 1951, 3.2.2, first bit highest) for the lines
/// of one chunk. Lines that occur once, or with a gap of kSymbolGapEnd or more, are written out
/// after an escape code.
class LineCode
{
public:
    static constexpr std::uint32_t kSymbolGapEnd = 1U << 13;
    static constexpr unsigned kMaxCodeBits = 15;

    std::size_t memoryBytes() const { return sizeof *this + m_symbols.capacity() * 2; }

private:
    friend class LineEncoder;
    friend class LineDecoder;

    // Codes of b bits are the numbers below m_ends[b] (as 16 bits, left-aligned) that no shorter
    // code takes; the n-th code overall is m_symbols[n].
    std::array<std::uint32_t, kMaxCodeBits + 1> m_ends{};
    std::array<std::uint32_t, kMaxCodeBits + 1> m_firstIndex{};
    std::uint32_t m_escapeIndex = 0;
    std::vector<std::uint16_t> m_symbols;
};

/// Makes a LineCode for some lines and writes them with it. Keeps its tables; one thread.
class LineEncoder
{
public:
    LineEncoder();

    /// Writes @p lines to @p words as one run of bits; @p blockBits gets the place of each
    /// @p blockLines-th line. Returns the code to read them with.
    LineCode encode(std::span<const CodedLine> lines, std::size_t blockLines,
                    std::vector<std::uint64_t> &words, std::vector<std::uint32_t> &blockBits);

    /// How many of the lines encoded last are of each class.
    using ClassCounts = std::array<std::uint32_t, 1U << CodedLine::kClassBits>;
    const ClassCounts &classCounts() const { return m_classCounts; }

private:
    struct Leaf
    {
        std::uint32_t count;
        std::uint32_t symbol;
    };

    void countSymbols(std::span<const CodedLine> lines);
    void assignLengths();
    LineCode makeCode();

    std::vector<std::uint32_t> m_counts; // by symbol; all 0 between calls
    std::vector<std::uint32_t> m_codes;  // by symbol: code << 4 | bits
    std::vector<Leaf> m_leaves;          // in order of falling count
    std::vector<std::uint8_t> m_lengths; // of the code of each leaf
    std::vector<std::uint32_t> m_nodeCounts;
    std::vector<std::uint32_t> m_parents;
    ClassCounts m_classCounts{};
};

/// Reads lines from a place in the bits on. Cheap to make.
class LineDecoder
{
public:
    LineDecoder(const LineCode &code, std::span<const std::uint64_t> words, std::uint32_t bit)
        : m_code(code)
        , m_words(words.data())
        , m_bit(bit)
    {
    }
    /// There must be a further line.
    CodedLine next();

private:
    std::uint64_t peek() const;

    const LineCode &m_code;
    const std::uint64_t *m_words;
    std::uint64_t m_bit;
};

} // namespace foretop::logs
