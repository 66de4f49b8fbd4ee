// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patternpane.h"

#include "app/pageactions.h"
#include "app/patterndelegate.h"
#include "app/patternmodel.h"
#include "app/summarylist.h"

#include <QAction>
#include <QLabel>
#include <QLocale>

namespace foretop::app {

PatternPane::PatternPane(const Theme &theme, PageActions &actions, QWidget *parent)
    : ListPane(QStringLiteral("pattern"), tr("Message patterns"), parent)
    , m_model(new PatternModel(this))
    , m_note(new QLabel(this))
{
    list()->setModel(m_model);
    list()->setItemDelegate(new PatternDelegate(theme, list()));
    list()->setEmptyText(tr("No messages."));
    m_note->setObjectName(QStringLiteral("patternNote"));
    m_note->setWordWrap(true);
    m_note->hide();
    QAction *filter = actions.add({.name = QStringLiteral("filterByPattern"),
                                   .text = tr("Filter by pattern"),
                                   .hint = tr("Show the records of this pattern alone"),
                                   .shortcuts = {Qt::Key_Return},
                                   .icon = QStringLiteral("filter"),
                                   .scope = list()});
    QAction *example = actions.add({.name = QStringLiteral("patternExample"),
                                    .text = tr("Example"),
                                    .hint = tr("Go to the first record of this pattern"),
                                    .shortcuts = {Qt::Key_E},
                                    .icon = QStringLiteral("search"),
                                    .scope = list()});
    connect(filter, &QAction::triggered, this, &PatternPane::filterByCurrent);
    connect(list(), &QAbstractItemView::doubleClicked, this, &PatternPane::filterByCurrent);
    connect(example, &QAction::triggered, this, [this] {
        if (const QModelIndex current = list()->currentIndex(); current.isValid()) {
            Q_EMIT exampleRequested(current.data(PatternModel::ExampleRole).toULongLong());
        }
    });
    addButton(filter, Qt::ToolButtonTextBesideIcon);
    addButton(example, Qt::ToolButtonTextBesideIcon);
    addBelow(m_note);
}

void PatternPane::setPatterns(std::vector<logs::LogPattern> patterns, quint64 unmatched)
{
    m_model->setPatterns(std::move(patterns), unmatched);
    m_note->setVisible(unmatched > 0);
    m_note->setText(tr("Partial: there are more than %1 patterns; %2 records are of none of these.")
                        .arg(QLocale().toString(qulonglong(logs::PatternMiner::kMaxPatterns)),
                             QLocale().toString(unmatched)));
}

void PatternPane::setBusy(bool busy)
{
    list()->setEmptyText(busy ? tr("Looking for patterns\u2026") : tr("No messages."));
}

void PatternPane::filterByCurrent()
{
    if (const QModelIndex current = list()->currentIndex(); current.isValid()) {
        Q_EMIT filterRequested(QString::fromStdString(
            logs::PatternMiner::queryFor(m_model->patternAt(current.row()))));
    }
}

} // namespace foretop::app
