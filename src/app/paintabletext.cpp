// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paintabletext.h"

#include <QTextDocument>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr QChar kEscape(u'\x1b');

bool isPlain(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x20 && code < 0x7f) || code == u'\n' || (code >= 0xa0 && code < 0x2000) ||
           code > 0x2069;
}

bool turnsDirection(char16_t code)
{
    return code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

/// Length of the ANSI "select graphic rendition" sequence (ECMA-48, 8.3.117) at the start of
/// @p text; 0 when there is none.
qsizetype colourCodeLength(QStringView text)
{
    if (text.size() < 3 || text[0] != kEscape || text[1] != u'[') {
        return 0;
    }
    const auto end = std::find_if_not(text.begin() + 2, text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u';' || c == u':';
    });
    return end != text.end() && *end == u'm' ? end - text.begin() + 1 : 0;
}

void appendPicture(QString &out, char16_t code)
{
    if (code == u'\t') {
        out += QStringLiteral("    ");
    } else if (code < 0x20) {
        out += QChar(char16_t(0x2400 + code));
    } else if (code == 0x7f) {
        out += QChar(u'\x2421');
    } else if (code < 0xa0 || turnsDirection(code)) {
        out += QChar(QChar::ReplacementCharacter);
    } else {
        out += QChar(code);
    }
}

} // namespace

QString paintableText(QStringView text, qsizetype maxLength)
{
    text = text.left(maxLength);
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        return text.toString();
    }
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isPlain(text[i])) {
            out += text[i];
        } else if (const auto length = colourCodeLength(text.mid(i)); length > 0) {
            i += length - 1;
        } else if (text[i] != u'\r' || (i + 1 < text.size() && text[i + 1] != u'\n')) {
            appendPicture(out, text[i].unicode());
        }
    }
    return out;
}

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

} // namespace foretop::app
