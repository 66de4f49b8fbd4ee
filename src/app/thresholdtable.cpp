// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/thresholdtable.h"

#include "app/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>

namespace foretop::app {

namespace {

constexpr int kShownRows = 4;

/// Chooses a level from a list.
class LevelDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        auto *box = new QComboBox(parent);
        box->setAccessibleName(
            index.model()->headerData(index.column(), Qt::Horizontal).toString());
        for (int level = 0; level <= int(models::Threshold::Level::Critical); ++level) {
            box->addItem(ThresholdModel::levelText(models::Threshold::Level(level)));
        }
        auto *self = const_cast<LevelDelegate *>(this);
        connect(box, &QComboBox::activated, self, [self, box] {
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QComboBox *>(editor)->setCurrentIndex(index.data(Qt::EditRole).toInt());
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentIndex());
    }
};

} // namespace

ThresholdTable::ThresholdTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(theme)
    , m_view(new QTableView(this))
    , m_add(new QPushButton(tr("Add &threshold"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
{
    m_view->setObjectName(QStringLiteral("thresholds"));
    m_view->setAccessibleName(tr("Thresholds"));
    m_view->setToolTip(tr("From which value on values are normal, a warning or critical"));
    m_view->setModel(&m_model);
    m_view->setItemDelegateForColumn(ThresholdModel::LevelColumn, new LevelDelegate(this));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    const int row = fontMetrics().height() + 10;
    m_view->verticalHeader()->setDefaultSectionSize(row);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setFixedHeight((kShownRows - 1) * row +
                           m_view->horizontalHeader()->sizeHint().height() +
                           2 * m_view->frameWidth());
    m_add->setObjectName(QStringLiteral("addThreshold"));
    m_add->setAutoDefault(false);
    m_add->setToolTip(tr("Mark values from a certain one on"));
    m_add->setAccessibleName(tr("Add a threshold"));
    m_remove->setObjectName(QStringLiteral("removeThreshold"));
    m_remove->setAutoDefault(false);
    m_remove->setToolTip(tr("Remove the chosen threshold (Del)"));
    m_remove->setAccessibleName(tr("Remove the threshold"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_view);
    layout->addLayout(buttons);
    auto *shortcut =
        new QShortcut(QKeySequence::Delete, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &ThresholdTable::remove);
    connect(m_add, &QPushButton::clicked, this, &ThresholdTable::add);
    connect(m_remove, &QPushButton::clicked, this, &ThresholdTable::remove);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &ThresholdTable::takeRows);
    }
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ThresholdTable::takeRows);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ThresholdTable::takeRows);
    takeRows();
}

void ThresholdTable::add()
{
    if (const int row = m_model.add(); row >= 0) {
        const QModelIndex from = m_model.index(row, ThresholdModel::FromColumn);
        m_view->setCurrentIndex(from);
        m_view->edit(from);
    }
}

void ThresholdTable::remove()
{
    if (const QModelIndex current = m_view->currentIndex(); current.isValid()) {
        m_model.remove(current.row());
    }
}

void ThresholdTable::takeRows()
{
    m_add->setEnabled(m_model.rowCount() < models::PanelSpec::kMaxThresholds);
    m_remove->setEnabled(m_view->currentIndex().isValid());
}

} // namespace foretop::app
