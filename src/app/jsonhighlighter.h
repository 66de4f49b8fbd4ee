// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace foretop::app {

class Theme;

/// Tells names, strings, numbers and literals of indented JSON apart by colour.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    JsonHighlighter(const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
};

} // namespace foretop::app
