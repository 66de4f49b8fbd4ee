// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/builtinformats.h"

#include "logs/accessline.h"
#include "logs/anyrecord.h"
#include "logs/containerline.h"
#include "logs/headerformat.h"
#include "logs/logfmt.h"
#include "logs/plaintime.h"
#include "logs/recordparser.h"
#include "logs/syslogline.h"

namespace foretop::logs {
namespace {

using Test = bool (*)(std::string_view text, const FormatContext &context);
using FieldReader = std::vector<Field> (*)(std::string_view text);

/// Tells its records apart; all else is left to readAnyRecord().
class TestedFormat final : public LogFormat
{
public:
    enum class Lines { Each, Several }; // of a record

    TestedFormat(std::string name, std::string title, Lines lines, Test test,
                 FieldReader fieldReader)
        : LogFormat(std::move(name), std::move(title))
        , m_lines(lines)
        , m_test(test)
        , m_fields(fieldReader)
    {
    }

    bool isToldByRecord() const override { return true; }
    bool isSingleLine() const override { return m_lines == Lines::Each; }
    bool read(std::string_view text, const FormatContext &context, Record &record) const override
    {
        if (!m_test(text, context)) {
            return false;
        }
        JsonReader reader;
        record = readAnyRecord(text, context, reader);
        return true;
    }
    std::vector<Field> fields(std::string_view text) const override { return m_fields(text); }

private:
    const Lines m_lines;
    const Test m_test;
    const FieldReader m_fields;
};

bool isDocker(std::string_view text, const FormatContext &context)
{
    if (!looksLikeObject(text)) {
        return false;
    }
    JsonReader reader;
    const auto object = parseRecordObject(reader, text);
    const auto line = object ? readDockerLine(*object) : std::nullopt;
    return line && plainTime(line->time, context);
}

bool isJson(std::string_view text, const FormatContext & /*context*/)
{
    JsonReader reader;
    return looksLikeObject(text) && parseRecordObject(reader, text);
}

bool isCri(std::string_view text, const FormatContext &context)
{
    const auto line = readCriLine(text);
    return line && plainTime(line->time, context);
}

bool isAccess(std::string_view text, const FormatContext &context)
{
    return readAccess(text, context).has_value();
}

bool isSyslog(std::string_view text, const FormatContext & /*context*/)
{
    return !syslogFields(text).empty();
}

bool isLogfmt(std::string_view text, const FormatContext & /*context*/)
{
    return !readLogfmt(text).empty();
}

} // namespace

std::vector<LogFormatPtr> builtInFormats()
{
    using Lines = TestedFormat::Lines;
    std::vector<LogFormatPtr> formats;
    const auto add = [&](const char *name, const char *title, Lines lines, Test test,
                         FieldReader fields) {
        formats.push_back(std::make_shared<TestedFormat>(name, title, lines, test, fields));
    };
    add("docker", "Docker json-file", Lines::Each, isDocker, fieldsOf);
    add("json", "JSON lines", Lines::Several, isJson, fieldsOf);
    add("cri", "Kubernetes container (CRI)", Lines::Each, isCri, fieldsOf);
    add("access", "Apache/nginx access log", Lines::Each, isAccess, accessFields);
    add("syslog", "Syslog (RFC 3164, RFC 5424)", Lines::Several, isSyslog, syslogFields);
    for (auto &format : headerFormats()) {
        formats.push_back(std::move(format));
    }
    add("logfmt", "logfmt", Lines::Each, isLogfmt,
        [](std::string_view text) { return readLogfmt(text); });
    return formats;
}

} // namespace foretop::logs
