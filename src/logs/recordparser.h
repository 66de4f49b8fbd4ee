// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/jsonreader.h"
#include "logs/logformat.h"
#include "logs/record.h"

#include <memory>

namespace foretop::logs {

struct LineRules;

/// Bytes of one record's raw text and of its message; what is longer is cut, and the message ends
/// with how much was. A JSON object so cut is plain text for fieldsOf().
inline constexpr std::size_t kMaxRecordBytes = 1U << 20;

/// Reads records: JSON objects as python-json-logger, structlog, loguru, spdlog, pino, zap, bunyan,
/// ECS and others write them (see membername.h), logfmt, access logs (accessline.h), lines of
/// containers (containerline.h), and plain lines (see plainheader.h). Never fails: what cannot be
/// told stays empty and the text is kept; an object without a message shows its whole text as one.
/// Bytes that are not UTF-8 become "\xNN". Colours (ANSI escape sequences) stay in raw and are left
/// out of the message. A logger's name is cut at 256 bytes. Keeps buffers; one thread.
class RecordParser
{
public:
    /// @p clock tells the year of times that are written without one (syslog).
    explicit RecordParser(std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>());

    /// As @p rules say for one file.
    explicit RecordParser(const LineRules &rules);

    /// A logs item of `foretop.feed/1`: an object; `{"line": "..."}` is a plain line, whose other
    /// members ("file", ...) stay in raw. A line that is itself a JSON object gets them appended.
    Record parseItem(JsonObject item);
    /// One line or several (a stack trace) of text; JSON when it is a whole JSON object.
    Record parseText(std::string_view text);

    /// The fields of a record's raw text: as the rules' format tells them, else fieldsOf().
    std::vector<Field> fields(std::string_view raw) const;

    /// Whether the text read last is of the rules' format, when that is one of a person.
    bool wasOfFormat() const { return m_isOfFormat; }
    /// Records cut to kMaxRecordBytes so far.
    std::uint64_t cutRecords() const { return m_cutRecords; }

private:
    std::string toValidText(std::string_view text);
    Record read(std::string_view text);
    Record completed(Record record, std::string raw);

    FormatContext context() const;

    std::shared_ptr<const Clock> m_clock;
    TimeZone m_zone;
    LogFormatPtr m_format;
    bool m_isOfFormat = false;
    JsonReader m_reader;
    std::uint64_t m_cutRecords = 0;
};

/// All fields of @p raw: the members of a JSON object in order, the pairs of a logfmt line, those
/// of an access log or syslog line; of a container's line those of what is inside and its stream;
/// nothing for any other plain line. At most kMaxFields; nested deeper than kMaxFieldDepth as JSON
/// text.
std::vector<Field> fieldsOf(std::string_view raw);
inline constexpr std::size_t kMaxFields = 500;
inline constexpr std::size_t kMaxFieldDepth = 8;

} // namespace foretop::logs
