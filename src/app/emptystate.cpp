// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/emptystate.h"

#include <QApplication>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretop::app {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_code(new QLabel(this))
    , m_buttons(new QWidget(this))
    , m_buttonLayout(new QHBoxLayout(m_buttons))
{
    setObjectName(QStringLiteral("emptyState"));
    // Not that of the view below, which may be a fixed one of any size.
    QFont font = QApplication::font();
    setFont(font);
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setBold(true);
    m_title->setFont(font);
    for (QLabel *label : {m_title, m_hint, m_code}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (QLabel *label : {m_hint, m_code}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_buttonLayout->setContentsMargins(0, 0, 0, 0);
    m_buttonLayout->setAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_code);
    layout->addWidget(m_buttons);
    layout->addStretch(2);
}

void EmptyState::setMessage(const QString &title, const QString &hint, const QString &code)
{
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(code.isEmpty() ? hint : hint + u' ' + code);
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

QString EmptyState::code() const
{
    return m_code->text();
}

} // namespace foretop::app
