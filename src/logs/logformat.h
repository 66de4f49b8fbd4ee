// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/formatcontext.h"
#include "logs/record.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// Where a record's time and level are written in its text. A value.
struct WrittenPlaces
{
    std::size_t timeAt = 0;
    std::size_t timeEnd = 0;
    std::size_t levelAt = 0;
    std::size_t levelEnd = 0; ///< 0 when there is no level
};

/// A way of writing records. Immutable; any thread.
class LogFormat
{
public:
    virtual ~LogFormat() = default;

    /// "json", "logfmt", "syslog", "access", ...: for the command line and settings.
    const std::string &name() const { return m_name; }
    /// For a person: "JSON lines", "Apache/nginx access log".
    const std::string &title() const { return m_title; }

    /// Whether a RecordParser reads these records the same without being told the format.
    virtual bool isToldByRecord() const { return false; }
    /// Whether every line is a record of its own, so that none goes on with the one before.
    virtual bool isSingleLine() const { return false; }

    /// Reads a record's level, time, logger and message (raw stays empty) from its text, valid
    /// UTF-8 without the last line end. False when the text is not of this format.
    virtual bool read(std::string_view text, const FormatContext &context,
                      Record &record) const = 0;
    /// The fields of such a text, as a person names them in a query; at most kMaxFields.
    virtual std::vector<Field> fields(std::string_view text) const = 0;
    /// Where time and level are written in such a text; nothing when it is not known.
    virtual std::optional<WrittenPlaces> places(std::string_view text) const;

protected:
    LogFormat(std::string name, std::string title)
        : m_name(std::move(name))
        , m_title(std::move(title))
    {
    }

private:
    const std::string m_name;
    const std::string m_title;
};
using LogFormatPtr = std::shared_ptr<const LogFormat>;

/// Formats that are known: those built in, then those of the person.
class FormatCatalogue
{
public:
    /// Of the built-in formats.
    FormatCatalogue();

    const std::vector<LogFormatPtr> &formats() const { return m_formats; }
    /// Null when there is none.
    LogFormatPtr named(std::string_view name) const;
    /// In place of one of the same name.
    void add(LogFormatPtr format);
    /// The format that reads most of the records at the front of a file, when it reads at least
    /// half of them; null: each record is told by itself.
    LogFormatPtr detect(std::string_view sample, const FormatContext &context) const;

private:
    std::vector<LogFormatPtr> m_formats;
};

/// A format of a person: a regex (PCRE2) that matches the first line of a record from its start,
/// with the named groups `time`, `level`, `logger`, `message`; all others are fields. Lines that it
/// matches, and those that tell a time, start a record. @p timeFormat is how times are written
/// (TimePattern); empty: in any usual way. Fails with Malformed and the column.
Result<LogFormatPtr> formatFromRegex(std::string name, std::string title, std::string_view regex,
                                     std::string_view timeFormat = {});
/// The formats of an lnav format file (JSON; see lnav's "Log Formats"). What of it cannot be used
/// is told in @p warnings. Fails when nothing can.
Result<std::vector<LogFormatPtr>> formatsFromLnav(std::string_view json, std::string_view source,
                                                  std::vector<Error> &warnings);

/// The formats of a file of Foretop's own, {"formats":[{"name", "title", "regex", "time_format"}]},
/// of which the title and time_format may be missing, or of lnav. As formatsFromLnav().
Result<std::vector<LogFormatPtr>> formatsFromJson(std::string_view json, std::string_view source,
                                                  std::vector<Error> &warnings);
/// Those of the file at @p path, or of all .json files in that directory and the directories in it,
/// in the order of their names; none when it is not there. What cannot be read is told in
/// @p warnings. Reads up to kMaxFormatFiles files of kMaxFormatFileBytes.
std::vector<LogFormatPtr> readFormats(const std::string &path, std::vector<Error> &warnings);
inline constexpr std::size_t kMaxFormatFiles = 256;
inline constexpr std::size_t kMaxFormatFileBytes = 1U << 20;

} // namespace foretop::logs
