// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expressioncheck.h"

#include "metrics/expression.h"
#include "models/displaytext.h"
#include "models/substitution.h"

#include <QRegularExpression>

#include <algorithm>

namespace foretop::models {

namespace {

/// What is right with one step is so with another.
constexpr Milliseconds kSomeStep = std::chrono::seconds(15);

bool startsName(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetter());
}

bool isNameCharacter(QChar c)
{
    return startsName(c) || (c >= u'0' && c <= u'9');
}

/// Reads an expression far enough to tell strings, comments and brackets apart.
class VariableFinder
{
public:
    explicit VariableFinder(const QString &text)
        : m_text(text)
    {
    }

    QVector<VariableUse> run()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'$') {
                variable();
            } else if (!m_quote.isNull()) {
                inString(c);
            } else if (c == u'"' || c == u'\'' || c == u'`') {
                m_quote = c;
            } else if (c == u'#') {
                const qsizetype end = m_text.indexOf(u'\n', m_at);
                m_at = end < 0 ? m_text.size() : end;
            }
        }
        return std::move(m_found);
    }

private:
    void inString(QChar c)
    {
        if (c == m_quote) {
            m_quote = {};
        } else if (c == u'\\' && m_quote != u'`') {
            ++m_at;
        }
    }

    void variable()
    {
        const bool isBraced = m_at + 1 < m_text.size() && m_text[m_at + 1] == u'{';
        const qsizetype begin = m_at + (isBraced ? 2 : 1);
        qsizetype end = begin;
        while (end < m_text.size() && isNameCharacter(m_text[end])) {
            ++end;
        }
        const QString name = m_text.mid(begin, end - begin);
        if (isBraced && m_text.mid(end, 1) == u":") { // "${name:format}"
            end = m_text.indexOf(u'}', end);
        }
        const bool isClosed = !isBraced || m_text.mid(end, 1) == u"}";
        if (name.isEmpty() || !startsName(name[0]) || end < 0 || !isClosed) {
            return;
        }
        const VariableUse use{m_at, end - m_at + (isBraced ? 1 : 0), name, !m_quote.isNull()};
        m_at += use.length - 1;
        m_found << use;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QChar m_quote;
    QVector<VariableUse> m_found;
};

bool isNumberVariable(const QString &name)
{
    return name == u"__interval_ms" || name == u"__range_s" || name == u"__range_ms";
}

QString dummyOf(const VariableUse &use, const QHash<QString, QString> &variables)
{
    static const QRegularExpression duration(QStringLiteral("^(\\d+(y|w|d|h|ms|m|s))+$"));
    const QString value = variables.value(use.name);
    const auto length = int(use.length);
    bool isNumber = false;
    value.toDouble(&isNumber);
    isNumber = isNumber || isNumberVariable(use.name);
    if (isDurationVariable(use.name) || duration.match(value).hasMatch()) {
        return QStringLiteral("1m").rightJustified(length, u'0');
    }
    return isNumber ? QStringLiteral("1").rightJustified(length, u'0') : QString(length, u'x');
}

int columnOf(const Error &error)
{
    return int(error.place.column.value_or(1));
}

qsizetype unitsBefore(const QString &text, int characters)
{
    qsizetype at = 0;
    for (; characters > 0 && at < text.size(); --characters) {
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    }
    return at;
}

} // namespace

QVector<VariableUse> variablesIn(const QString &expression)
{
    return VariableFinder(expression).run();
}

bool isDurationVariable(const QString &name)
{
    return name == u"__interval" || name == u"__rate_interval" || name == u"__range";
}

QString withoutVariables(const QString &expression, const QHash<QString, QString> &variables)
{
    QString plain = expression;
    for (const VariableUse &use : variablesIn(expression)) {
        const bool isKnown = isDurationVariable(use.name) || isNumberVariable(use.name) ||
                             variables.contains(use.name);
        if (isKnown && !use.isInString) {
            plain.replace(use.begin, use.length, dummyOf(use, variables));
        }
    }
    return plain;
}

ExpressionFault faultAt(const QString &expression, int column, const QString &message)
{
    qsizetype written = expression.size();
    while (written > 0 && expression[written - 1].isSpace()) {
        --written;
    }
    qsizetype begin = unitsBefore(expression, std::max(column, 1) - 1);
    if (begin >= written) { // something is missing at the end
        begin = std::max<qsizetype>(written - 1, 0);
        while (begin > 0 && isNameCharacter(expression[begin]) &&
               isNameCharacter(expression[begin - 1])) {
            --begin;
        }
        return {begin, std::max<qsizetype>(written - begin, 1), message};
    }
    qsizetype end = begin + 1;
    while (isNameCharacter(expression[begin]) && end < written &&
           isNameCharacter(expression[end])) {
        ++end;
    }
    return {begin, end - begin, message};
}

std::optional<ExpressionFault> expressionFault(const QString &expression,
                                               const QHash<QString, QString> &variables)
{
    if (expression.trimmed().isEmpty()) {
        return {};
    }
    const ExpressionValues values{.step = kSomeStep,
                                  .rateWindow = 4 * kSomeStep,
                                  .range = 60 * kSomeStep,
                                  .variables = variables};
    const auto written = Substitution::make(expression, values);
    if (!written) {
        return faultAt(expression, columnOf(written.error()), toQString(written.error().message));
    }
    const auto parsed = metrics::parseExpression(written->text());
    if (parsed) {
        return {};
    }
    return faultAt(expression, written->writtenColumn(columnOf(parsed.error())),
                   toQString(parsed.error().message));
}

} // namespace foretop::models
