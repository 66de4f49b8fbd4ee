// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queryedit.h"

#include "app/completionpopup.h"
#include "app/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStringListModel>
#include <QTextCharFormat>

#include <algorithm>

namespace foretop::app {

QueryEdit::QueryEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_items(new QStringListModel(this))
    , m_popup(new CompletionPopup(*m_items, this))
{
    m_popup->view()->setObjectName(QStringLiteral("queryCompletion"));
    connect(m_popup, &CompletionPopup::chosen, this,
            [this](int row) { complete(m_items->index(row).data().toString()); });
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_historyAt = -1;
        offerCompletion(false);
    });
    connect(&theme, &Theme::changed, this, &QueryEdit::paintFault);
}

QueryEdit::~QueryEdit() = default;

void QueryEdit::setCompletionSource(CompletionSource source)
{
    m_source = std::move(source);
}

void QueryEdit::setHistory(const QStringList &history)
{
    m_history = history;
}

void QueryEdit::setFault(const std::optional<EditFault> &fault)
{
    if (fault == std::exchange(m_fault, fault)) {
        return;
    }
    paintFault();
    setAccessibleDescription(fault ? fault->message : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void QueryEdit::paintFault()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_fault) {
        QTextCharFormat wave;
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(m_theme.tone(Tone::Bad));
        attributes << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat,
                                                   m_fault->begin - cursorPosition(),
                                                   std::max(1, m_fault->length), wave);
    }
    // The one way to format a part of a QLineEdit's text: as an input method would.
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
}

bool QueryEdit::isCompleting() const
{
    return m_popup->isOpen();
}

bool QueryEdit::event(QEvent *event)
{
    // Before the focus goes on to the next widget.
    if (event->type() == QEvent::KeyPress && isCompleting() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab) {
        return m_popup->takeKey(static_cast<QKeyEvent *>(event));
    }
    return QLineEdit::event(event);
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_popup->takeKey(event)) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            offerCompletion(true);
            return;
        }
        break;
    case Qt::Key_Up:
        goThroughHistory(1);
        return;
    case Qt::Key_Down:
        if (m_historyAt < 0) {
            Q_EMIT left();
        } else {
            goThroughHistory(-1);
        }
        return;
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            Q_EMIT left();
        } else {
            clear();
        }
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void QueryEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        m_popup->close();
    }
}

void QueryEdit::goThroughHistory(int step)
{
    const qsizetype at = std::clamp(m_historyAt + step, qsizetype(-1), m_history.size() - 1);
    if (at == m_historyAt) {
        return;
    }
    if (m_historyAt < 0) {
        m_draft = text();
    }
    m_historyAt = at;
    setText(at < 0 ? m_draft : m_history[at]);
}

void QueryEdit::offerCompletion(bool always)
{
    m_completion = m_source ? m_source(text(), cursorPosition()) : EditCompletion();
    const bool nothingTyped = m_completion.begin == m_completion.end;
    const bool afterSpace = cursorPosition() == 0 || text().at(cursorPosition() - 1).isSpace();
    const QString typed = text().mid(m_completion.begin, m_completion.end - m_completion.begin);
    const bool isComplete = m_completion.items.size() == 1 && m_completion.items[0] == typed;
    if (m_completion.items.isEmpty() || isComplete || (!always && nothingTyped && afterSpace)) {
        m_popup->close();
        return;
    }
    m_items->setStringList(m_completion.items);
    const int left = fontMetrics().horizontalAdvance(text().left(m_completion.begin));
    QRect below = rect();
    below.setLeft(std::min(left, std::max(0, rect().width() - m_popup->width())));
    below.setWidth(m_popup->width());
    m_popup->open(below, false);
}

bool QueryEdit::renewCompletion()
{
    // What the person has chosen in the list already stays.
    const bool isChoosing = m_popup->isOpen() && m_popup->view()->currentIndex().isValid();
    if (!isChoosing && (hasFocus() || m_popup->isOpen())) {
        offerCompletion(false);
    }
    return isCompleting();
}

void QueryEdit::complete(const QString &item)
{
    const QString before = text().left(m_completion.begin) + item;
    QString after = text().mid(m_completion.end);
    const bool isField = item.endsWith(u':');
    const bool needsSpace = !isField && !after.startsWith(u' ');
    setText(before + (needsSpace ? QStringLiteral(" ") : QString()) + after);
    setCursorPosition(int(before.size()) + (isField ? 0 : 1));
    if (isField) {
        offerCompletion(true);
    }
}

} // namespace foretop::app
