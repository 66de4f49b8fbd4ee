// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timebar.h"

#include "app/durationtext.h"
#include "app/momenttext.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <array>

namespace foretop::app {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<Milliseconds, 7> kRanges = {minutes(5), minutes(15), minutes(30), hours(1),
                                                 hours(3),   hours(12),   hours(24)};
constexpr int kStepsPerRange = 4;

QDateTime toDateTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(time));
}

QString rangeText(Milliseconds range)
{
    const auto inMinutes = std::chrono::duration_cast<minutes>(range).count();
    return inMinutes < 60 ? TimeBar::tr("Last %1 min").arg(inMinutes)
                          : TimeBar::tr("Last %1 h").arg(inMinutes / 60);
}

} // namespace

TimeBar::TimeBar(Theme &theme, session::TimeCursor &cursor, const TimeBarActions &actions,
                 QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_cursor(cursor)
    , m_toggle(actions.toggleLive)
    , m_moment(new QDateTimeEdit(this))
    , m_range(new QComboBox(this))
    , m_window(new QLabel(this))
{
    setObjectName(QStringLiteral("timeBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 7, 12, 6);
    layout->setSpacing(6);
    QToolButton *toggle = makeButton(actions.toggleLive, Qt::ToolButtonTextBesideIcon);
    toggle->setObjectName(QStringLiteral("liveButton"));
    toggle->setAutoRaise(false);
    toggle->setMinimumWidth(fontMetrics().horizontalAdvance(tr("Paused")) + 46);
    layout->addWidget(toggle);
    layout->addWidget(makeButton(actions.stepBack, Qt::ToolButtonIconOnly));
    layout->addWidget(m_moment);
    layout->addWidget(makeButton(actions.stepForward, Qt::ToolButtonIconOnly));
    layout->addSpacing(6);
    layout->addWidget(m_range);
    layout->addSpacing(10);
    layout->addWidget(m_window, 1);
    makeMomentEdit();
    makeRangeBox();
    m_window->setObjectName(QStringLiteral("timeWindow"));
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &TimeBar::showMoment);
    connect(&m_cursor, &session::TimeCursor::changed, this, &TimeBar::showCursor);
    connect(&m_theme, &Theme::changed, this, &TimeBar::showCursor);
    showCursor();
}

QToolButton *TimeBar::makeButton(QAction *action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    return button;
}

void TimeBar::makeMomentEdit()
{
    m_moment->setObjectName(QStringLiteral("momentEdit"));
    m_moment->setAccessibleName(tr("Moment shown"));
    m_moment->setToolTip(tr("The moment that every page shows; a change pauses"));
    m_moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd  HH:mm:ss"));
    m_moment->setCalendarPopup(true);
    m_moment->setKeyboardTracking(false);
    m_moment->setFocusPolicy(Qt::StrongFocus);
    m_moment->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &TimeBar::setMoment);
}

void TimeBar::makeRangeBox()
{
    m_range->setObjectName(QStringLiteral("rangeBox"));
    m_range->setAccessibleName(tr("Range"));
    m_range->setToolTip(tr("How much time charts show"));
    for (const Milliseconds range : kRanges) {
        m_range->addItem(rangeText(range), QVariant::fromValue<qint64>(range.count()));
    }
    m_range->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_range, &QComboBox::activated, this, [this](int index) {
        m_cursor.setRange(Milliseconds(m_range->itemData(index).toLongLong()));
    });
}

void TimeBar::toggleLive()
{
    if (m_cursor.isLive()) {
        m_cursor.setFixed(m_cursor.at());
    } else {
        m_cursor.setLive();
    }
}

void TimeBar::stepBack()
{
    step(-1);
}

void TimeBar::stepForward()
{
    step(1);
}

void TimeBar::step(int direction)
{
    if (m_cursor.isLive() && direction > 0) {
        return;
    }
    showAt(m_cursor.at() + direction * (m_cursor.range() / kStepsPerRange));
}

void TimeBar::setMoment(const QDateTime &moment)
{
    showAt(wallTimeFromMs(moment.toMSecsSinceEpoch()));
}

void TimeBar::showAt(WallTime time)
{
    if (msSinceEpoch(time) > QDateTime::currentMSecsSinceEpoch()) {
        m_cursor.setLive();
    } else {
        m_cursor.setFixed(time);
    }
}

void TimeBar::showCursor()
{
    const bool live = m_cursor.isLive();
    m_toggle->setIconText(live ? tr("Live") : tr("Paused"));
    m_toggle->setIcon(live ? m_theme.icon(QStringLiteral("live"), Tone::Good)
                           : m_theme.icon(QStringLiteral("pause"), Tone::Warning));
    const auto range = QVariant::fromValue<qint64>(m_cursor.range().count());
    m_range->setCurrentIndex(m_range->findData(range));
    m_range->setPlaceholderText(durationText(m_cursor.range()));
    if (live) {
        m_second.start();
    } else {
        m_second.stop();
    }
    showMoment();
    update();
}

void TimeBar::showMoment()
{
    const QDateTime at = toDateTime(m_cursor.at());
    if (!m_cursor.isLive() || !m_moment->hasFocus()) {
        const QSignalBlocker blocker(m_moment);
        m_moment->setDateTime(at);
    }
    const QString window = tr("%1 – %2").arg(clockText(toDateTime(m_cursor.from())), clockText(at));
    m_window->setText(
        m_cursor.isLive()
            ? window
            : tr("%1 · all pages show this moment; Space goes back to live").arg(window));
}

void TimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_cursor.isLive() ? palette().color(QPalette::Base)
                                               : m_theme.fill(Tone::Warning));
    painter.setPen(m_cursor.isLive() ? palette().color(QPalette::Mid)
                                     : m_theme.tone(Tone::Warning));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace foretop::app
