// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familyexplorer.h"

#include "app/familychart.h"
#include "app/valuetext.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

namespace foretop::app {

using models::FamilyModel;

QVariant FamilyTable::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole) {
        const QString help = index.data(FamilyModel::HelpRole).toString();
        const QString name = index.data(FamilyModel::NameRole).toString();
        const QString series = index.siblingAtColumn(FamilyModel::SeriesColumn).data().toString();
        return tr("%1\n%2\n%3 series").arg(name, help, series);
    }
    if (role == Qt::DisplayRole && index.column() == FamilyModel::LastColumn) {
        const QVariant last = index.data(FamilyModel::SortRole);
        const QString name = index.data(FamilyModel::NameRole).toString();
        return last.isValid() ? valueText(last.toDouble(), familyUnit(name)) : QString();
    }
    if (role == Qt::TextAlignmentRole && index.column() >= FamilyModel::SeriesColumn) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    return QSortFilterProxyModel::data(index, role);
}

FamilyExplorer::FamilyExplorer(const PageContext &context, QWidget *parent)
    : Card(parent)
    , m_context(context)
    , m_filter(new QLineEdit(this))
{
    m_families.setHeaderData(FamilyModel::NameColumn, Qt::Horizontal, tr("Metric"));
    m_families.setHeaderData(FamilyModel::LastColumn, Qt::Horizontal, tr("Last"));
    m_families.setHeaderData(FamilyModel::LastColumn, Qt::Horizontal,
                             int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_shown.setSourceModel(&m_families);
    m_shown.setFilterRole(FamilyModel::NameRole);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setSortRole(FamilyModel::SortRole);
    m_filter->setObjectName(QStringLiteral("familyFilter"));
    m_filter->setPlaceholderText(tr("Filter metrics"));
    m_filter->setAccessibleName(tr("Filter metrics by name"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, &m_shown,
            &QSortFilterProxyModel::setFilterFixedString);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_filter);
    layout->addWidget(makeTable(), 1);
    setMinimumWidth(220);
}

QTableView *FamilyExplorer::makeTable()
{
    auto *table = new QTableView(this);
    table->setObjectName(QStringLiteral("familyTable"));
    table->setAccessibleName(tr("Metric families"));
    table->setModel(&m_shown);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table->setColumnHidden(FamilyModel::TypeColumn, true);
    table->setColumnHidden(FamilyModel::SeriesColumn, true);
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(FamilyModel::NameColumn, QHeaderView::Stretch);
    header->resizeSection(FamilyModel::LastColumn,
                          fontMetrics().horizontalAdvance(QStringLiteral("0000.000")) + 16);
    table->setSortingEnabled(true);
    table->sortByColumn(FamilyModel::NameColumn, Qt::AscendingOrder);
    connect(table, &QTableView::clicked, this, &FamilyExplorer::choose);
    connect(table, &QTableView::activated, this, &FamilyExplorer::choose);
    return table;
}

void FamilyExplorer::choose(const QModelIndex &index)
{
    Q_EMIT familyChosen(
        index.data(FamilyModel::NameRole).toString(),
        static_cast<metrics::FamilyType>(index.data(FamilyModel::TypeRole).toInt()));
}

void FamilyExplorer::setSession(session::Session *session)
{
    m_families.setSession(session, &m_context.cursor);
}

void FamilyExplorer::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace foretop::app
