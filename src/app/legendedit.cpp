// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/legendedit.h"

#include "app/completionpopup.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QStringListModel>

#include <algorithm>

namespace foretop::app {

LegendEdit::LegendEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_items(new QStringListModel(this))
    , m_popup(new CompletionPopup(*m_items, this))
{
    setMaxLength(kMostCharacters);
    setAccessibleName(tr("Names of series"));
    setPlaceholderText(tr("Names of series: automatic, or such as {{method}} {{code}}"));
    setToolTip(tr("How series are named; {{label}} stands for a label's value "
                  "(Ctrl+Space completes)"));
    m_popup->view()->setObjectName(QStringLiteral("legendCompletion"));
    connect(this, &QLineEdit::textEdited, this, &LegendEdit::offer);
    connect(m_popup, &CompletionPopup::chosen, this, &LegendEdit::write);
}

void LegendEdit::offer()
{
    static const QRegularExpression open(QStringLiteral("\\{\\{\\s*(\\w*)$"));
    const auto match = open.match(text().left(cursorPosition()));
    const QStringList items =
        match.hasMatch() ? m_labels.filter(match.captured(1), Qt::CaseInsensitive) : QStringList();
    if (items.isEmpty()) {
        m_popup->close();
        return;
    }
    m_begin = int(match.capturedStart(1));
    m_items->setStringList(items);
    QRect below = rect();
    below.setLeft(std::min(fontMetrics().horizontalAdvance(text().left(m_begin)),
                           std::max(0, width() - m_popup->width())));
    below.setWidth(m_popup->width());
    m_popup->open(below, true);
}

void LegendEdit::write(int row)
{
    const QString label = m_items->index(row).data().toString();
    static const QRegularExpression rest(QStringLiteral("^\\w*\\s*\\}{0,2}"));
    const QString behind = text().mid(cursorPosition());
    const QString before = text().left(m_begin) + label + QStringLiteral("}}");
    setText(before + behind.mid(rest.match(behind).capturedLength()));
    setCursorPosition(int(before.size()));
    Q_EMIT textEdited(text());
}

bool LegendEdit::event(QEvent *event)
{
    // Before the focus goes on to the next widget.
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab &&
        m_popup->takeKey(static_cast<QKeyEvent *>(event))) {
        return true;
    }
    return QLineEdit::event(event);
}

void LegendEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_popup->takeKey(event)) {
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (!text().left(cursorPosition()).contains(QStringLiteral("{{")) ||
            text().left(cursorPosition()).endsWith(QStringLiteral("}}"))) {
            insert(QStringLiteral("{{"));
        }
        offer();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void LegendEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        m_popup->close();
    }
}

} // namespace foretop::app
