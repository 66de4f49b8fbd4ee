// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feeditems.h"
#include "logs/recordparser.h"

namespace foretop::feeds {

/// Collects the items of one message, of one kind of feed, with the errors of those that cannot
/// be read.
class ItemDecoder
{
public:
    static constexpr std::size_t kMaxErrorsKept = 10;

    ItemDecoder(FeedKind kind, WallTime now, std::string_view source);

    /// Reads @p item, the one with index @p index of its message.
    void add(JsonElement item, std::uint64_t index);
    /// Reads a log record from text that is no JSON value.
    void addText(std::string_view text);
    void addExposition(std::string_view text, WallTime time);
    void addSample(metrics::SeriesSample sample);
    void reject(Error error, std::uint64_t index);

    WallTime now() const { return m_now; }
    const std::string &source() const { return m_source; }
    DecodedItems take();

private:
    void addRecord(JsonElement item, std::uint64_t index);
    void addMetrics(JsonObject object, std::uint64_t index);
    void addSamples(simdjson::dom::array samples, WallTime time, std::uint64_t index);
    template <typename T>
    void keep(Result<T> result, std::uint64_t index);

    const FeedKind m_kind;
    const WallTime m_now;
    const std::string m_source;
    DecodedItems m_decoded;
    logs::RecordParser m_recordParser;
};

/// Reads {"name","labels":{},"value"}. @p time is the sample's.
Result<metrics::SeriesSample> decodeSample(JsonObject object, WallTime time,
                                           std::string_view source);

} // namespace foretop::feeds
