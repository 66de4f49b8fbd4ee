// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/histogramstrip.h"
#include "app/leveltext.h"
#include "app/theme.h"

#include <QDateTime>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>

namespace foretop::app {

namespace {

constexpr int kLabelGap = 24;
constexpr int kLeastSeen = 2; ///< pixels of one error among a million others
constexpr double kPaleShare = 0.5;

/// The least of the steps that clocks and calendars count in that is not below @p leastMs.
qint64 labelStep(qint64 leastMs)
{
    constexpr qint64 kDay = 86'400'000;
    constexpr std::array<qint64, 19> kSteps = {
        1'000,      2'000,      5'000,      10'000,  15'000,    30'000,    60'000,
        120'000,    300'000,    600'000,    900'000, 1'800'000, 3'600'000, 7'200'000,
        10'800'000, 21'600'000, 43'200'000, kDay,    2 * kDay};
    const auto step = std::lower_bound(kSteps.begin(), kSteps.end(), leastMs);
    return step != kSteps.end() ? *step : (leastMs / (7 * kDay) + 1) * 7 * kDay;
}

int localOffset(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc();
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(float(a.redF() * share + b.redF() * (1 - share)),
                            float(a.greenF() * share + b.greenF() * (1 - share)),
                            float(a.blueF() * share + b.blueF() * (1 - share)));
}

} // namespace

void HistogramStrip::paintBucket(QPainter &painter, int bucket, double perPixel) const
{
    const logs::LevelCounts &counts = m_histogram->buckets[std::size_t(bucket)];
    QRect bar = rectOf(bucket);
    bar.setWidth(std::max(1, bar.width() - (bar.width() > 3 ? 1 : 0)));
    const int bottom = bar.bottom() + 1;
    int top = bottom;
    // The gravest stand at the bottom, where few are seen as well as many.
    for (auto level = logs::kLevels.rbegin(); level != logs::kLevels.rend(); ++level) {
        const auto count = counts[std::size_t(*level)];
        if (count == 0) {
            continue;
        }
        const bool isGrave = *level >= logs::Level::Warning;
        const int height = std::max(isGrave ? kLeastSeen : 1, int(double(count) / perPixel));
        const QColor tone = m_theme.tone(levelTone(*level));
        top = std::max(bar.top(), top - height);
        painter.fillRect(bar.left(), top, bar.width(), std::min(height, bottom - top),
                         isGrave ? tone : mixed(tone, m_theme.cardBackground(), kPaleShare));
    }
}

void HistogramStrip::paintAxis(QPainter &painter) const
{
    const QRect area = barArea();
    painter.setPen(m_theme.gridLine());
    painter.drawLine(0, area.bottom() + 1, width(), area.bottom() + 1);
    painter.setPen(m_theme.tone(Tone::Muted));
    const qint64 first = msSinceEpoch(m_histogram->from);
    const qint64 span = qint64(m_histogram->width.count()) * bucketCount();
    const int room =
        fontMetrics().horizontalAdvance(momentText(m_histogram->from, true)) + kLabelGap;
    const qint64 step = labelStep(span * room / std::max(1, width()));
    const qint64 offset = m_utc ? 0 : qint64(localOffset(first)) * 1000;
    QDate lastDate;
    for (qint64 at = ((first + offset + step - 1) / step) * step - offset; at < first + span;
         at += step) {
        const int left = int((at - first) * width() / span);
        const QDate date =
            QDateTime::fromMSecsSinceEpoch(at, m_utc ? Qt::UTC : Qt::LocalTime).date();
        const QString text = momentText(wallTimeFromMs(at), date != lastDate);
        if (left + fontMetrics().horizontalAdvance(text) + 4 > width()) {
            break;
        }
        lastDate = date;
        painter.drawLine(left, area.bottom() + 1, left, area.bottom() + 4);
        painter.drawText(left + 3, height() - fontMetrics().descent() - 1, text);
    }
}

void HistogramStrip::renderBars()
{
    m_bars = QPixmap(size() * devicePixelRatioF());
    m_bars.setDevicePixelRatio(devicePixelRatioF());
    m_bars.fill(Qt::transparent);
    QPainter painter(&m_bars);
    painter.setFont(font());
    const double perPixel = std::max(1.0, double(m_most)) / std::max(1, barArea().height() - 2);
    for (int bucket = 0; bucket < bucketCount(); ++bucket) {
        paintBucket(painter, bucket, perPixel);
    }
    paintAxis(painter);
}

void HistogramStrip::paintBrush(QPainter &painter) const
{
    if (m_hovered >= 0 && m_hovered < bucketCount()) {
        QColor shade = m_theme.tone(Tone::Muted);
        shade.setAlphaF(0.18F);
        painter.fillRect(rectOf(m_hovered), shade);
    }
    if (!m_brush) {
        return;
    }
    const auto [first, last] = std::minmax(m_brush->anchor, m_brush->current);
    const QRect chosen = rectOf(first) | rectOf(last);
    QColor shade = palette().color(QPalette::Highlight);
    painter.setPen(shade);
    shade.setAlphaF(0.25F);
    painter.setBrush(shade);
    painter.drawRect(chosen.adjusted(0, 0, -1, -1));
}

void HistogramStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.cardBackground());
    if (bucketCount() == 0) {
        painter.setPen(m_theme.tone(Tone::Muted));
        painter.drawText(rect(), Qt::AlignCenter,
                         m_busy ? tr("Counting records over time\u2026")
                                : tr("No records with a time"));
    } else {
        if (m_bars.isNull()) {
            renderBars();
        }
        painter.drawPixmap(0, 0, m_bars);
        paintBrush(painter);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace foretop::app
