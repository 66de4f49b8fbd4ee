// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfields.h"

#include "logs/recordparser.h"
#include "models/displaytext.h"

namespace foretop::models {

QVector<QPair<QString, QString>> fieldsOf(const QString &raw)
{
    return toQPairs(logs::fieldsOf(raw.toStdString()));
}

} // namespace foretop::models
