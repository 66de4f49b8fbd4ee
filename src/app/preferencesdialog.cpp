// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferencesdialog.h"

#include "app/settings.h"
#include "app/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include <cmath>

namespace foretop::app {

PreferencesDialog::PreferencesDialog(const QVector<QAction *> &appearances, const Theme &theme,
                                     Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_appearances(appearances)
    , m_settings(settings)
    , m_usualSize(int(std::lround(theme.fixedFont().pointSizeF())))
    , m_appearance(new QComboBox(this))
    , m_size(new QSpinBox(this))
    , m_utc(new QCheckBox(tr("Show times in &UTC"), this))
    , m_budget(new QSpinBox(this))
{
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    auto *form = new QFormLayout(this);
    for (const QAction *appearance : appearances) {
        m_appearance->addItem(appearance->toolTip().section(QStringLiteral(" ("), 0, 0));
        if (appearance->isChecked()) {
            m_appearance->setCurrentIndex(m_appearance->count() - 1);
        }
    }
    m_appearance->setObjectName(QStringLiteral("appearancePreference"));
    add(*form, tr("&Appearance"), m_appearance, tr("Light, dark, or as the desktop is"));

    m_size->setObjectName(QStringLiteral("logSizePreference"));
    m_size->setRange(m_usualSize + kLeastLogFontStep, m_usualSize + kGreatestLogFontStep);
    m_size->setValue(m_usualSize + settings.get(settings::kLogFontStep));
    m_size->setSuffix(tr(" pt"));
    add(*form, tr("&Text size of logs"), m_size, tr("In all log views"));

    m_utc->setObjectName(QStringLiteral("utcPreference"));
    m_utc->setChecked(settings.get(settings::kLogUtc));
    m_utc->setToolTip(tr("Times of log records in UTC rather than in local time"));
    m_utc->setAccessibleName(m_utc->text().remove(u'&'));
    form->addRow(QString(), m_utc);

    m_budget->setObjectName(QStringLiteral("budgetPreference"));
    m_budget->setRange(kLeastLogBudgetMiB, kGreatestLogBudgetMiB);
    m_budget->setSingleStep(64);
    m_budget->setValue(settings.get(settings::kLogBudgetMiB));
    m_budget->setSuffix(tr(" MiB"));
    add(*form, tr("&Memory for live logs"), m_budget,
        tr("When it is full, the oldest records are dropped"));
    auto *note = new QLabel(
        tr("Another memory bound counts from when an environment is opened next."), this);
    note->setWordWrap(true);
    form->addRow(QString(), note);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QAbstractButton *button : buttons->buttons()) {
        button->setAccessibleName(button->text().remove(u'&'));
        button->setToolTip(button->accessibleName());
    }
    form->addRow(buttons);
}

void PreferencesDialog::add(QFormLayout &form, const QString &label, QWidget *field,
                            const QString &hint)
{
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setToolTip(hint);
    form.addRow(label, field);
}

void PreferencesDialog::accept()
{
    m_settings.set(settings::kLogFontStep, m_size->value() - m_usualSize);
    m_settings.set(settings::kLogUtc, m_utc->isChecked());
    m_settings.set(settings::kLogBudgetMiB, m_budget->value());
    m_appearances[m_appearance->currentIndex()]->trigger();
    QDialog::accept();
}

} // namespace foretop::app
