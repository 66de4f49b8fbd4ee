// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/expressionedit.h"

#include "app/expressioncompleter.h"
#include "app/expressionhighlighter.h"
#include "app/theme.h"
#include "metrics/expression.h"
#include "models/expressioncheck.h"

#include <QAbstractTextDocumentLayout>
#include <QAccessible>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace foretop::app {

ExpressionEdit::ExpressionEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(new ExpressionHighlighter(theme, document()))
    , m_completer(new ExpressionCompleter(theme, *this))
{
    setFont(theme.fixedFont());
    setTabChangesFocus(true);
    setAccessibleName(tr("Expression"));
    setPlaceholderText(tr("Expression, such as: rate(http_requests_total[$__rate_interval])"));
    setToolTip(tr("What is drawn, in PromQL (Ctrl+Space completes)"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(kDebounceMs);
    connect(&m_pause, &QTimer::timeout, this, &ExpressionEdit::check);
    connect(this, &QPlainTextEdit::textChanged, this, &ExpressionEdit::takeText);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_isTyping) {
            m_completer->close();
        }
        mark();
    });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ExpressionEdit::fitHeight);
    connect(&theme, &Theme::changed, this, &ExpressionEdit::mark);
    fitHeight();
}

ExpressionEdit::~ExpressionEdit() = default;

void ExpressionEdit::setNames(const models::MetricNames &names)
{
    m_completer->setNames(names);
}

void ExpressionEdit::setVariables(const QHash<QString, QString> &variables)
{
    m_variables = variables;
    m_completer->setVariables(variables);
    m_highlighter->setVariables(variables);
    check();
}

void ExpressionEdit::setFaultsAreHints(bool areHints)
{
    m_areHints = areHints;
    check();
}

void ExpressionEdit::setExpression(const QString &expression)
{
    if (expression == this->expression()) {
        return;
    }
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.insertText(expression);
    setTextCursor(all);
    check();
}

void ExpressionEdit::setAnswer(const std::optional<EditFault> &problem)
{
    if (!m_pause.isActive()) {
        setFault(problem, false);
    }
}

bool ExpressionEdit::isCompleting() const
{
    return m_completer->isOpen();
}

void ExpressionEdit::takeText()
{
    if (std::exchange(m_text, toPlainText()) == toPlainText()) {
        return;
    }
    m_pause.start();
    setFault({}, false);
    mark();
}

void ExpressionEdit::check()
{
    m_pause.stop();
    const auto found = models::expressionFault(expression(), m_variables);
    if (!found) {
        setFault({}, false);
        return;
    }
    setFault(EditFault{int(found->begin), int(found->length), found->message}, m_areHints);
}

void ExpressionEdit::setFault(const std::optional<EditFault> &fault, bool isHint)
{
    if (m_fault == fault && m_isHint == isHint) {
        return;
    }
    m_fault = fault;
    m_isHint = isHint;
    mark();
    setAccessibleDescription(fault ? fault->message : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    Q_EMIT faultChanged();
}

/// The wave under what is wrong, and the bracket at the cursor with its other one.
void ExpressionEdit::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](qsizetype begin, qsizetype length, const QTextCharFormat &format) {
        QTextCursor part(document());
        const int last = document()->characterCount() - 1;
        part.setPosition(std::min(int(begin), last));
        part.setPosition(std::min(int(begin + length), last), QTextCursor::KeepAnchor);
        marks.append({part, format});
    };
    const auto pair =
        models::bracketPair(expression(), m_highlighter->parts(), textCursor().position());
    if (pair) {
        QTextCharFormat format;
        format.setBackground(m_theme.fill(pair->second < 0 ? Tone::Bad : Tone::Active));
        format.setFontWeight(QFont::Bold);
        add(pair->first, 1, format);
        if (pair->second >= 0) {
            add(pair->second, 1, format);
        }
    }
    if (m_fault) {
        QTextCharFormat wave;
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(m_theme.tone(m_isHint ? Tone::Warning : Tone::Bad));
        add(m_fault->begin, m_fault->length, wave);
    }
    setExtraSelections(marks);
}

void ExpressionEdit::fitHeight()
{
    // A QPlainTextDocumentLayout tells its height in lines.
    const int lines = int(std::ceil(document()->documentLayout()->documentSize().height()));
    const int shown = std::clamp(lines, kLeastLines, kMostLines);
    const int margins = int(2 * document()->documentMargin()) + 2 * frameWidth();
    setFixedHeight(shown * fontMetrics().lineSpacing() + margins + 2);
}

bool ExpressionEdit::event(QEvent *event)
{
    // Before the focus goes on to the next widget.
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab &&
        m_completer->takeKey(static_cast<QKeyEvent *>(event))) {
        return true;
    }
    return QPlainTextEdit::event(event);
}

void ExpressionEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->takeKey(event)) {
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier)) {
        m_completer->offer(true);
        return;
    }
    const QString before = expression();
    const int place = textCursor().position();
    {
        const QScopedValueRollback typing(m_isTyping, true);
        QPlainTextEdit::keyPressEvent(event);
    }
    if (expression() == before) {
        if (textCursor().position() != place) {
            m_completer->close();
        }
    } else if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        m_completer->close();
    } else {
        m_completer->offer(false);
    }
}

void ExpressionEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        m_completer->close();
    }
}

void ExpressionEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().left(qsizetype(metrics::kMaxExpressionBytes)));
}

} // namespace foretop::app
