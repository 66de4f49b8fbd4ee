// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace foretop::models {

/// @p expression with variables as they are written here: "[[x]]" and "${x:regex}" are "${x}", and
/// a label that must equal one, of those that @p variables names, must match it: its value is a
/// regular expression.
QString expressionOfGrafana(const QString &expression, const QSet<QString> &variables);
/// "{{ code }}" is "{{code}}"; "__auto" is empty.
QString legendOfGrafana(const QString &legend);
/// @p selector without those of its matchers that mention a variable.
QString withoutVariableMatchers(const QString &selector);

} // namespace foretop::models
