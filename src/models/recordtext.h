// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

#include <QString>
#include <QVector>

namespace foretop::models {

/// A record as text for a mail or a ticket: as received when it was a plain line, else
/// "time level logger message" with its stack trace below. Any thread.
QString recordAsText(const logs::Record &record, bool isUtc);

/// A record as one line of JSON: as received when it was JSON, else an object of what is known of
/// it. Any thread.
QString recordAsJson(const logs::Record &record);

/// A field of a record: its name (nested objects joined by dots) and its text.
using FieldText = QPair<QString, QString>;

/// The stack trace that loggers keep in one of @p fields, else the lines of @p message after its
/// first; empty when there is none.
QString stackTraceOf(const QVector<FieldText> &fields, const QString &message);

} // namespace foretop::models
