// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/expressionhighlighter.h"

#include "app/theme.h"
#include "metrics/expression.h"

#include <QTextDocument>

#include <algorithm>

namespace foretop::app {

using models::ExpressionPart;
using Kind = ExpressionPart::Kind;

ExpressionHighlighter::ExpressionHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void ExpressionHighlighter::setVariables(const QHash<QString, QString> &variables)
{
    m_variables = variables;
    m_readText.clear();
    m_parts.clear();
    rehighlight();
}

const QVector<ExpressionPart> &ExpressionHighlighter::parts()
{
    const QString text = document()->toPlainText();
    if (m_readText != text) {
        m_readText = text;
        // What is longer can be no expression.
        m_parts = text.size() > qsizetype(metrics::kMaxExpressionBytes)
                      ? QVector<ExpressionPart>()
                      : models::expressionParts(text, m_variables);
    }
    return m_parts;
}

void ExpressionHighlighter::highlightBlock(const QString &text)
{
    const qsizetype begin = currentBlock().position();
    const qsizetype end = begin + text.size();
    size_t look = 0; // of what comes behind this line and depends on it
    for (const ExpressionPart &part : parts()) {
        if (part.begin < end && part.begin + part.length > begin) {
            setFormat(int(std::max(part.begin - begin, qsizetype(0))),
                      int(std::min(part.begin + part.length, end) - std::max(part.begin, begin)),
                      formatOf(part.kind));
        } else if (part.begin >= end) {
            look = qHashMulti(look, part.begin - end, int(part.kind), part.length);
        }
    }
    setCurrentBlockState(int(look & 0x7FFFFFFF)); // another one lets the next line be painted too
}

QTextCharFormat ExpressionHighlighter::formatOf(Kind kind) const
{
    QTextCharFormat format;
    const auto dress = [&](Tone tone) { format.setForeground(m_theme.tone(tone)); };
    switch (kind) {
    case Kind::Function:
        dress(Tone::Active);
        break;
    case Kind::Keyword:
        dress(Tone::Lost);
        break;
    case Kind::Label:
        dress(Tone::Warning);
        break;
    case Kind::String:
        dress(Tone::Good);
        break;
    case Kind::Number:
        dress(Tone::Critical);
        break;
    case Kind::Duration:
        dress(Tone::Critical);
        format.setFontItalic(true);
        break;
    case Kind::Variable:
        dress(Tone::Lost);
        format.setFontWeight(QFont::Bold);
        break;
    case Kind::Comment:
    case Kind::Operator:
    case Kind::Opening:
    case Kind::Closing:
        dress(Tone::Muted);
        break;
    case Kind::Metric:
        break;
    }
    return format;
}

} // namespace foretop::app
