// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/editfault.h"
#include "models/metricnames.h"

#include <QHash>
#include <QPlainTextEdit>
#include <QTimer>

#include <optional>

namespace foretop::app {

class ExpressionCompleter;
class ExpressionHighlighter;
class Theme;

/// Where an expression is written: coloured, completed, brackets paired, a wave under what is
/// wrong. GUI thread.
///
/// What is wrong is told by the source once it has answered, and while typing by the rules of
/// docs/expressions.md; of a source that takes more than these it then is only a hint.
class ExpressionEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int kDebounceMs = 300; ///< between typing and what is wrong
    static constexpr int kLeastLines = 2;
    static constexpr int kMostLines = 8; ///< shown at once

    /// @p theme must outlive this.
    ExpressionEdit(const Theme &theme, QWidget *parent);
    ~ExpressionEdit() override;

    void setNames(const models::MetricNames &names);
    /// The dashboard's, by name.
    void setVariables(const QHash<QString, QString> &variables);
    /// Whether the source takes all of PromQL, so that only it can say what is wrong.
    void setFaultsAreHints(bool areHints);

    QString expression() const { return toPlainText(); }
    /// Can be undone; the cursor goes to its end.
    void setExpression(const QString &expression);

    /// What the source said of the present expression: nothing when it could answer.
    void setAnswer(const std::optional<EditFault> &problem);
    const std::optional<EditFault> &fault() const { return m_fault; }
    bool isFaultHint() const { return m_isHint; }
    bool isCompleting() const;

Q_SIGNALS:
    void faultChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void takeText();
    void check();
    void setFault(const std::optional<EditFault> &fault, bool isHint);
    void mark();
    void fitHeight();

    const Theme &m_theme;
    ExpressionHighlighter *m_highlighter;
    ExpressionCompleter *m_completer;
    QHash<QString, QString> m_variables;
    QString m_text; ///< as of the last takeText(): colours change the document too
    QTimer m_pause;
    bool m_areHints = false;
    bool m_isHint = false;
    bool m_isTyping = false;
    std::optional<EditFault> m_fault;
};

} // namespace foretop::app
