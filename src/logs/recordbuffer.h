// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foretop::logs {

/// Keeps copies of records that are shown in one order, to show them in another. One thread.
class RecordBuffer
{
public:
    void clear();
    /// Of texts held.
    std::size_t bytes() const { return m_texts.size(); }

    /// Copies @p record as record @p number of log @p origin.
    void add(const RawRecord &record, RecordNumber number, std::size_t origin);
    /// All by number; valid until the next call of any other.
    std::span<const RawRecord> sorted();

private:
    struct Text
    {
        std::size_t at = 0;
        std::size_t size = 0;
    };
    struct Held
    {
        RecordNumber number;
        RecordKind kind = RecordKind::Log;
        Level level = Level::Unknown;
        std::size_t origin = 0;
        Text raw;
        bool isParsed = false;
        std::optional<WallTime> time;
        Text source;
        Text logger;
        Text message;
    };

    Text store(std::string_view text);
    std::string_view textOf(Text text) const;

    std::string m_texts;
    std::vector<Held> m_held;
    std::vector<RawRecord> m_records;
};

} // namespace foretop::logs
