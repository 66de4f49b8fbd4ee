// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/documentedexpressions.h"

#include <QFile>

namespace foretop::metrics {

QByteArrayList documentedExpressions()
{
    QFile file(QStringLiteral(FORETOP_SOURCE_DIR "/docs/expressions.md"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArrayList found;
    bool isBlock = false;
    bool isFunctions = false;
    for (const auto &line : file.readAll().split('\n')) {
        isFunctions = line.startsWith("## ") ? line == "## Functions" : isFunctions;
        if (line.startsWith("```")) {
            isBlock = !isBlock;
        } else if (isBlock) {
            found << line;
        } else if (isFunctions && line.startsWith("| `")) {
            const auto parts = line.split('`');
            for (int i = 1; i < parts.size(); i += 2) {
                found << parts[i];
            }
        }
    }
    return found;
}

} // namespace foretop::metrics
