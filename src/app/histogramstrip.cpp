// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/histogramstrip.h"

#include "app/leveltext.h"
#include "app/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPixmap>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace foretop::app {

namespace {

constexpr int kPixelsPerBucket = 5;
constexpr int kLeastBuckets = 10;
constexpr int kBarHeight = 44;
constexpr int kResizeDelayMs = 150;

std::uint64_t sumOf(const logs::LevelCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t(0));
}

} // namespace

HistogramStrip::HistogramStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("logHistogram"));
    setAccessibleName(tr("Records over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::CrossCursor);
    m_resized.setSingleShot(true);
    m_resized.setInterval(kResizeDelayMs);
    connect(&m_resized, &QTimer::timeout, this, &HistogramStrip::mostBucketsChanged);
    connect(&theme, &Theme::changed, this, [this] {
        m_bars = {};
        update();
    });
}

HistogramStrip::~HistogramStrip() = default;

void HistogramStrip::setHistogram(std::shared_ptr<const logs::Histogram> histogram)
{
    const bool sameBuckets = histogram && m_histogram && histogram->from == m_histogram->from &&
                             histogram->width == m_histogram->width;
    m_histogram = std::move(histogram);
    if (!sameBuckets && !m_dragging) {
        m_brush.reset();
    }
    m_most = 0;
    for (int bucket = 0; bucket < bucketCount(); ++bucket) {
        m_most = std::max(m_most, sumOf(m_histogram->buckets[std::size_t(bucket)]));
    }
    m_hovered = std::min(m_hovered, bucketCount() - 1);
    m_bars = {};
    update();
}

void HistogramStrip::setUtcShown(bool utc)
{
    m_utc = utc;
    m_bars = {};
    update();
}

void HistogramStrip::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy) {
        update();
    }
}

int HistogramStrip::mostBuckets() const
{
    return std::max(kLeastBuckets, width() / kPixelsPerBucket);
}

QSize HistogramStrip::sizeHint() const
{
    return {400, kBarHeight + fontMetrics().height() + 3};
}

int HistogramStrip::bucketCount() const
{
    return m_histogram ? int(m_histogram->buckets.size()) : 0;
}

WallTime HistogramStrip::timeOf(int bucket) const
{
    return m_histogram->from + m_histogram->width * bucket;
}

QRect HistogramStrip::barArea() const
{
    return {0, 0, width(), height() - fontMetrics().height() - 3};
}

int HistogramStrip::bucketAt(int x) const
{
    const int buckets = bucketCount();
    return buckets == 0
               ? -1
               : std::clamp(int(qint64(x) * buckets / std::max(1, width())), 0, buckets - 1);
}

QRect HistogramStrip::rectOf(int bucket) const
{
    const int buckets = std::max(1, bucketCount());
    const int left = int(qint64(bucket) * width() / buckets);
    const int right = int(qint64(bucket + 1) * width() / buckets);
    const QRect area = barArea();
    return {left, area.top(), std::max(1, right - left), area.height()};
}

QString HistogramStrip::momentText(WallTime moment, bool withDate) const
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(moment), Qt::UTC);
    const QDateTime shown = m_utc ? utc : utc.toLocalTime();
    const QString time =
        shown.toString(m_histogram->width < std::chrono::minutes(1) ? QStringLiteral("HH:mm:ss")
                                                                    : QStringLiteral("HH:mm"));
    return withDate ? QLocale().toString(shown.date(), QStringLiteral("d MMM")) + u' ' + time
                    : time;
}

QString HistogramStrip::textOf(int bucket) const
{
    if (bucket < 0 || bucket >= bucketCount()) {
        return {};
    }
    QString text =
        QStringLiteral("%1 \u2013 %2")
            .arg(momentText(timeOf(bucket), true), momentText(timeOf(bucket + 1), false));
    const logs::LevelCounts &counts = m_histogram->buckets[std::size_t(bucket)];
    const QLocale locale;
    for (auto level = logs::kLevels.rbegin(); level != logs::kLevels.rend(); ++level) {
        if (const auto count = counts[std::size_t(*level)]; count > 0) {
            text += QStringLiteral("\n%1: %2")
                        .arg(levelWord(*level), locale.toString(qulonglong(count)));
        }
    }
    return sumOf(counts) == 0 ? text + u'\n' + tr("no records") : text;
}

void HistogramStrip::choose(const Brush &brush)
{
    const auto [first, last] = std::minmax(brush.anchor, brush.current);
    // The bucket's end is the next one's first moment.
    Q_EMIT rangeChosen(timeOf(first), timeOf(last + 1) - Milliseconds(1));
}

void HistogramStrip::moveBrush(int bucket, bool extends)
{
    const int at = std::clamp(bucket, 0, bucketCount() - 1);
    m_brush = Brush{extends && m_brush ? m_brush->anchor : at, at};
    setAccessibleDescription(textOf(at).replace(u'\n', QStringLiteral(", ")));
    m_hovered = at;
    QToolTip::showText(mapToGlobal(rectOf(at).bottomLeft()), textOf(at), this);
    update();
}

bool HistogramStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept(); // not the time bar's
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = textOf(bucketAt(help->pos().x()));
        QToolTip::showText(help->globalPos(),
                           text.isEmpty() ? tr("Records over time: drag to choose a range, double "
                                               "click for all")
                                          : text,
                           this);
        return true;
    }
    return QWidget::event(event);
}

void HistogramStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || bucketCount() == 0) {
        return;
    }
    const int bucket = bucketAt(int(event->position().x()));
    m_brush = Brush{bucket, bucket};
    m_dragging = true;
    update();
}

void HistogramStrip::mouseMoveEvent(QMouseEvent *event)
{
    const int bucket = bucketAt(int(event->position().x()));
    if (m_dragging && m_brush) {
        m_brush->current = bucket;
        update();
    }
    if (std::exchange(m_hovered, bucket) != bucket) {
        QToolTip::showText(event->globalPosition().toPoint(), textOf(bucket), this);
        update();
    }
}

void HistogramStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_dragging, false) || !m_brush) {
        return;
    }
    if (m_brush->anchor == m_brush->current) {
        Q_EMIT momentChosen(timeOf(m_brush->anchor));
        m_brush.reset();
    } else {
        choose(*m_brush);
    }
    update();
}

void HistogramStrip::mouseDoubleClickEvent(QMouseEvent *)
{
    m_brush.reset();
    m_dragging = false;
    Q_EMIT rangeCleared();
    update();
}

void HistogramStrip::keyPressEvent(QKeyEvent *event)
{
    if (bucketCount() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const int at = m_brush ? m_brush->current : bucketCount() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        moveBrush(at - 1, extends);
        break;
    case Qt::Key_Right:
        moveBrush(at + 1, extends);
        break;
    case Qt::Key_Home:
        moveBrush(0, extends);
        break;
    case Qt::Key_End:
        moveBrush(bucketCount() - 1, extends);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_brush) {
            choose(*m_brush);
        }
        break;
    case Qt::Key_Escape:
    case Qt::Key_Backspace:
        m_brush.reset();
        Q_EMIT rangeCleared();
        update();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HistogramStrip::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void HistogramStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_bars = {};
    m_resized.start();
}

void HistogramStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    m_bars = {};
    update();
}

} // namespace foretop::app
