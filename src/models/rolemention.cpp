// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rolemention.h"

#include <QRegularExpression>

namespace foretop::models {

std::optional<QString>
withMentionsFilled(const QString &text,
                   const std::function<std::optional<QString>(const RoleMention &)> &fill)
{
    static const QRegularExpression mention(
        QStringLiteral(R"(<([a-z0-9_]+)(?:\.([a-z0-9_]+)>|>([A-Za-z0-9_]*)(?:\{([^}]*)\})?))"));
    QString result;
    qsizetype done = 0;
    auto found = mention.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const auto filled =
            fill({match.captured(1), match.captured(2), match.captured(3), match.captured(4)});
        if (!filled) {
            return {};
        }
        result += QStringView(text).mid(done, match.capturedStart() - done);
        result += *filled;
        done = match.capturedEnd();
    }
    return result += QStringView(text).mid(done);
}

} // namespace foretop::models
