// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "logs/query.h"
#endif

#include <QRegularExpression>
#include <QTextLayout>
#include <QVector>

namespace foretop::app {

class Theme;
struct HighlightRule;

/// What is marked in the texts of records: what a query looks for, and highlight rules.
class TextMarks
{
public:
    static constexpr qsizetype kMostMarks = 200; ///< in one text

    /// What a query looks for in text, as far as it is not negated.
    void setQuery(const logs::Query &query);
    void setRules(const QVector<HighlightRule> &rules);
    /// Colours are taken anew when the theme changes.
    void takeColours(const Theme &theme, const QColor &base);

    bool isEmpty() const { return m_sought.isEmpty() && m_ruled.isEmpty(); }
    /// In order of painting: later ones win. @p matching has a bit for each rule that is a query
    /// and finds the record: all of the text is marked.
    QList<QTextLayout::FormatRange> rangesIn(const QString &text, quint64 matching = 0) const;

private:
    struct Mark
    {
        QRegularExpression pattern;
        QTextCharFormat format;
        int colour = 0;
        quint64 bit = 0; ///< of a rule that is a query, which has no pattern
    };

    static void addMatches(const Mark &mark, const QString &text,
                           QList<QTextLayout::FormatRange> &ranges);

    QVector<Mark> m_sought;
    QVector<Mark> m_ruled; ///< last first
};

} // namespace foretop::app
