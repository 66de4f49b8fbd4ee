// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QString>
#include <QVector>

namespace foretop::models {

/// The detail rows of one record, by its LogModel::RawRole: the members of a JSON object in order
/// (nested ones joined by dots), name and display text; nothing for a plain line. Parses: call for
/// the record that is looked at, not for every row.
QVector<QPair<QString, QString>> fieldsOf(const QString &raw);

} // namespace foretop::models
