// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelheader.h"

#include "app/paintabletext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace foretop::app {

namespace {

constexpr int kIcon = 14;
/// Answers that come sooner than this are not announced.
constexpr int kPatienceMs = 400;

} // namespace

PanelHeader::PanelHeader(const Theme &theme, QMenu &menu, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new QLabel(this))
    , m_leftOut(new QLabel(this))
    , m_pending(new QLabel(this))
    , m_menu(new QToolButton(this))
{
    setObjectName(QStringLiteral("panelHeader"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QFont bold = m_label->font();
    bold.setBold(true);
    m_label->setFont(bold);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumWidth(20);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    m_leftOut->setForegroundRole(QPalette::PlaceholderText);
    m_leftOut->hide();
    m_pending->setObjectName(QStringLiteral("pending"));
    m_pending->setToolTip(tr("Waiting for an answer"));
    m_pending->setAccessibleName(m_pending->toolTip());
    m_pending->hide();
    m_menu->setObjectName(QStringLiteral("panelMenu"));
    m_menu->setAutoRaise(true);
    m_menu->setIconSize({kIcon, kIcon});
    m_menu->setFocusPolicy(Qt::TabFocus);
    connect(m_menu, &QToolButton::clicked, &menu,
            [this, &menu] { menu.popup(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    m_menu->setToolTip(tr("Copy, save and change this panel"));
    layout->addWidget(m_label, 1);
    layout->addWidget(m_leftOut);
    layout->addWidget(m_pending);
    layout->addWidget(m_menu);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, m_pending, &QWidget::show);
    connect(&theme, &Theme::changed, this, &PanelHeader::takeIcons);
    takeIcons();
}

void PanelHeader::takeIcons()
{
    m_menu->setIcon(m_theme.icon(QStringLiteral("more")));
    m_pending->setPixmap(m_theme.icon(QStringLiteral("connecting"), Tone::Muted)
                             .pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
}

void PanelHeader::setTitle(const QString &title, const QString &description)
{
    m_title = title;
    m_label->setToolTip(plainToolTip(description.isEmpty() ? title : title + u'\n' + description));
    m_menu->setAccessibleName(tr("Menu of the panel %1").arg(title));
    elide();
}

void PanelHeader::setLeftOut(int series)
{
    m_leftOut->setVisible(series > 0);
    m_leftOut->setText(tr("%n series left out", nullptr, series));
    m_leftOut->setToolTip(tr("The panel shows the series with the greatest values"));
}

void PanelHeader::setPending(bool isPending)
{
    if (!isPending) {
        m_patience.stop();
        m_pending->hide();
    } else if (!m_patience.isActive() && m_pending->isHidden()) {
        m_patience.start();
    }
}

void PanelHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void PanelHeader::elide()
{
    m_label->setText(m_label->fontMetrics().elidedText(m_title, Qt::ElideRight, titleRoom()));
}

int PanelHeader::titleRoom() const
{
    const int others = m_menu->sizeHint().width() + 8 +
                       (m_leftOut->isHidden() ? 0 : m_leftOut->sizeHint().width() + 8);
    return width() - others;
}

void PanelHeader::paint(QPainter &painter) const
{
    painter.setFont(m_label->font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(m_label->geometry(), Qt::AlignLeft | Qt::AlignVCenter, m_label->text());
    if (!m_leftOut->isHidden()) {
        painter.setFont(m_leftOut->font());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(m_leftOut->geometry(), Qt::AlignRight | Qt::AlignVCenter,
                         m_leftOut->text());
    }
}

} // namespace foretop::app
