// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kindpicker.h"

#include "app/panelkindtext.h"
#include "app/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QToolButton>

namespace foretop::app {

using models::PanelKind;

KindPicker::KindPicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_buttons(new QButtonGroup(this))
    , m_name(new QLabel(this))
{
    setObjectName(QStringLiteral("panelKind"));
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    for (int i = 0; i <= int(PanelKind::TopN); ++i) {
        const QString text = panelKindText(PanelKind(i));
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("kind%1").arg(i));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIconSize({22, 22});
        button->setToolTip(text);
        button->setAccessibleName(text);
        m_buttons->addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_name);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool isChecked) {
        if (isChecked) {
            m_name->setText(panelKindText(PanelKind(id)));
            Q_EMIT kindChanged();
        }
    });
    connect(&theme, &Theme::changed, this, &KindPicker::takeIcons);
    takeIcons();
    setKind(PanelKind::TimeSeries);
}

PanelKind KindPicker::kind() const
{
    return PanelKind(m_buttons->checkedId());
}

void KindPicker::setKind(PanelKind kind)
{
    m_buttons->button(int(kind))->setChecked(true);
}

void KindPicker::takeIcons()
{
    for (QAbstractButton *button : m_buttons->buttons()) {
        button->setIcon(m_theme.icon(panelKindIcon(PanelKind(m_buttons->id(button)))));
    }
}

} // namespace foretop::app
