// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queryedit.h"

#include "app/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStringListModel>
#include <QTextCharFormat>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kMostShownItems = 12;

} // namespace

QueryEdit::QueryEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_items(new QStringListModel(this))
    , m_completer(new QCompleter(m_items, this))
{
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kMostShownItems);
    m_completer->popup()->setObjectName(QStringLiteral("queryCompletion"));
    m_completer->popup()->setAccessibleName(tr("What can be written here"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &QueryEdit::complete);
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
    return m_completer->popup()->isVisible();
}

bool QueryEdit::keyForPopup(QKeyEvent *event)
{
    if (!isCompleting()) {
        return false;
    }
    QAbstractItemView *popup = m_completer->popup();
    switch (event->key()) {
    case Qt::Key_Tab:
        if (!popup->currentIndex().isValid()) {
            popup->hide();
            complete(m_items->index(0).data().toString());
            return true;
        }
        event->ignore();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (popup->currentIndex().isValid()) {
            event->ignore(); // the completer takes it
            return true;
        }
        popup->hide();
        return false;
    case Qt::Key_Escape:
        popup->hide();
        event->accept();
        return true;
    default:
        return false;
    }
}

bool QueryEdit::event(QEvent *event)
{
    // Before the focus goes on to the next widget.
    if (event->type() == QEvent::KeyPress && isCompleting() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab) {
        return keyForPopup(static_cast<QKeyEvent *>(event));
    }
    return QLineEdit::event(event);
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (keyForPopup(event)) {
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
        m_completer->popup()->hide();
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
        m_completer->popup()->hide();
        return;
    }
    m_items->setStringList(m_completion.items);
    m_completer->setCompletionPrefix({});
    const int left = fontMetrics().horizontalAdvance(text().left(m_completion.begin));
    const int width = m_completer->popup()->sizeHintForColumn(0) + 40;
    QRect below = rect();
    below.setLeft(std::min(left, std::max(0, rect().width() - width)));
    below.setWidth(width);
    m_completer->complete(below);
    m_completer->popup()->setCurrentIndex({});
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
