// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timerangedialog.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>

#include <utility>

namespace foretop::app {

TimeRangeDialog::TimeRangeDialog(const TimeRange &range, bool utc, QWidget *parent)
    : QDialog(parent)
    , m_utc(utc)
{
    setWindowTitle(utc ? tr("Time range (UTC)") : tr("Time range"));
    setLayout(new QFormLayout);
    const WallTime now = wallTimeFromMs(QDateTime::currentMSecsSinceEpoch());
    const WallTime until = range.until.value_or(now);
    const bool isBetween = range.kind == TimeRange::Kind::Between;
    m_from = addMoment(tr("&From"), QStringLiteral("rangeFrom"),
                       range.from.value_or(until - std::chrono::hours(1)), m_hasFrom,
                       !isBetween || range.from.has_value());
    m_until = addMoment(tr("&To"), QStringLiteral("rangeUntil"), until, m_hasUntil,
                        !isBetween || range.until.has_value());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

QDateTimeEdit *TimeRangeDialog::addMoment(const QString &label, const QString &name,
                                          WallTime moment, QCheckBox *&used, bool isUsed)
{
    used = new QCheckBox(label, this);
    used->setToolTip(tr("Whether there is such a bound"));
    auto *edit = new QDateTimeEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(used->text().remove(u'&'));
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd  HH:mm:ss.zzz"));
    edit->setCalendarPopup(true);
    edit->setTimeSpec(m_utc ? Qt::UTC : Qt::LocalTime);
    edit->setDateTime(
        QDateTime::fromMSecsSinceEpoch(msSinceEpoch(moment), m_utc ? Qt::UTC : Qt::LocalTime));
    edit->setEnabled(isUsed);
    used->setChecked(isUsed);
    connect(used, &QCheckBox::toggled, edit, &QWidget::setEnabled);
    static_cast<QFormLayout *>(layout())->addRow(used, edit);
    return edit;
}

TimeRange TimeRangeDialog::range() const
{
    const auto momentOf = [](const QDateTimeEdit *edit) {
        return wallTimeFromMs(edit->dateTime().toMSecsSinceEpoch());
    };
    TimeRange range{.kind = TimeRange::Kind::Between, .last = {}, .from = {}, .until = {}};
    if (m_hasFrom->isChecked()) {
        range.from = momentOf(m_from);
    }
    if (m_hasUntil->isChecked()) {
        range.until = momentOf(m_until);
    }
    if (range.from && range.until && *range.from > *range.until) {
        std::swap(range.from, range.until);
    }
    return range;
}

} // namespace foretop::app
