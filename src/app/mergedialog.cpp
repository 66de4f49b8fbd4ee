// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mergedialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretop::app {

MergeDialog::MergeDialog(const QStringList &titles, int current, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge logs"));
    m_list->setObjectName(QStringLiteral("mergeList"));
    m_list->setAccessibleName(tr("Logs to merge"));
    for (int row = 0; row < titles.size(); ++row) {
        auto *item = new QListWidgetItem(titles[row], m_list);
        item->setCheckState(row == current ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *ok = buttons->button(QDialogButtonBox::Ok);
    ok->setText(tr("&Merge"));
    const auto update = [this, ok] { ok->setEnabled(chosen().size() > 1); };
    connect(m_list, &QListWidget::itemChanged, this, update);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(
        new QLabel(tr("Show these logs as one, by time, with the source of each record:"), this));
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    update();
}

QVector<int> MergeDialog::chosen() const
{
    QVector<int> rows;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            rows << row;
        }
    }
    return rows;
}

} // namespace foretop::app
