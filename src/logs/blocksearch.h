// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/literalfinder.h"
#include "logs/textpattern.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// A record as it lies in a block of text, with its line ends.
struct RecordExtent
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t record = 0; ///< whatever number the block's records are known by
};

/// The raw text of a record in @p block: without the line ends at its end.
std::string_view rawIn(std::string_view block, const RecordExtent &record);

/// Where the records of one block are. Asked about the places of matches alone: most blocks have
/// none of what is rare.
class BlockRecords
{
public:
    virtual ~BlockRecords() = default;
    /// The record with the byte at @p place, or the last one for the block's end.
    virtual RecordExtent around(std::size_t place) = 0;
    /// The record that begins where another @p end s; nothing at the block's end.
    virtual std::optional<RecordExtent> from(std::size_t end) = 0;
};

/// Finds which records of a block of text have a pattern in them. One thread.
class BlockSearch
{
public:
    explicit BlockSearch(TextPattern pattern);

    const TextPattern &pattern() const { return m_scanner.pattern(); }

    /// The records of @p block that match, in order; valid until the next call. @p block may be
    /// changed: bytes that are not UTF-8, where they may not be. kScanPadding bytes after it must
    /// be readable.
    std::span<const RecordExtent> find(std::span<char> block, BlockRecords &records);
    /// The same in a block that is valid UTF-8 already, or need not be.
    std::span<const RecordExtent> find(std::string_view block, BlockRecords &records);

    /// For a record too large for a block: begin(), some pieces, end(). Fails with TooLarge.
    Result<void> begin() { return m_scanner.begin(); }
    /// Takes the next piece, of which the last few bytes may be left for the next one to start
    /// with: returns how many were taken.
    std::size_t add(std::span<char> piece, bool isLast);
    bool end() { return m_scanner.end(); }

private:
    void findLiteral(std::string_view block, BlockRecords &records);
    void scanBlock(std::string_view block, BlockRecords &records);
    void keepConfirmed(std::string_view block);

    TextScanner m_scanner;
    std::optional<LiteralFinder> m_literal;
    bool m_isAdapted = false;
    std::vector<RecordExtent> m_found;
};

} // namespace foretop::logs
