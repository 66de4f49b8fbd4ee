// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/histogramstrip.h"

#include "app/leveltext.h"
#include "app/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <numeric>

namespace foretop::app {

namespace {

constexpr int kPixelsPerBucket = 5;
constexpr int kLeastBuckets = 10;
constexpr int kBarHeight = 44;
constexpr int kLabelGap = 24;
constexpr int kLeastSeen = 2; ///< pixels of one error among a million others
constexpr int kResizeDelayMs = 150;
constexpr double kPaleShare = 0.5;

std::uint64_t sumOf(const logs::LevelCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t(0));
}

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
