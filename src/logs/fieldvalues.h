// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rawreader.h"
#include "logs/recordtimes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// Reads the values of some fields of records, named as in a query. One thread.
class FieldValues
{
public:
    FieldValues(const LogSnapshot &snapshot, std::vector<std::string> fields);

    /// One for each field in the order given; nothing where a record has no such field. Valid until
    /// the next call or the record goes.
    const std::vector<std::optional<std::string_view>> &of(const RawRecord &record);

private:
    enum class Kind : std::uint8_t { Level, Logger, Source, Message, Time, Other };

    static Kind kindOf(std::string_view field);
    std::optional<std::string_view> columnOf(std::size_t field, const RawRecord &record);
    void readOthers(const RawRecord &record);
    std::optional<std::string_view> memberOf(JsonObject object, std::string_view name,
                                             std::string &buffer, std::size_t depth = 1) const;

    const LogSnapshot &m_snapshot;
    const std::vector<std::string> m_fields;
    std::vector<Kind> m_kinds;
    bool m_hasOthers = false;
    RawReader m_reader;
    RecordTimes m_times;
    std::vector<Field> m_all; // of a record that is no object
    std::vector<std::string> m_buffers;
    std::vector<std::optional<std::string_view>> m_values;
};

} // namespace foretop::logs
