// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/publisheditem.h"

#include <array>

// The bytes of a spool segment: a header of kSpoolHeaderBytes and records, one after the other.
// All numbers are little-endian.
//   header: "FTSPOOL1", epoch (64 bytes, NUL-padded), boot id (40 bytes), state (1 byte),
//           11 bytes of 0, CRC-32 of all before (4 bytes)
//   record: payload length (4), CRC-32 of the payload (4), payload
//   payload: seq (8), length of item (4), length of lost (4), item, lost, cursor
namespace foretop::feeds {

inline constexpr std::size_t kSpoolHeaderBytes = 128;

enum class SpoolState : std::uint8_t {
    Open,       ///< in use, or its process ended without a word
    Closed,     ///< written to the disk in whole
    Incomplete, ///< items were numbered that could not be written
};

struct SpoolHeader
{
    std::string epoch;
    std::string bootId; ///< of the machine's run in which the segment was written
    SpoolState state = SpoolState::Open;
};

std::array<char, kSpoolHeaderBytes> encodeSpoolHeader(const SpoolHeader &header);
std::optional<SpoolHeader> decodeSpoolHeader(std::string_view bytes);

/// Appends the record of @p item to @p out.
void appendSpoolRecord(std::string &out, const PublishedItem &item);

struct SpoolRecords
{
    std::vector<PublishedItem> items;
    std::size_t goodBytes = 0; ///< what the records that could be read take
    bool damaged = false;      ///< something cannot be read that is no write cut short
};

/// Reads the records of a segment (what follows its header) up to the first that is not whole.
SpoolRecords decodeSpoolRecords(std::string_view bytes);

} // namespace foretop::feeds
