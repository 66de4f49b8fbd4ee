// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobprogressdelegate.h"

#include "app/jobtext.h"
#include "app/theme.h"
#include "models/jobmodel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>

namespace foretop::app {

namespace {

using models::JobModel;

constexpr int kFrameMs = 60;
constexpr int kStripeWidth = 8;
constexpr qreal kRadius = 3;

} // namespace

JobProgressDelegate::JobProgressDelegate(const Theme &theme, QAbstractItemView *view)
    : QStyledItemDelegate(view)
    , m_theme(theme)
    , m_view(view)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(kFrameMs);
    connect(&m_frame, &QTimer::timeout, this, &JobProgressDelegate::moveStripes);
}

QRect JobProgressDelegate::barRect(const QRect &cell)
{
    return cell.adjusted(4, 3, -4, -3);
}

void JobProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    QStyle *style = m_view->style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, m_view);

    const QRect bar = barRect(option.rect);
    const bool hasBar = index.data(JobModel::ProgressRole).isValid() || isIndeterminate(index) ||
                        !jobProgressText(index).isEmpty();
    if (hasBar && bar.width() > 0) {
        painter->save();
        painter->setFont(option.font);
        paintBar(painter, bar, index);
        painter->restore();
    }
}

void JobProgressDelegate::paintBar(QPainter *painter, const QRect &bar,
                                   const QModelIndex &index) const
{
    // Its own ground and text colour, so that it reads the same on a selected row.
    const QColor ground = m_view->palette().color(QPalette::Active, QPalette::Base);
    const QColor ink = m_view->palette().color(QPalette::Active, QPalette::Text);
    const QColor colour =
        m_theme.tone(jobStateTone(jobs::State(index.data(JobModel::StateRole).toInt())));
    QPainterPath shape;
    shape.addRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(shape, ground);
    painter->save();
    painter->setClipPath(shape, Qt::IntersectClip);
    QRect done = bar;
    done.setWidth(int(bar.width() * index.data(JobModel::ProgressRole).toDouble()));
    if (isIndeterminate(index)) {
        paintStripes(painter, bar, colour);
    } else {
        painter->fillRect(done, colour);
    }
    const QString text = jobProgressText(index);
    painter->setPen(ink);
    painter->drawText(bar, Qt::AlignCenter, text);
    painter->setClipRect(done, Qt::IntersectClip);
    painter->setPen(ground);
    painter->drawText(bar, Qt::AlignCenter, text);
    painter->restore();
    painter->setPen(m_theme.cardBorder());
    painter->drawPath(shape);
}

void JobProgressDelegate::paintStripes(QPainter *painter, const QRect &bar,
                                       const QColor &colour) const
{
    QColor pale = colour;
    pale.setAlphaF(0.35F);
    for (int x = bar.left() - bar.height() - 2 * kStripeWidth + m_phase; x < bar.right();
         x += 2 * kStripeWidth) {
        QPolygon stripe;
        stripe << QPoint(x, bar.bottom() + 1) << QPoint(x + kStripeWidth, bar.bottom() + 1)
               << QPoint(x + kStripeWidth + bar.height(), bar.top())
               << QPoint(x + bar.height(), bar.top());
        QPainterPath path;
        path.addPolygon(stripe);
        painter->fillPath(path, pale);
    }
    if (m_view->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_view) > 0) {
        m_stripes += bar;
        if (!m_frame.isActive()) {
            m_frame.start();
        }
    }
}

void JobProgressDelegate::moveStripes()
{
    m_phase = (m_phase + 1) % (2 * kStripeWidth);
    m_view->viewport()->update(std::exchange(m_stripes, {}));
}

} // namespace foretop::app
