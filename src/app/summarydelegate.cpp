// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summarydelegate.h"

#include "app/durationtext.h"
#include "app/momenttext.h"
#include "app/sparkline.h"
#include "app/statelook.h"
#include "app/valuetext.h"
#include "models/errormodel.h"
#include "models/jobmodel.h"

#include <QPainter>

namespace foretop::app {

namespace {

using models::ErrorModel;
using models::JobModel;

constexpr int kMargin = 7;
constexpr int kIcon = 16;
constexpr int kTextLeft = kMargin + kIcon + 8;
constexpr int kBarHeight = 6;
constexpr int kSparklineWidth = 64;

} // namespace

SummaryDelegate::SummaryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize SummaryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, 2 * option.fontMetrics.height() + 2 * kMargin + 2};
}

void SummaryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Texts row = texts(index);
    const QFontMetrics &metrics = option.fontMetrics;
    painter->save();
    painter->setFont(option.font);
    if (option.state & (QStyle::State_MouseOver | QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.fill(Tone::Muted));
        painter->drawRoundedRect(option.rect, 5, 5);
    }
    const QRect inner = option.rect.adjusted(kTextLeft, kMargin, -kMargin, -kMargin);
    const QRect first(inner.left(), inner.top(), inner.width(), metrics.height());
    const QRect second(inner.left(), inner.bottom() - metrics.height() + 1, inner.width(),
                       metrics.height());
    m_theme.icon(row.icon, row.tone)
        .paint(painter, QRect(option.rect.left() + kMargin, first.center().y() - kIcon / 2 + 1,
                              kIcon, kIcon));
    painter->setPen(m_theme.tone(row.tone));
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, row.value);
    const int width = first.width() - metrics.horizontalAdvance(row.value) - 10;
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(row.headline, Qt::ElideRight, width));
    paintSecond(*painter, option, second, index);
    painter->restore();
}

SummaryDelegate::Texts ErrorSummaryDelegate::texts(const QModelIndex &index) const
{
    const QString times = tr("%1×").arg(index.data(ErrorModel::CountRole).toULongLong());
    return {QStringLiteral("unhealthy"), Tone::Bad, index.data(Qt::DisplayRole).toString(), times};
}

void ErrorSummaryDelegate::paintSecond(QPainter &painter, const QStyleOptionViewItem &option,
                                       const QRect &rect, const QModelIndex &index) const
{
    const QString text = tr("%1 · last %2")
                             .arg(index.data(ErrorModel::SourceRole).toString(),
                                  clockText(index.data(ErrorModel::LastSeenRole).toDateTime()));
    painter.setPen(theme().tone(Tone::Muted));
    painter.drawText(
        rect, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width() - kSparklineWidth - 10));
    paintBars(
        painter,
        QRectF(rect.right() - kSparklineWidth, rect.top() + 2, kSparklineWidth, rect.height() - 4),
        index.data(ErrorModel::PerMinuteRole).value<QVector<double>>(), theme().tone(Tone::Bad));
}

SummaryDelegate::Texts JobSummaryDelegate::texts(const QModelIndex &index) const
{
    const StateLook look =
        lookOf(static_cast<jobs::State>(index.data(JobModel::StateRole).toInt()));
    const QVariant progress = index.data(JobModel::ProgressRole);
    return {look.icon, look.tone, index.data(Qt::DisplayRole).toString(),
            progress.isValid() ? valueText(progress.toDouble(), Unit::Ratio) : look.word};
}

void JobSummaryDelegate::paintSecond(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QRect &rect, const QModelIndex &index) const
{
    const QVariant progress = index.data(JobModel::ProgressRole);
    const QVariant eta = index.data(JobModel::EtaMsRole);
    const QString message = index.siblingAtColumn(JobModel::MessageColumn).data().toString();
    const QString queue = index.siblingAtColumn(JobModel::QueueColumn).data().toString();
    const QString left = eta.isValid() ? tr("%1 left").arg(etaText(Milliseconds(eta.toLongLong())))
                         : message.isEmpty() ? queue
                                             : message;
    const int half = progress.isValid() ? rect.width() / 2 : 0;
    if (progress.isValid()) {
        const QRectF bar(rect.left(), rect.center().y() - kBarHeight / 2.0 + 0.5, half - 10,
                         kBarHeight);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().fill(Tone::Muted).lighter(theme().isDark() ? 130 : 100));
        painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
        painter.setBrush(theme().tone(Tone::Active));
        QRectF done = bar;
        done.setWidth(
            std::max(qreal(kBarHeight), bar.width() * std::clamp(progress.toDouble(), 0.0, 1.0)));
        painter.drawRoundedRect(done, kBarHeight / 2.0, kBarHeight / 2.0);
        painter.restore();
    }
    painter.setPen(theme().tone(Tone::Muted));
    const QRect text = rect.adjusted(half, 0, 0, 0);
    painter.drawText(text, (progress.isValid() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(left, Qt::ElideRight, text.width()));
}

} // namespace foretop::app
