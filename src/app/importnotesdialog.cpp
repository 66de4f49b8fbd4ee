// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importnotesdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretop::app {

ImportNotesDialog::ImportNotesDialog(const QString &title, int panels, const QStringList &notes,
                                     QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("importNotes"));
    setWindowTitle(tr("Import a dashboard"));
    auto *what = new QLabel(tr("%1 with %n panels", nullptr, panels).arg(title), this);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto *intro = new QLabel(
        tr("Not all of it can be shown as it was. This is left out or done differently:"), this);
    intro->setWordWrap(true);
    auto *list = new QListWidget(this);
    list->setObjectName(QStringLiteral("importNoteList"));
    list->setAccessibleName(tr("What is left out or done differently"));
    list->setWordWrap(true);
    list->setAlternatingRowColors(true);
    list->addItems(notes);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *import = buttons->button(QDialogButtonBox::Ok);
    import->setText(tr("&Import"));
    for (QAbstractButton *button : buttons->buttons()) {
        button->setAccessibleName(button->text().remove(u'&'));
        button->setToolTip(button->accessibleName());
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(intro);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resize(620, 420);
}

} // namespace foretop::app
