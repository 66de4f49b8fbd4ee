// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/momentdialog.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>

namespace foretop::app {

MomentDialog::MomentDialog(const QDateTime &start, bool utc, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QDateTimeEdit(this))
{
    setWindowTitle(tr("Go to time"));
    m_edit->setObjectName(QStringLiteral("moment"));
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd  HH:mm:ss.zzz"));
    m_edit->setCalendarPopup(true);
    m_edit->setTimeSpec(utc ? Qt::UTC : Qt::LocalTime);
    m_edit->setDateTime(utc ? start.toUTC() : start.toLocalTime());
    auto *form = new QFormLayout(this);
    form->addRow(utc ? tr("&Moment (UTC)") : tr("&Moment"), m_edit);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

QDateTime MomentDialog::moment() const
{
    return m_edit->dateTime();
}

} // namespace foretop::app
