// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/fieldvalues.h"

#include "base/timestamp.h"

#include <algorithm>
#include <charconv>

namespace foretop::logs {
namespace {

/// As jsonDisplayText(), in @p buffer where it is no string.
std::string_view displayText(JsonElement value, std::string &buffer)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) {
        return text;
    }
    std::int64_t number = 0;
    if (value.is_int64() && value.get(number) == simdjson::SUCCESS) {
        buffer.resize(24);
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
        return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
    }
    buffer = simdjson::minify(value);
    return buffer;
}

} // namespace

FieldValues::FieldValues(const LogSnapshot &snapshot, std::vector<std::string> fields)
    : m_snapshot(snapshot)
    , m_fields(std::move(fields))
    , m_reader(snapshot)
    , m_times(snapshot)
    , m_buffers(m_fields.size())
    , m_values(m_fields.size())
{
    for (const auto &field : m_fields) {
        m_kinds.push_back(kindOf(field));
        m_hasOthers = m_hasOthers || m_kinds.back() == Kind::Other;
    }
}

FieldValues::Kind FieldValues::kindOf(std::string_view field)
{
    return field == "level"                            ? Kind::Level
           : field == "logger" || field == "component" ? Kind::Logger
           : field == "source"                         ? Kind::Source
           : field == "message"                        ? Kind::Message
           : field == "time"                           ? Kind::Time
                                                       : Kind::Other;
}

const std::vector<std::optional<std::string_view>> &FieldValues::of(const RawRecord &record)
{
    for (std::size_t field = 0; field < m_fields.size(); ++field) {
        if (m_kinds[field] != Kind::Other) {
            m_values[field] = columnOf(field, record);
        }
    }
    // The last to use the reader: its values lie in there.
    if (m_hasOthers) {
        readOthers(record);
    }
    return m_values;
}

std::optional<std::string_view> FieldValues::columnOf(std::size_t field, const RawRecord &record)
{
    const auto orNothing = [](std::string_view text) {
        return text.empty() ? std::nullopt : std::optional(text);
    };
    auto &buffer = m_buffers[field];
    switch (m_kinds[field]) {
    case Kind::Level:
        return levelName(record.level);
    case Kind::Source:
        return orNothing(record.parsed ? record.parsed->source
                                       : m_snapshot.originName(record.origin));
    case Kind::Logger:
        return orNothing(buffer = m_reader.logger(record));
    case Kind::Message:
        return buffer = m_reader.message(record);
    case Kind::Time:
        if (const auto time = m_times.timeOf(record)) {
            return buffer = formatIso8601(*time);
        }
        return {};
    default:
        return {};
    }
}

void FieldValues::readOthers(const RawRecord &record)
{
    const auto object = m_reader.object(record);
    if (!object) {
        m_all = m_reader.fields(record);
    }
    for (std::size_t field = 0; field < m_fields.size(); ++field) {
        if (m_kinds[field] != Kind::Other) {
            continue;
        }
        if (object) {
            m_values[field] = memberOf(*object, m_fields[field], m_buffers[field]);
            continue;
        }
        const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Field &known) {
            return known.first == m_fields[field];
        });
        m_values[field] =
            found == m_all.end() ? std::nullopt : std::optional<std::string_view>(found->second);
    }
}

std::optional<std::string_view> FieldValues::memberOf(JsonObject object, std::string_view name,
                                                      std::string &buffer, std::size_t depth) const
{
    for (const auto [key, value] : object) {
        if (!name.starts_with(key)) {
            continue;
        }
        JsonObject inner;
        const bool isExpanded =
            depth < kMaxFieldDepth && value.get(inner) == simdjson::SUCCESS && inner.size() > 0;
        if (!isExpanded && key.size() == name.size()) {
            return displayText(value, buffer);
        }
        if (isExpanded && key.size() < name.size() && name[key.size()] == '.') {
            if (const auto found =
                    memberOf(inner, name.substr(key.size() + 1), buffer, depth + 1)) {
                return found;
            }
        }
    }
    return {};
}

} // namespace foretop::logs
