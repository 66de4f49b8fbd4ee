// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace foretop::app {

WheelGuard::WheelGuard(QWidget *form)
    : QObject(form)
{
    const auto watch = [this](QWidget *box) {
        box->setFocusPolicy(Qt::StrongFocus); // not by the wheel
        box->installEventFilter(this);
    };
    for (auto *box : form->findChildren<QComboBox *>()) {
        watch(box);
    }
    for (auto *box : form->findChildren<QAbstractSpinBox *>()) {
        watch(box);
    }
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore(); // and so the form gets it
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace foretop::app
