// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expressionparts.h"

#include <QSyntaxHighlighter>

namespace foretop::app {

class Theme;

/// Tells functions, labels, strings, numbers, durations and variables of an expression apart by
/// colour.
class ExpressionHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    ExpressionHighlighter(const Theme &theme, QTextDocument *document);

    void setVariables(const QHash<QString, QString> &variables);
    /// Of the document as it is.
    const QVector<models::ExpressionPart> &parts();

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat formatOf(models::ExpressionPart::Kind kind) const;

    const Theme &m_theme;
    QHash<QString, QString> m_variables;
    QVector<models::ExpressionPart> m_parts;
    QString m_readText; ///< that m_parts are of
};

} // namespace foretop::app
