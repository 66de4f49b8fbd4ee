// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/blocksearch.h"

#include "base/text.h"

#include <algorithm>

namespace foretop::logs {
namespace {

constexpr std::size_t kAdaptBytes = 32U << 10;

/// Bytes at the end of @p piece that begin a UTF-8 sequence and do not end it.
std::size_t unfinishedBytes(std::string_view piece)
{
    constexpr std::size_t kMostUnfinished = 3;
    for (std::size_t count = 1; count <= std::min(kMostUnfinished, piece.size()); ++count) {
        const auto byte = static_cast<unsigned char>(piece[piece.size() - count]);
        if (byte >= 0xC0) {
            const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return count < length ? count : 0;
        }
        if (byte < 0x80) {
            break;
        }
    }
    return 0;
}

} // namespace

std::string_view rawIn(std::string_view block, const RecordExtent &record)
{
    const auto raw = block.substr(record.begin, record.end - record.begin);
    return raw.substr(0, raw.find_last_not_of("\r\n") + 1);
}

BlockSearch::BlockSearch(TextPattern pattern)
    : m_scanner(std::move(pattern))
{
    if (auto bytes = this->pattern().plainBytes(); bytes && LiteralFinder::isSupported()) {
        m_literal.emplace(std::move(*bytes), this->pattern().query().isCaseSensitive);
    }
}

std::span<const RecordExtent> BlockSearch::find(std::span<char> block, BlockRecords &records)
{
    if (pattern().needsValidUtf8()) {
        replaceInvalidUtf8(block);
    }
    return find(std::string_view(block.data(), block.size()), records);
}

std::span<const RecordExtent> BlockSearch::find(std::string_view text, BlockRecords &records)
{
    m_found.clear();
    if (m_literal) {
        findLiteral(text, records);
    } else if (pattern().reach() == TextPattern::Reach::Whole) {
        for (auto record = records.from(0); record; record = records.from(record->end)) {
            m_found.push_back(*record);
        }
    } else {
        scanBlock(text, records);
    }
    if (pattern().reach() != TextPattern::Reach::Line) {
        keepConfirmed(text);
    }
    return m_found;
}

void BlockSearch::findLiteral(std::string_view block, BlockRecords &records)
{
    if (!m_isAdapted) {
        m_literal->adaptTo(block.substr(0, kAdaptBytes));
        m_isAdapted = true;
    }
    for (auto at = m_literal->find(block, 0); at != std::string_view::npos;
         at = m_literal->find(block, m_found.back().end)) {
        m_found.push_back(records.around(at));
    }
}

void BlockSearch::scanBlock(std::string_view block, BlockRecords &records)
{
    RecordExtent last;
    bool isAscending = true;
    m_scanner.scan(block, [&](std::size_t end) {
        if (end < last.begin || end >= last.end) {
            isAscending = isAscending && end >= last.begin;
            last = records.around(end);
            m_found.push_back(last);
        }
        return true;
    });
    const auto isBefore = [](const RecordExtent &a, const RecordExtent &b) {
        return a.begin < b.begin;
    };
    const auto isSame = [](const RecordExtent &a, const RecordExtent &b) {
        return a.begin == b.begin;
    };
    if (!isAscending) {
        std::sort(m_found.begin(), m_found.end(), isBefore);
    }
    m_found.erase(std::unique(m_found.begin(), m_found.end(), isSame), m_found.end());
}

void BlockSearch::keepConfirmed(std::string_view block)
{
    std::erase_if(
        m_found, [&](const RecordExtent &record) { return !m_scanner.isIn(rawIn(block, record)); });
}

std::size_t BlockSearch::add(std::span<char> piece, bool isLast)
{
    if (pattern().needsValidUtf8()) {
        if (!isLast) {
            piece = piece.first(piece.size() - unfinishedBytes({piece.data(), piece.size()}));
        }
        replaceInvalidUtf8(piece);
    }
    m_scanner.isFoundWith({piece.data(), piece.size()});
    return piece.size();
}

} // namespace foretop::logs
