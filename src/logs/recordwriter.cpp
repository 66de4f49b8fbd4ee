// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordwriter.h"

#include "base/jsonwriter.h"
#include "base/timestamp.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace foretop::logs {
namespace {

constexpr std::array<std::string_view, 6> kRecordColumns = {"time",   "level",   "source",
                                                            "logger", "message", "raw"};
/// Digits of a number that every reader of JSON keeps.
constexpr std::ptrdiff_t kExactDigits = 15;

bool isRecordColumn(std::string_view name)
{
    return std::find(kRecordColumns.begin(), kRecordColumns.end(), name) != kRecordColumns.end();
}

/// An object as far as can be told from its ends; what was cut does not end so.
bool looksLikeJsonObject(std::string_view raw)
{
    const auto begin = raw.find_first_not_of(" \t\r\n");
    const auto end = raw.find_last_not_of(" \t\r\n");
    return begin != std::string_view::npos && raw[begin] == '{' && raw[end] == '}';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether @p text is a JSON number as it stands, and is so for every reader.
bool isPlainNumber(std::string_view text)
{
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction =
        point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
    return std::count_if(text.begin(), text.end(), isDigit) <= kExactDigits && !whole.empty() &&
           !fraction.empty() && (whole.size() == 1 || whole.front() != '0') &&
           std::all_of(whole.begin(), whole.end(), isDigit) &&
           std::all_of(fraction.begin(), fraction.end(), isDigit);
}

std::string_view levelText(const Record &record)
{
    return record.kind == RecordKind::Gap || record.level == Level::Unknown
               ? std::string_view()
               : levelName(record.level);
}

std::string jsonOf(const Record &record, const std::vector<Field> &fields)
{
    JsonWriter json;
    json.beginObject();
    if (record.time) {
        json.member("timestamp", formatIso8601(*record.time));
    }
    if (record.kind == RecordKind::Gap) {
        json.member("gap", true);
    }
    const auto text = [&json](std::string_view name, std::string_view content) {
        if (!content.empty()) {
            json.member(name, content);
        }
    };
    text("level", levelText(record));
    text("source", record.source);
    text("logger", record.logger);
    json.member("message", record.message.empty() ? record.raw : record.message);
    for (const auto &[name, value] : fields) {
        if (name == "timestamp" || name == "gap" || isRecordColumn(name)) {
            continue;
        }
        json.key(name);
        isPlainNumber(value) ? json.raw(value) : json.value(value);
    }
    json.endObject();
    return json.take();
}

std::string columnText(const Record &record, const std::vector<Field> &fields,
                       std::string_view column)
{
    if (column == "time") {
        return record.time ? formatIso8601(*record.time) : std::string();
    }
    if (column == "level") {
        return std::string(levelText(record));
    }
    if (column == "source") {
        return record.source;
    }
    if (column == "logger") {
        return record.logger;
    }
    if (column == "message") {
        return record.message;
    }
    if (column == "raw") {
        return record.raw;
    }
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [column](const Field &f) { return f.first == column; });
    return field != fields.end() ? field->second : std::string();
}

} // namespace

void appendCsvField(std::string &out, std::string_view field)
{
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') {
            out += '"';
        }
        out += c;
    }
    out += '"';
}

std::vector<std::string> defaultColumns()
{
    return {"time", "level", "source", "logger", "message"};
}

RecordWriter::RecordWriter(RecordFormat format, std::vector<std::string> columns)
    : m_format(format)
    , m_columns(std::move(columns))
    , m_hasFieldColumns(!std::all_of(m_columns.begin(), m_columns.end(), isRecordColumn))
{
}

void RecordWriter::writeHead(std::string &out) const
{
    if (m_format != RecordFormat::Csv) {
        return;
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        out += i > 0 ? "," : "";
        appendCsvField(out, m_columns[i]);
    }
    out += "\r\n";
}

void RecordWriter::write(const Record &record, const std::vector<Field> &fields,
                         std::string &out) const
{
    if (m_format == RecordFormat::Csv) {
        writeCsv(record, fields, out);
        return;
    }
    if (record.kind == RecordKind::Log && writeRaw(record.raw, out)) {
        return;
    }
    out += m_format == RecordFormat::Text ? record.message : jsonOf(record, fields);
    out += '\n';
}

bool RecordWriter::needsFields(const Record &record) const
{
    return m_format == RecordFormat::Csv
               ? m_hasFieldColumns
               : m_format == RecordFormat::JsonLines && record.kind == RecordKind::Log &&
                     !looksLikeJsonObject(record.raw);
}

bool RecordWriter::writeRaw(std::string_view raw, std::string &out) const
{
    if (m_format == RecordFormat::Csv ||
        (m_format == RecordFormat::JsonLines && !looksLikeJsonObject(raw))) {
        return false;
    }
    const auto begin = out.size();
    out += raw;
    if (m_format == RecordFormat::JsonLines) {
        // Between tokens, as a string has none: a pretty-printed object becomes one line.
        std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), '\n', ' ');
    }
    out += '\n';
    return true;
}

void RecordWriter::writeCsv(const Record &record, const std::vector<Field> &fields,
                            std::string &out) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        out += i > 0 ? "," : "";
        appendCsvField(out, columnText(record, fields, m_columns[i]));
    }
    out += "\r\n";
}

} // namespace foretop::logs
