// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordbuffer.h"

#include <algorithm>
#include <functional>

namespace foretop::logs {

void RecordBuffer::clear()
{
    m_texts.clear();
    m_held.clear();
}

RecordBuffer::Text RecordBuffer::store(std::string_view text)
{
    const Text stored{m_texts.size(), text.size()};
    m_texts += text;
    return stored;
}

std::string_view RecordBuffer::textOf(Text text) const
{
    return std::string_view(m_texts).substr(text.at, text.size);
}

void RecordBuffer::add(const RawRecord &record, RecordNumber number, std::size_t origin)
{
    Held held{.number = number,
              .kind = record.kind,
              .level = record.level,
              .origin = origin,
              .raw = store(record.raw),
              .isParsed = record.parsed.has_value(),
              .time = {},
              .source = {},
              .logger = {},
              .message = {}};
    if (record.parsed) {
        held.time = record.parsed->time;
        held.source = store(record.parsed->source);
        held.logger = store(record.parsed->logger);
        const auto message = record.parsed->message;
        const std::less_equal<> isNotBehind;
        const bool isPartOfRaw =
            isNotBehind(record.raw.data(), message.data()) &&
            isNotBehind(message.data() + message.size(), record.raw.data() + record.raw.size());
        held.message =
            isPartOfRaw
                ? Text{held.raw.at + static_cast<std::size_t>(message.data() - record.raw.data()),
                       message.size()}
                : store(message);
    }
    m_held.push_back(held);
}

std::span<const RawRecord> RecordBuffer::sorted()
{
    std::ranges::sort(m_held, {}, &Held::number);
    m_records.clear();
    for (const auto &held : m_held) {
        auto &record = m_records.emplace_back(RawRecord{.number = held.number,
                                                        .kind = held.kind,
                                                        .level = held.level,
                                                        .origin = held.origin,
                                                        .raw = textOf(held.raw)});
        if (held.isParsed) {
            record.parsed = RecordView{.kind = held.kind,
                                       .level = held.level,
                                       .time = held.time,
                                       .source = textOf(held.source),
                                       .logger = textOf(held.logger),
                                       .message = textOf(held.message),
                                       .raw = record.raw};
        }
    }
    return m_records;
}

} // namespace foretop::logs
