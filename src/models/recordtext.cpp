// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordtext.h"

#include "models/displaytext.h"
#include "models/logfields.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace foretop::models {

namespace {

bool isJsonObject(std::string_view raw)
{
    const auto first = raw.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && raw[first] == '{';
}

/// Where python-json-logger, structlog, ECS, OpenTelemetry, pino, zap and logback keep a trace.
constexpr std::array kStackFields = {
    "stack_trace", "error.stack_trace", "exception.stacktrace", "exc_info",
    "exception",   "err.stack",         "error.stack",          "stacktrace",
    "stackTrace",  "traceback",         "errorVerbose",         "exception.stack_trace",
    "stack",
};

} // namespace

QString recordAsText(const logs::Record &record, bool isUtc)
{
    if (!isJsonObject(record.raw)) {
        return toQString(record.raw.empty() ? record.message : record.raw);
    }
    QStringList words;
    for (const QString &word :
         {timeText(record.time, isUtc), levelText(record), toQString(record.logger)}) {
        if (!word.isEmpty()) {
            words << word;
        }
    }
    words << toQString(record.message);
    const QString text = words.join(u' ');
    // Parsed only where there can be one: a text of several lines has its line feeds escaped.
    const bool mayHaveStack = record.raw.find("\\n") != std::string::npos;
    const QString stack =
        mayHaveStack ? stackTraceOf(fieldsOf(toQString(record.raw)), {}) : QString();
    return stack.isEmpty() ? text : text + u'\n' + stack;
}

QString recordAsJson(const logs::Record &record)
{
    const QString raw = toQString(record.raw);
    if (isJsonObject(record.raw)) {
        QString line = raw;
        return line.replace(u'\n', u' ');
    }
    QJsonObject object;
    if (record.time) {
        object[QStringLiteral("timestamp")] = toDateTime(*record.time).toString(Qt::ISODateWithMs);
    }
    object[QStringLiteral("level")] = levelText(record);
    object[QStringLiteral("source")] = toQString(record.source);
    if (!record.logger.empty()) {
        object[QStringLiteral("logger")] = toQString(record.logger);
    }
    object[QStringLiteral("message")] = raw.isEmpty() ? toQString(record.message) : raw;
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString stackTraceOf(const QVector<FieldText> &fields, const QString &message)
{
    for (const char *name : kStackFields) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const FieldText &f) {
            return f.first == QLatin1String(name);
        });
        if (field != fields.end() && field->second.contains(u'\n')) {
            return field->second;
        }
    }
    const auto firstEnd = message.indexOf(u'\n');
    return firstEnd < 0 ? QString() : message.mid(firstEnd + 1);
}

} // namespace foretop::models
