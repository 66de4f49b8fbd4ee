// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafanaexpression.h"

#include <QRegularExpression>
#include <QStringList>

namespace foretop::models {

namespace {

const QRegularExpression &variable()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(\$\{([A-Za-z_]\w*)(?:\.[\w.]+)?(?::[^}]*)?\}|\[\[([A-Za-z_]\w*)(?::[^\]]*)?\]\]|\$([A-Za-z_]\w*))"));
    return pattern;
}

QString nameOf(const QRegularExpressionMatch &match)
{
    return match.captured(1) + match.captured(2) + match.captured(3);
}

/// Calls @p replace for each match of @p pattern in @p text.
template <typename Replace>
QString replaced(const QString &text, const QRegularExpression &pattern, const Replace &replace)
{
    QString result;
    qsizetype done = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(done, match.capturedStart() - done);
        result += replace(match);
        done = match.capturedEnd();
    }
    return result += QStringView(text).mid(done);
}

bool mentions(const QString &text, const QSet<QString> &variables)
{
    auto matches = variable().globalMatch(text);
    while (matches.hasNext()) {
        if (variables.contains(nameOf(matches.next()))) {
            return true;
        }
    }
    return false;
}

/// A label matcher: its label, operator and quoted value.
const QRegularExpression &matcher()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"rx(([A-Za-z_]\w*\s*)(=~|!~|!=|=)(\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))rx"));
    return pattern;
}

} // namespace

QString expressionOfGrafana(const QString &expression, const QSet<QString> &variables)
{
    const QString plain = replaced(expression, variable(), [](const auto &match) {
        const QString name = nameOf(match);
        if (name.startsWith(u"__auto_interval")) {
            return QStringLiteral("$__interval");
        }
        return match.captured(3).isEmpty() ? QStringLiteral("${%1}").arg(name) : match.captured();
    });
    return replaced(plain, matcher(), [&variables](const auto &match) {
        const QString op = match.captured(2);
        const bool isEquality = op == u"=" || op == u"!=";
        if (!isEquality || !mentions(match.captured(4), variables)) {
            return match.captured();
        }
        return match.captured(1) + (op == u"=" ? QStringLiteral("=~") : QStringLiteral("!~")) +
               match.captured(3) + match.captured(4);
    });
}

QString legendOfGrafana(const QString &legend)
{
    static const QRegularExpression braces(QStringLiteral(R"(\{\{\s*([^}]*?)\s*\}\})"));
    if (legend == u"__auto") {
        return {};
    }
    return QString(legend).replace(braces, QStringLiteral("{{\\1}}"));
}

QString withoutVariableMatchers(const QString &selector)
{
    static const QRegularExpression braces(QStringLiteral(R"(\{.*\}\s*$)"),
                                           QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch found = braces.match(selector);
    if (!found.hasMatch()) {
        return selector;
    }
    QStringList kept;
    auto matches = matcher().globalMatch(found.captured());
    while (matches.hasNext()) {
        const QString each = matches.next().captured();
        if (!variable().match(each).hasMatch()) {
            kept.push_back(each);
        }
    }
    const QString metric = selector.left(found.capturedStart()).trimmed();
    return kept.isEmpty() ? metric
                          : QStringLiteral("%1{%2}").arg(metric, kept.join(QStringLiteral(", ")));
}

} // namespace foretop::models
