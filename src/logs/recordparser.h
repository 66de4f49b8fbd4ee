// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/record.h"

namespace foretop::logs {

/// Reads records: JSON objects as python-json-logger, structlog, spdlog, pino, zap, bunyan and
/// ECS write them (by the names they use for time, level, logger and message), and plain lines
/// with a timestamp and a level word where there are such. Never fails: what cannot be told stays
/// empty and the text is kept. Keeps buffers; one thread.
class RecordParser
{
public:
    /// A logs item of `foretop.feed/1`: an object; `{"line": "..."}` is a plain line, whose other
    /// members ("file", ...) stay in raw.
    Record parseItem(JsonObject item);
    /// One line or several (a stack trace) of text; JSON when it is a whole JSON object.
    Record parseText(std::string_view text);

private:
    JsonReader m_reader;
};

/// All fields of @p raw: the members of a JSON object in order; nothing for a plain line.
/// At most kMaxFields; nested deeper than kMaxFieldDepth as JSON text.
std::vector<Field> fieldsOf(std::string_view raw);
inline constexpr std::size_t kMaxFields = 500;
inline constexpr std::size_t kMaxFieldDepth = 8;

} // namespace foretop::logs
