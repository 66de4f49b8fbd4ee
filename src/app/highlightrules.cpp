// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/highlightrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace foretop::app {

namespace {

QJsonObject toJson(const HighlightRule &rule)
{
    return {{QStringLiteral("name"), rule.name},
            {QStringLiteral("pattern"), rule.pattern},
            {QStringLiteral("regex"), rule.isRegex},
            {QStringLiteral("case"), rule.isCaseSensitive},
            {QStringLiteral("colour"), rule.colour},
            {QStringLiteral("bold"), rule.bold},
            {QStringLiteral("underline"), rule.underline},
            {QStringLiteral("enabled"), rule.enabled},
            {QStringLiteral("query"), rule.isQuery}};
}

HighlightRule fromJson(const QJsonValue &value)
{
    return {value[QStringLiteral("name")].toString(),
            value[QStringLiteral("pattern")].toString().left(HighlightRules::kMostCharacters),
            value[QStringLiteral("regex")].toBool(),
            value[QStringLiteral("case")].toBool(),
            std::max(0, value[QStringLiteral("colour")].toInt()),
            value[QStringLiteral("bold")].toBool(),
            value[QStringLiteral("underline")].toBool(),
            value[QStringLiteral("enabled")].toBool(true),
            value[QStringLiteral("query")].toBool()};
}

} // namespace

QRegularExpression HighlightRule::expression() const
{
    const auto options = isCaseSensitive ? QRegularExpression::NoPatternOption
                                         : QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(isRegex ? pattern : QRegularExpression::escape(pattern), options);
}

HighlightRules::HighlightRules(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QJsonArray array =
        QJsonDocument::fromJson(settings.get(settings::kLogHighlights)).array();
    for (const QJsonValue &value : array) {
        if (m_rules.size() < kMostRules) {
            m_rules << fromJson(value);
        }
    }
}

QStringList HighlightRules::queries() const
{
    QStringList queries;
    bool hasAny = false;
    for (const HighlightRule &rule : m_rules) {
        queries << (rule.isQuery && rule.enabled ? rule.pattern : QString());
        hasAny = hasAny || !queries.constLast().isEmpty();
    }
    return hasAny ? queries : QStringList();
}

void HighlightRules::setRules(const QVector<HighlightRule> &rules)
{
    m_rules = rules.mid(0, kMostRules);
    QJsonArray array;
    for (const HighlightRule &rule : m_rules) {
        array << toJson(rule);
    }
    m_settings.set(settings::kLogHighlights, QJsonDocument(array).toJson(QJsonDocument::Compact));
    Q_EMIT changed();
}

} // namespace foretop::app
