// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include <roaring/roaring.hh>

namespace foretop::logs {

/// A set of record numbers, compressed (Roaring bitmaps, Chambi et al. 2016): a bit or less for
/// each record of the range it covers. A value; reading is for any thread.
class RecordSet
{
public:
    void add(RecordNumber record);
    /// @p records ascend; the fastest way to add many.
    void add(std::span<const RecordNumber> records);
    /// [first, end)
    void addRange(RecordNumber first, RecordNumber end);

    bool contains(RecordNumber record) const;
    bool isEmpty() const;
    std::uint64_t size() const;
    /// The record that has @p rank others of the set before it; @p rank must be below size().
    RecordNumber at(std::uint64_t rank) const;
    /// How many records of the set come before @p record.
    std::uint64_t rankOf(RecordNumber record) const;
    /// The first of the set that is not before @p record.
    std::optional<RecordNumber> firstFrom(RecordNumber record) const;
    /// All of the set in [first, end), in order.
    std::vector<RecordNumber> between(RecordNumber first, RecordNumber end) const;

    RecordSet &operator|=(const RecordSet &other);
    RecordSet &operator&=(const RecordSet &other);
    RecordSet &operator-=(const RecordSet &other);
    bool operator==(const RecordSet &other) const;

    std::size_t memoryBytes() const;

private:
    void dropEmptyParts();

    // By the upper 32 bits of the number; none is empty.
    std::map<std::uint32_t, Roaring> m_parts;
};

} // namespace foretop::logs
