// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/completionpopup.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>

namespace foretop::app {

CompletionPopup::CompletionPopup(QAbstractItemModel &model, QWidget *edit)
    : QObject(edit)
    , m_completer(new QCompleter(&model, this))
{
    m_completer->setWidget(edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kMostShownItems);
    view()->setAccessibleName(tr("What can be written here"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
}

void CompletionPopup::open(const QRect &place, bool isFirstChosen)
{
    m_completer->setCompletionPrefix({});
    m_completer->complete(place);
    view()->setCurrentIndex(isFirstChosen ? view()->model()->index(0, 0) : QModelIndex());
}

void CompletionPopup::close()
{
    view()->hide();
}

bool CompletionPopup::isOpen() const
{
    return view()->isVisible();
}

QAbstractItemView *CompletionPopup::view() const
{
    return m_completer->popup();
}

int CompletionPopup::width() const
{
    constexpr int kScrollBar = 40;
    return view()->sizeHintForColumn(0) + kScrollBar;
}

bool CompletionPopup::takeKey(QKeyEvent *event)
{
    if (!isOpen()) {
        return false;
    }
    switch (event->key()) {
    case Qt::Key_Tab:
        if (!view()->currentIndex().isValid()) {
            close();
            Q_EMIT chosen(0);
            return true;
        }
        event->ignore(); // the completer takes it
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (view()->currentIndex().isValid() && !event->modifiers().testFlag(Qt::ControlModifier)) {
            event->ignore();
            return true;
        }
        close();
        return false;
    case Qt::Key_Escape:
        close();
        event->accept();
        return true;
    default:
        return false;
    }
}

} // namespace foretop::app
