// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordtext.h"

#include "models/logfields.h"
#include "models/logmodel.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace foretop::app {

namespace {

using models::LogModel;

bool isJsonObject(const QString &raw)
{
    const auto first =
        std::find_if_not(raw.begin(), raw.end(), [](QChar c) { return c.isSpace(); });
    return first != raw.end() && *first == u'{';
}

QString textOf(const QModelIndex &record, int column)
{
    return record.siblingAtColumn(column).data().toString();
}

/// Read now where the model has not read it yet.
QString textNow(const QModelIndex &record, int role)
{
    const auto *model = qobject_cast<const LogModel *>(record.model());
    if (!model || !record.data(LogModel::PendingRole).toBool()) {
        return record.data(role).toString();
    }
    const logs::Record whole = model->recordOfRow(record.row());
    return QString::fromStdString(role == LogModel::RawRole ? whole.raw : whole.message);
}

/// Where python-json-logger, structlog, ECS, OpenTelemetry, pino, zap and logback keep a trace.
constexpr std::array kStackFields = {
    "stack_trace", "error.stack_trace", "exception.stacktrace", "exc_info",
    "exception",   "err.stack",         "error.stack",          "stacktrace",
    "stackTrace",  "traceback",         "errorVerbose",         "exception.stack_trace",
    "stack",
};

} // namespace

QString recordAsText(const QModelIndex &record)
{
    const QString raw = textNow(record, LogModel::RawRole);
    const QString message = textNow(record, LogModel::MessageRole);
    if (!isJsonObject(raw)) {
        return raw.isEmpty() ? message : raw;
    }
    QStringList words;
    for (const int column : {LogModel::TimeColumn, LogModel::LevelColumn, LogModel::LoggerColumn}) {
        if (const QString word = textOf(record, column); !word.isEmpty()) {
            words << word;
        }
    }
    words << message;
    QString text = words.join(u' ');
    // Parsed only where there can be one: a text of several lines has its line feeds escaped.
    const QString stack =
        raw.contains(u"\\n") ? stackTraceOf(models::fieldsOf(raw), {}) : QString();
    return stack.isEmpty() ? text : text + u'\n' + stack;
}

QString recordAsJson(const QModelIndex &record)
{
    const QString raw = textNow(record, LogModel::RawRole);
    if (isJsonObject(raw)) {
        QString line = raw;
        return line.replace(u'\n', u' ');
    }
    QJsonObject object;
    const QDateTime time = record.data(LogModel::TimeRole).toDateTime();
    if (time.isValid()) {
        object[QStringLiteral("timestamp")] = time.toUTC().toString(Qt::ISODateWithMs);
    }
    object[QStringLiteral("level")] = textOf(record, LogModel::LevelColumn);
    object[QStringLiteral("source")] = textOf(record, LogModel::SourceColumn);
    if (const QString logger = textOf(record, LogModel::LoggerColumn); !logger.isEmpty()) {
        object[QStringLiteral("logger")] = logger;
    }
    object[QStringLiteral("message")] =
        raw.isEmpty() ? textNow(record, LogModel::MessageRole) : raw;
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

} // namespace foretop::app
