// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/emptystate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretop::app {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QWidget(this))
    , m_buttonLayout(new QHBoxLayout(m_buttons))
{
    setObjectName(QStringLiteral("emptyState"));
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setBold(true);
    m_title->setFont(font);
    for (QLabel *label : {m_title, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_buttonLayout->setContentsMargins(0, 0, 0, 0);
    m_buttonLayout->setAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_buttons);
    layout->addStretch(2);
}

void EmptyState::setMessage(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(hint);
    while (QLayoutItem *item = m_buttonLayout->takeAt(0)) {
        // A button may be removed by its own click.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_buttons->hide();
}

QAbstractButton *EmptyState::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    m_buttonLayout->addWidget(button);
    m_buttons->show();
    return button;
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::hint() const
{
    return m_hint->text();
}

} // namespace foretop::app
