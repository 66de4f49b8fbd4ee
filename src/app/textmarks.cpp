// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/textmarks.h"

#include "app/highlightrules.h"
#include "app/theme.h"

#include <algorithm>

namespace foretop::app {

namespace {

QRegularExpression expressionOf(const std::string &text, bool isRegex, bool isCaseSensitive)
{
    const QString pattern = QString::fromStdString(text);
    const auto options = isCaseSensitive ? QRegularExpression::NoPatternOption
                                         : QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(isRegex ? pattern : QRegularExpression::escape(pattern), options);
}

void addTerm(const logs::TextTerm &term, QVector<QRegularExpression> &found)
{
    if (!term.text.text.empty()) {
        found << expressionOf(term.text.text, term.text.kind == logs::TextQuery::Kind::Regex,
                              term.text.isCaseSensitive);
    }
}

void addTerm(const logs::FieldTerm &term, QVector<QRegularExpression> &found)
{
    using Kind = logs::FieldValue::Kind;
    const bool isText = term.field == "message" && term.comparison == logs::Comparison::Equal;
    if (isText && term.value.kind != Kind::Any && !term.value.text.empty()) {
        found << expressionOf(term.value.text, term.value.kind == Kind::Regex,
                              term.value.kind != Kind::Word && term.value.isCaseSensitive);
    }
}

void collect(const logs::Query &query, QVector<QRegularExpression> &found)
{
    if (const auto *all = std::get_if<logs::AllOf>(&query->content)) {
        for (const logs::Query &part : all->parts) {
            collect(part, found);
        }
    } else if (const auto *any = std::get_if<logs::AnyOf>(&query->content)) {
        for (const logs::Query &part : any->parts) {
            collect(part, found);
        }
    } else if (const auto *text = std::get_if<logs::TextTerm>(&query->content)) {
        addTerm(*text, found);
    } else if (const auto *field = std::get_if<logs::FieldTerm>(&query->content)) {
        addTerm(*field, found);
    }
}

} // namespace

void TextMarks::setQuery(const logs::Query &query)
{
    QVector<QRegularExpression> found;
    if (query) {
        collect(query, found);
    }
    m_sought.clear();
    for (const QRegularExpression &pattern : found) {
        if (pattern.isValid()) {
            m_sought.push_back({pattern, {}, 0, 0});
        }
    }
}

void TextMarks::setRules(const QVector<HighlightRule> &rules)
{
    m_ruled.clear();
    quint64 bit = 1;
    for (const HighlightRule &rule : rules) {
        Mark mark{{}, {}, rule.colour, rule.isQuery ? bit : 0};
        bit <<= 1;
        if (!rule.isQuery) {
            mark.pattern = rule.expression();
        }
        if (rule.enabled && !rule.pattern.isEmpty() && mark.pattern.isValid()) {
            mark.format.setFontWeight(rule.bold ? QFont::Bold : QFont::Normal);
            mark.format.setFontUnderline(rule.underline);
            m_ruled.prepend(mark);
        }
    }
}

void TextMarks::takeColours(const Theme &theme, const QColor &base)
{
    for (Mark &mark : m_ruled) {
        mark.format.setForeground(theme.series(mark.colour));
    }
    for (Mark &mark : m_sought) {
        mark.format.setBackground(theme.tone(Tone::Warning));
        mark.format.setForeground(base);
    }
}

QList<QTextLayout::FormatRange> TextMarks::rangesIn(const QString &text, quint64 matching) const
{
    QList<QTextLayout::FormatRange> ranges;
    for (const QVector<Mark> *marks : {&m_ruled, &m_sought}) {
        for (const Mark &mark : *marks) {
            if (mark.bit == 0) {
                addMatches(mark, text, ranges);
            } else if ((mark.bit & matching) != 0) {
                ranges.append({0, int(text.size()), mark.format});
            }
        }
    }
    return ranges;
}

void TextMarks::addMatches(const Mark &mark, const QString &text,
                           QList<QTextLayout::FormatRange> &ranges)
{
    for (auto it = mark.pattern.globalMatch(text); it.hasNext() && ranges.size() < kMostMarks;) {
        const auto match = it.next();
        if (match.capturedLength() > 0) {
            ranges.append({int(match.capturedStart()), int(match.capturedLength()), mark.format});
        }
    }
}

} // namespace foretop::app
