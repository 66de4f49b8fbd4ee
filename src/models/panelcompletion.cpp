// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelcompletion.h"

#include "models/displaytext.h"
#include "models/expressioncheck.h"
#include "models/expressionparts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace foretop::models {

namespace {

using Kind = PanelCompletionItem::Kind;

constexpr std::array kDurations = {"__rate_interval", "__interval", "__range"};

/// Where the variable that ends at the cursor begins; nothing when none is being written.
std::optional<qsizetype> openVariable(const QString &before)
{
    static const QRegularExpression open(QStringLiteral("\\$\\{?[A-Za-z0-9_]*$"));
    const auto match = open.match(before);
    return match.hasMatch() ? std::optional(match.capturedStart()) : std::nullopt;
}

QVector<PanelCompletionItem> durationVariables()
{
    QVector<PanelCompletionItem> items;
    for (const char *name : kDurations) {
        items << PanelCompletionItem{Kind::Variable, u'$' + QString::fromLatin1(name), {}};
    }
    return items;
}

PanelCompletion completeVariable(const QString &expression, qsizetype begin, qsizetype cursor,
                                 const QHash<QString, QString> &variables)
{
    PanelCompletion completion{begin, cursor, {}, false};
    static const QRegularExpression rest(QStringLiteral("\\G[A-Za-z0-9_]*\\}?"));
    completion.end = rest.match(expression, cursor).capturedEnd();
    const QString typed = expression.mid(begin, cursor - begin).remove(u'{');
    QStringList names = variables.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        completion.items << PanelCompletionItem{Kind::Variable, u'$' + name, variables[name]};
    }
    completion.items += durationVariables();
    completion.items.removeIf([&typed](const PanelCompletionItem &item) {
        return !item.text.startsWith(typed, Qt::CaseInsensitive);
    });
    return completion;
}

std::size_t charactersIn(QStringView text)
{
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}

qsizetype unitsIn(const QString &text, std::size_t characters)
{
    qsizetype at = 0;
    for (; characters > 0 && at < text.size(); --characters) {
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    }
    return at;
}

} // namespace

PanelCompletion completePanelExpression(const QString &expression, qsizetype cursor,
                                        const metrics::Vocabulary &vocabulary,
                                        const QHash<QString, QString> &variables)
{
    if (const auto begin = openVariable(expression.left(cursor))) {
        return completeVariable(expression, *begin, cursor, variables);
    }
    const QString plain = withoutVariables(expression, variables);
    const auto found = metrics::completeExpression(
        plain.toStdString(), charactersIn(QStringView(plain).left(cursor)), vocabulary);
    PanelCompletion completion{
        unitsIn(plain, found.from), unitsIn(plain, found.to), {}, found.isCut};
    const bool wantsDuration =
        std::any_of(found.items.begin(), found.items.end(), [](const auto &item) {
            return item.kind == metrics::CompletionItem::Kind::Duration;
        });
    if (wantsDuration && completion.begin == cursor) {
        completion.items = durationVariables();
    }
    for (const auto &item : found.items) {
        completion.items << PanelCompletionItem{Kind(item.kind), toQString(item.text),
                                                toQString(item.detail)};
    }
    return completion;
}

QStringList labelsOfExpression(const QString &expression, const metrics::Vocabulary &vocabulary,
                               const QHash<QString, QString> &variables)
{
    QSet<QString> labels;
    for (const ExpressionPart &part : expressionParts(expression, variables)) {
        if (part.kind == ExpressionPart::Kind::Metric) {
            const std::string metric = expression.mid(part.begin, part.length).toStdString();
            for (const auto &label : vocabulary.labelNames(metric)) {
                labels << toQString(label);
            }
        }
    }
    QStringList sorted = labels.values();
    sorted.sort();
    return sorted;
}

} // namespace foretop::models
