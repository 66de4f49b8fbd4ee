// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordset.h"

#include <algorithm>

namespace foretop::logs {
namespace {

constexpr std::uint64_t kPartSize = std::uint64_t{1} << 32;

std::uint32_t partOf(RecordNumber record)
{
    return static_cast<std::uint32_t>(record.value() / kPartSize);
}
std::uint32_t inPart(RecordNumber record)
{
    return static_cast<std::uint32_t>(record.value() % kPartSize);
}
RecordNumber numberOf(std::uint32_t part, std::uint32_t place)
{
    return RecordNumber(part * kPartSize + place);
}

} // namespace

void RecordSet::add(RecordNumber record)
{
    m_parts[partOf(record)].add(inPart(record));
}

void RecordSet::add(std::span<const RecordNumber> records)
{
    std::vector<std::uint32_t> places;
    while (!records.empty()) {
        const auto part = partOf(records.front());
        places.clear();
        for (; !records.empty() && partOf(records.front()) == part; records = records.subspan(1)) {
            places.push_back(inPart(records.front()));
        }
        m_parts[part].addMany(places.size(), places.data());
    }
}

void RecordSet::addRange(RecordNumber first, RecordNumber end)
{
    while (first < end) {
        const auto part = partOf(first);
        const auto next = std::min(numberOf(part, 0) + kPartSize, end);
        m_parts[part].addRange(inPart(first), next - numberOf(part, 0));
        first = next;
    }
}

bool RecordSet::contains(RecordNumber record) const
{
    const auto part = m_parts.find(partOf(record));
    return part != m_parts.end() && part->second.contains(inPart(record));
}

bool RecordSet::isEmpty() const
{
    return m_parts.empty();
}

std::uint64_t RecordSet::size() const
{
    std::uint64_t count = 0;
    for (const auto &[part, places] : m_parts) {
        count += places.cardinality();
    }
    return count;
}

RecordNumber RecordSet::at(std::uint64_t rank) const
{
    for (const auto &[part, places] : m_parts) {
        const auto count = places.cardinality();
        std::uint32_t place = 0;
        if (rank < count && places.select(static_cast<std::uint32_t>(rank), &place)) {
            return numberOf(part, place);
        }
        rank -= count;
    }
    return {};
}

std::uint64_t RecordSet::rankOf(RecordNumber record) const
{
    std::uint64_t rank = 0;
    for (const auto &[part, places] : m_parts) {
        if (part > partOf(record)) {
            break;
        }
        if (part < partOf(record)) {
            rank += places.cardinality();
        } else if (inPart(record) > 0) {
            rank += places.rank(inPart(record) - 1);
        }
    }
    return rank;
}

std::optional<RecordNumber> RecordSet::firstFrom(RecordNumber record) const
{
    for (auto part = m_parts.lower_bound(partOf(record)); part != m_parts.end(); ++part) {
        auto place = part->second.begin();
        if (part->first == partOf(record)) {
            place.equalorlarger(inPart(record));
        }
        if (place.i.has_value) {
            return numberOf(part->first, *place);
        }
    }
    return {};
}

std::vector<RecordNumber> RecordSet::between(RecordNumber first, RecordNumber end) const
{
    std::vector<RecordNumber> found;
    for (auto part = m_parts.lower_bound(partOf(first)); part != m_parts.end(); ++part) {
        auto place = part->second.begin();
        if (part->first == partOf(first)) {
            place.equalorlarger(inPart(first));
        }
        for (; place.i.has_value; ++place) {
            const auto number = numberOf(part->first, *place);
            if (number >= end) {
                return found;
            }
            found.push_back(number);
        }
    }
    return found;
}

// libroaring asserts that the two bitmaps it combines are not one.

RecordSet &RecordSet::operator|=(const RecordSet &other)
{
    if (&other == this) {
        return *this;
    }
    for (const auto &[part, places] : other.m_parts) {
        m_parts[part] |= places;
    }
    return *this;
}

RecordSet &RecordSet::operator&=(const RecordSet &other)
{
    if (&other == this) {
        return *this;
    }
    for (auto &[part, places] : m_parts) {
        const auto found = other.m_parts.find(part);
        places &= found == other.m_parts.end() ? Roaring() : found->second;
    }
    dropEmptyParts();
    return *this;
}

RecordSet &RecordSet::operator-=(const RecordSet &other)
{
    if (&other == this) {
        m_parts.clear();
        return *this;
    }
    for (auto &[part, places] : m_parts) {
        if (const auto found = other.m_parts.find(part); found != other.m_parts.end()) {
            places -= found->second;
        }
    }
    dropEmptyParts();
    return *this;
}

void RecordSet::dropEmptyParts()
{
    std::erase_if(m_parts, [](const auto &entry) { return entry.second.isEmpty(); });
}

bool RecordSet::operator==(const RecordSet &other) const
{
    return m_parts == other.m_parts;
}

std::size_t RecordSet::memoryBytes() const
{
    std::size_t bytes = sizeof *this;
    for (const auto &[part, places] : m_parts) {
        bytes += sizeof(Roaring) + places.getSizeInBytes(false);
    }
    return bytes;
}

} // namespace foretop::logs
