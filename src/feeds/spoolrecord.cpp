// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/spoolrecord.h"

#include <algorithm>

#include <zlib.h>

namespace foretop::feeds {
namespace {

constexpr std::string_view kMagic = "FTSPOOL1";
constexpr std::size_t kEpochBytes = 64;
constexpr std::size_t kBootIdBytes = 40;
constexpr std::size_t kStateAt = kMagic.size() + kEpochBytes + kBootIdBytes;
constexpr std::size_t kHeaderCrcAt = kSpoolHeaderBytes - 4;
constexpr std::size_t kRecordHeadBytes = 8;
constexpr std::size_t kPayloadHeadBytes = 16;
/// How often each byte may be read while looking for records behind a broken one.
constexpr std::size_t kMaxChecks = 16;

void appendNumber(std::string &out, std::uint64_t value, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; ++i) {
        out += static_cast<char>(value >> (8 * i) & 0xFF);
    }
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t length)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
        value |= std::uint64_t(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

std::uint32_t crcOf(std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size()));
}

std::string textAt(std::string_view bytes, std::size_t at, std::size_t length)
{
    const auto field = bytes.substr(at, length);
    return std::string(field.substr(0, field.find('\0')));
}

/// What may be the payload of a record at the front of @p bytes: its lengths fit.
std::optional<std::string_view> payloadAt(std::string_view bytes)
{
    if (bytes.size() < kRecordHeadBytes + kPayloadHeadBytes) {
        return {};
    }
    const auto length = numberAt(bytes, 0, 4);
    if (length < kPayloadHeadBytes || length > bytes.size() - kRecordHeadBytes) {
        return {};
    }
    const auto payload = bytes.substr(kRecordHeadBytes, length);
    const auto itemAndLost = numberAt(payload, 8, 4) + numberAt(payload, 12, 4);
    if (itemAndLost > length - kPayloadHeadBytes) {
        return {};
    }
    return payload;
}

/// Whether @p payload is what the record at the front of @p bytes was written with.
bool isWhole(std::string_view payload, std::string_view bytes)
{
    return crcOf(payload) == numberAt(bytes, 4, 4);
}

PublishedItem itemFrom(std::string_view payload)
{
    const auto item = numberAt(payload, 8, 4);
    const auto lost = numberAt(payload, 12, 4);
    const auto texts = payload.substr(kPayloadHeadBytes);
    return {.seq = Seq(numberAt(payload, 0, 8)),
            .item = std::string(texts.substr(0, item)),
            .cursor = std::string(texts.substr(item + lost)),
            .lost = std::string(texts.substr(item, lost))};
}

/// Whether a whole record starts anywhere in @p rest: then what is before it is no write cut
/// short, since records are only ever appended. Bytes that would take too long to tell are none
/// either.
bool holdsRecord(std::string_view rest)
{
    auto budget = kMaxChecks * rest.size();
    for (std::size_t at = 0; at + kRecordHeadBytes < rest.size(); ++at) {
        const auto bytes = rest.substr(at);
        const auto payload = payloadAt(bytes);
        if (!payload) {
            continue;
        }
        if (payload->size() > budget || isWhole(*payload, bytes)) {
            return true;
        }
        budget -= payload->size();
    }
    return false;
}

} // namespace

std::array<char, kSpoolHeaderBytes> encodeSpoolHeader(const SpoolHeader &header)
{
    std::array<char, kSpoolHeaderBytes> bytes{};
    std::copy(kMagic.begin(), kMagic.end(), bytes.begin());
    header.epoch.copy(bytes.data() + kMagic.size(), kEpochBytes);
    header.bootId.copy(bytes.data() + kMagic.size() + kEpochBytes, kBootIdBytes);
    bytes[kStateAt] = static_cast<char>(header.state);
    std::string crc;
    appendNumber(crc, crcOf({bytes.data(), kHeaderCrcAt}), 4);
    std::copy(crc.begin(), crc.end(), bytes.begin() + kHeaderCrcAt);
    return bytes;
}

std::optional<SpoolHeader> decodeSpoolHeader(std::string_view bytes)
{
    if (bytes.size() < kSpoolHeaderBytes || !bytes.starts_with(kMagic) ||
        crcOf(bytes.substr(0, kHeaderCrcAt)) != numberAt(bytes, kHeaderCrcAt, 4)) {
        return {};
    }
    SpoolHeader header;
    header.epoch = textAt(bytes, kMagic.size(), kEpochBytes);
    header.bootId = textAt(bytes, kMagic.size() + kEpochBytes, kBootIdBytes);
    header.state = static_cast<SpoolState>(bytes[kStateAt]);
    return header;
}

void appendSpoolRecord(std::string &out, const PublishedItem &item)
{
    std::string payload;
    payload.reserve(kPayloadHeadBytes + item.item.size() + item.lost.size() + item.cursor.size());
    appendNumber(payload, item.seq.value(), 8);
    appendNumber(payload, item.item.size(), 4);
    appendNumber(payload, item.lost.size(), 4);
    payload.append(item.item).append(item.lost).append(item.cursor);
    appendNumber(out, payload.size(), 4);
    appendNumber(out, crcOf(payload), 4);
    out += payload;
}

SpoolRecords decodeSpoolRecords(std::string_view bytes)
{
    SpoolRecords records;
    while (records.goodBytes < bytes.size()) {
        const auto rest = bytes.substr(records.goodBytes);
        const auto payload = payloadAt(rest);
        if (!payload || !isWhole(*payload, rest)) {
            records.damaged = holdsRecord(rest.substr(1));
            break;
        }
        records.items.push_back(itemFrom(*payload));
        records.goodBytes += kRecordHeadBytes + payload->size();
    }
    return records;
}

} // namespace foretop::feeds
