// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/logsnapshot.h"
#include "logs/membername.h"
#include "logs/recordparser.h"
#include "logs/texthash.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// Reads of the raw records of a snapshot no more than is asked for, most of all when they are
/// JSON. What it returns is valid until it is used again or the record goes. One thread.
class RawReader
{
public:
    explicit RawReader(const LogSnapshot &snapshot);

    /// The record as an object, when it is one and the rules of its log allow it to be read so.
    std::optional<JsonObject> object(const RawRecord &record);
    /// What the best-named member of an object holds that has @p role, Message or Logger, as
    /// recordOf() takes it; empty when there is none.
    std::string_view roleText(JsonObject object, MemberRole role);

    std::string_view message(const RawRecord &record);
    std::string_view logger(const RawRecord &record);
    std::vector<Field> fields(const RawRecord &record);

private:
    struct Best
    {
        std::string_view text;
        std::uint8_t rank = 255;
    };
    struct Origin
    {
        std::unique_ptr<RecordParser> parser;
        bool mayBeObjects = true;
    };

    void findBest(JsonObject object, MemberRole role, std::string_view prefix, std::size_t depth,
                  Best &best);
    MemberMeaning meaningOf(std::string_view path);
    const Record &parsed(const RawRecord &record);

    std::vector<Origin> m_origins;
    JsonReader m_json;
    TextMap<MemberMeaning> m_meanings;
    Record m_parsed;
};

} // namespace foretop::logs
