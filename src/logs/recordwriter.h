// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/logsnapshot.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// How records are written for other programs.
enum class RecordFormat : std::uint8_t {
    Text,      ///< the bytes of the log as they are; a gap record as its message
    JsonLines, ///< an object a line: a JSON record as it is, else what is known of the record
    Csv,       ///< RFC 4180 with a header line, UTF-8
};

/// Which columns a CSV has unless told.
std::vector<std::string> defaultColumns();

/// Appends @p field, quoted where it must be (RFC 4180, 2.5 to 2.7).
void appendCsvField(std::string &out, std::string_view field);

/// Turns records into text. A value; one thread.
class RecordWriter
{
public:
    /// @p columns, of Csv: `time` (ISO 8601, UTC), `level`, `source`, `logger`, `message` and `raw`
    /// are what a Record has there, all others fields as in a query.
    explicit RecordWriter(RecordFormat format, std::vector<std::string> columns = defaultColumns());

    /// Appends what stands before the first record: a CSV's names.
    void writeHead(std::string &out) const;
    /// Appends one record with its line end. @p fields may be empty unless needsFields().
    void write(const Record &record, const std::vector<Field> &fields, std::string &out) const;
    bool needsFields(const Record &record) const;
    /// Appends a record of which only raw is known; false when that is not enough to write it.
    bool writeRaw(std::string_view raw, std::string &out) const;
    RecordFormat format() const { return m_format; }

private:
    void writeCsv(const Record &record, const std::vector<Field> &fields, std::string &out) const;

    RecordFormat m_format;
    std::vector<std::string> m_columns;
    bool m_hasFieldColumns = false;
};

/// What of records was written.
struct WriteProgress
{
    std::uint64_t records = 0;
    std::uint64_t totalRecords = 0;
    std::uint64_t bytes = 0;
};

/// Writes the records of @p range, of @p within when it is given, in order, in pieces to @p sink,
/// whose error ends it; the head is the caller's to write. Text of files is copied byte for byte.
Result<WriteProgress> writeRecords(const LogSnapshot &snapshot, RecordRange range,
                                   const RecordSet *within, const RecordWriter &writer,
                                   const std::stop_token &stop,
                                   const std::function<Result<void>(std::string_view)> &sink,
                                   const std::function<void(const WriteProgress &)> &progress = {});

} // namespace foretop::logs
