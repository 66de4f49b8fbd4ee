// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jsonhighlighter.h"

#include "app/theme.h"

namespace foretop::app {

namespace {

constexpr qsizetype kMaxLineLength = 20'000; // longer lines stay plain: each colour costs layout

qsizetype endOfString(const QString &text, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < text.size() && text[at] != u'"') {
        at += text[at] == u'\\' ? 2 : 1;
    }
    return std::min(at + 1, text.size());
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.';
}

} // namespace

JsonHighlighter::JsonHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > kMaxLineLength) {
        return;
    }
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (text[at] == u'"') {
            end = endOfString(text, at);
            const bool isName = end < text.size() && text[end] == u':';
            setFormat(int(at), int(end - at), m_theme.tone(isName ? Tone::Active : Tone::Good));
        } else if (isWordCharacter(text[at])) {
            while (end < text.size() && isWordCharacter(text[end])) {
                ++end;
            }
            setFormat(int(at), int(end - at), m_theme.tone(Tone::Lost));
        }
        at = end;
    }
}

} // namespace foretop::app
