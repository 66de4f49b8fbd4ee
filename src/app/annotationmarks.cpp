// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotationmarks.h"

#include "app/momenttext.h"
#include "app/paintabletext.h"
#include "app/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

using Kind = models::Annotation::Kind;

constexpr double kShape = 4.5; ///< half of a mark's width
constexpr float kRangeAlpha = 0.08F;
constexpr qsizetype kMostText = 200;

struct AnnotationWord
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::AnnotationWord)
};

QColor colourOf(Kind kind, const Theme &theme)
{
    switch (kind) {
    case Kind::Restart:
        return theme.tone(Tone::Active);
    case Kind::Deploy:
        return theme.tone(Tone::Lost);
    case Kind::Alert:
        break;
    }
    return theme.tone(Tone::Bad);
}

void paintShape(QPainter &painter, Kind kind, const QPointF &middle)
{
    switch (kind) {
    case Kind::Restart:
        painter.drawEllipse(middle, kShape, kShape);
        break;
    case Kind::Deploy:
        painter.drawPolygon(QPolygonF{middle + QPointF(-kShape, -kShape),
                                      middle + QPointF(kShape, -kShape),
                                      middle + QPointF(0, kShape)});
        break;
    case Kind::Alert:
        painter.drawPolygon(
            QPolygonF{middle + QPointF(0, -kShape - 1), middle + QPointF(kShape + 1, 0),
                      middle + QPointF(0, kShape + 1), middle + QPointF(-kShape - 1, 0)});
        break;
    }
}

QString titleOf(const models::Annotation &annotation)
{
    const QString subject = paintableText(annotation.subject, kMostText);
    switch (annotation.kind) {
    case Kind::Restart:
        return AnnotationWord::tr("restart of %1").arg(subject);
    case Kind::Deploy:
        return AnnotationWord::tr("deploy of %1").arg(subject);
    case Kind::Alert:
        break;
    }
    return AnnotationWord::tr("alert %1").arg(subject);
}

QString timeOf(qint64 ms)
{
    return clockText(QDateTime::fromMSecsSinceEpoch(ms));
}

} // namespace

void paintAnnotation(QPainter &painter, const models::Annotation &annotation, const QRect &plot,
                     const Theme &theme, const std::function<double(qint64)> &xAt)
{
    const double left = plot.left();
    const double right = plot.right() + 1;
    const double from = xAt(annotation.fromMs);
    const bool isRange = annotation.kind == Kind::Alert;
    const double to = annotation.toMs ? xAt(*annotation.toMs) : isRange ? right : from;
    if (to < left || from > right) {
        return;
    }
    const QColor colour = colourOf(annotation.kind, theme);
    painter.save();
    if (isRange) {
        QColor fill = colour;
        fill.setAlphaF(kRangeAlpha);
        painter.fillRect(QRectF(QPointF(std::max(from, left), plot.top()),
                                QPointF(std::min(to, right), plot.bottom() + 1)),
                         fill);
    }
    if (from >= left) {
        const double x = std::round(from) + 0.5;
        painter.setPen(QPen(colour, 1, Qt::DashDotLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.cardBackground(), 1));
        painter.setBrush(colour);
        paintShape(painter, annotation.kind, {x, plot.top() - 1.0});
    }
    painter.restore();
}

bool isNear(const models::Annotation &annotation, qint64 ms, qint64 withinMs)
{
    if (annotation.kind == Kind::Alert && ms >= annotation.fromMs) {
        return ms <= annotation.toMs.value_or(ms);
    }
    return std::abs(annotation.fromMs - ms) <= withinMs;
}

QString annotationText(const models::Annotation &annotation)
{
    QString text = timeOf(annotation.fromMs);
    if (annotation.toMs) {
        text = AnnotationWord::tr("%1 to %2").arg(text, timeOf(*annotation.toMs));
    }
    text += u' ' + titleOf(annotation);
    if (!annotation.detail.isEmpty()) {
        text += QStringLiteral(": ") + paintableText(annotation.detail, kMostText);
    }
    return text;
}

} // namespace foretop::app
