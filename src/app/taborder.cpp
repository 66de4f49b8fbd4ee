// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/taborder.h"

#include <QVector>
#include <QWidget>

namespace foretop::app {

QWidget *chainTabs(QWidget *before, QWidget *part)
{
    QVector<QWidget *> inside;
    for (QWidget *one = part->nextInFocusChain(); one != part; one = one->nextInFocusChain()) {
        if (part->isAncestorOf(one) && (one->focusPolicy() & Qt::TabFocus) != 0 &&
            !one->focusProxy()) {
            inside << one;
        }
    }
    for (QWidget *one : inside) {
        if (before) {
            QWidget::setTabOrder(before, one);
        }
        before = one;
    }
    return before;
}

} // namespace foretop::app
