// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timerangebutton.h"

#include "app/pageactions.h"
#include "app/timerangedialog.h"

#include <QAction>
#include <QMenu>

#include <array>

namespace foretop::app {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
constexpr std::array<Milliseconds, 7> kLast = {minutes(5), minutes(15), hours(1),     hours(4),
                                               hours(12),  hours(24),   hours(7 * 24)};

} // namespace

TimeRangeButton::TimeRangeButton(PageActions &actions, QWidget *parent)
    : QToolButton(parent)
    , m_action(actions.add({.name = QStringLiteral("logTimeRange"),
                            .text = tr("Time range"),
                            .hint = tr("Choose the times whose records are shown"),
                            .shortcuts = {Qt::CTRL | Qt::Key_R},
                            .icon = QStringLiteral("calendar")}))
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    setDefaultAction(m_action);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setMenu(menu);
    setPopupMode(InstantPopup);
    connect(m_action, &QAction::triggered, this, &QToolButton::showMenu);
    showText();
}

TimeRangeButton::~TimeRangeButton() = default;

void TimeRangeButton::setRange(const TimeRange &range)
{
    if (range == m_range) {
        return;
    }
    m_range = range;
    showText();
    Q_EMIT rangeChanged();
}

void TimeRangeButton::setUtcShown(bool utc)
{
    m_utc = utc;
    showText();
}

void TimeRangeButton::setSpan(std::optional<WallTime> from, std::optional<WallTime> until)
{
    m_span.from = from;
    m_span.until = until;
}

void TimeRangeButton::showText()
{
    const QString text = timeRangeText(m_range, m_utc);
    m_action->setIconText(text);
    setAccessibleName(tr("Time range: %1").arg(text));
}

void TimeRangeButton::fillMenu(QMenu *menu)
{
    menu->clear();
    const auto offer = [&](const TimeRange &range) {
        QAction *choice = menu->addAction(timeRangeText(range, m_utc));
        choice->setCheckable(true);
        choice->setChecked(range == m_range);
        connect(choice, &QAction::triggered, this, [this, range] { setRange(range); });
    };
    offer({.kind = TimeRange::Kind::All, .last = {}, .from = {}, .until = {}});
    offer({.kind = TimeRange::Kind::Console, .last = {}, .from = {}, .until = {}});
    menu->addSeparator();
    for (const Milliseconds last : kLast) {
        offer({.kind = TimeRange::Kind::Last, .last = last, .from = {}, .until = {}});
    }
    menu->addSeparator();
    QAction *moments = menu->addAction(tr("From and to\u2026"));
    moments->setCheckable(true);
    moments->setChecked(m_range.kind == TimeRange::Kind::Between);
    connect(moments, &QAction::triggered, this, &TimeRangeButton::chooseMoments);
}

void TimeRangeButton::chooseMoments()
{
    const bool hasMoments = m_range.kind == TimeRange::Kind::Between;
    TimeRangeDialog dialog(hasMoments ? m_range : m_span, m_utc, this);
    if (dialog.exec() == QDialog::Accepted) {
        setRange(dialog.range());
    }
}

} // namespace foretop::app
