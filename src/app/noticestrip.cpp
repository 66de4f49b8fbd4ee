// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noticestrip.h"

#include "app/paintabletext.h"
#include "app/theme.h"
#include "app/thresholds.h"

#include <QPainter>

namespace foretop::app {

namespace {

constexpr int kIcon = 14;
constexpr int kPadding = 6;

} // namespace

NoticeStrip::NoticeStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("notice"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void NoticeStrip::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    setToolTip(plainToolTip(text));
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    update();
}

QSize NoticeStrip::sizeHint() const
{
    return {200, fontMetrics().height() + 6};
}

QSize NoticeStrip::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void NoticeStrip::paint(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.fill(Tone::Warning));
    painter.drawRoundedRect(rect(), 4, 4);
    paintSign(painter, QRect(kPadding, (height() - kIcon) / 2, kIcon, kIcon),
              ThresholdLevel::Warning, m_theme);
    const QRect area = rect().adjusted(kPadding + kIcon + kPadding, 0, -kPadding, 0);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString line = QString(m_text).replace(u'\n', QStringLiteral(" · "));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(line, Qt::ElideRight, area.width()));
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter);
}

} // namespace foretop::app
