// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noticebanner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace foretop::app {

NoticeBanner::NoticeBanner(const Theme &theme, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tone(tone)
    , m_text(new QLabel(this))
    , m_action(new QToolButton(this))
{
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("dismissNotice"));
    close->setText(tr("Dismiss"));
    close->setToolTip(tr("I have seen it; show it no more"));
    close->setAccessibleName(close->text());
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_action->hide();
    for (QToolButton *button : {m_action, close}) {
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_action, &QAbstractButton::clicked, this, &NoticeBanner::actionRequested);
    connect(close, &QAbstractButton::clicked, this, &NoticeBanner::dismissed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 5);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NoticeBanner::setAction(const QString &text, const QString &hint)
{
    m_action->setText(text);
    m_action->setToolTip(hint);
    m_action->setAccessibleName(text);
    m_action->show();
}

void NoticeBanner::setText(const QString &text, const QString &details)
{
    m_text->setText(text);
    m_text->setToolTip(details);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString NoticeBanner::text() const
{
    return m_text->text();
}

void NoticeBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.fill(m_tone));
    painter.setPen(m_theme.tone(m_tone));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace foretop::app
