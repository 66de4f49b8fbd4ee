// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facetpane.h"

#include "app/facetdelegate.h"
#include "app/facetmodel.h"
#include "app/pageactions.h"

#include <QAction>
#include <QBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QTreeView>

namespace foretop::app {

namespace {

constexpr int kMostOffered = 40; ///< fields in the menu; any other can be typed

} // namespace

FacetPane::FacetPane(const Theme &theme, PageActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(new FacetModel(this))
    , m_view(new QTreeView(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("facetPane"));
    m_view->setObjectName(QStringLiteral("facetView"));
    m_view->setAccessibleName(tr("Values of fields"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FacetDelegate(theme, m_view));
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(12);
    m_view->setUniformRowHeights(true);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    connect(m_view, &QWidget::customContextMenuRequested, this, &FacetPane::showMenu);
    connect(m_model, &QAbstractItemModel::modelReset, m_view, &QTreeView::expandAll);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    addButtons(actions);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_note);
}

void FacetPane::addButtons(PageActions &actions)
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillFieldMenu(menu); });
    QAction *add = actions.add({.name = QStringLiteral("addFacet"),
                                .text = tr("Add field"),
                                .hint = tr("Count the values of another field"),
                                .shortcuts = {Qt::Key_Insert},
                                .icon = QStringLiteral("plus"),
                                .scope = this});
    QAction *remove = actions.add({.name = QStringLiteral("removeFacet"),
                                   .text = tr("Remove field"),
                                   .hint = tr("Count the values of this field no more"),
                                   .shortcuts = {QKeySequence::Delete},
                                   .icon = QStringLiteral("minus"),
                                   .scope = this});
    QToolButton *button = PageActions::button(add, Qt::ToolButtonTextBesideIcon, this);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(add, &QAction::triggered, button, &QToolButton::showMenu);
    connect(remove, &QAction::triggered, this, &FacetPane::removeCurrent);
    auto *row = new QHBoxLayout;
    row->addWidget(button);
    row->addWidget(PageActions::button(remove, Qt::ToolButtonIconOnly, this));
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void FacetPane::setFields(const QStringList &fields)
{
    const QStringList bounded = fields.mid(0, kMostFacets);
    if (bounded != std::exchange(m_fields, bounded)) {
        Q_EMIT fieldsChanged(m_fields);
    }
}

void FacetPane::addField(const QString &field)
{
    if (!field.isEmpty() && !m_fields.contains(field)) {
        setFields(QStringList{field} + m_fields);
    }
}

void FacetPane::setFacets(std::vector<logs::Facet> facets)
{
    m_model->setFacets(std::move(facets));
}

void FacetPane::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void FacetPane::fillFieldMenu(QMenu *menu)
{
    menu->clear();
    int offered = 0;
    for (const QString &field : m_known) {
        if (!m_fields.contains(field) && offered++ < kMostOffered) {
            connect(menu->addAction(field), &QAction::triggered, this,
                    [this, field] { addField(field); });
        }
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Another field\u2026")), &QAction::triggered, this, [this] {
        addField(QInputDialog::getText(this, tr("Add field"),
                                       tr("Name of the field, with dots "
                                          "into objects:"))
                     .trimmed());
    });
}

void FacetPane::filterByCurrent(bool out)
{
    const QModelIndex current = m_view->currentIndex();
    const QVariant value = current.data(FacetModel::ValueRole);
    if (value.isValid()) {
        Q_EMIT filterRequested(current.data(FacetModel::FieldRole).toString(), value.toString(),
                               out);
    }
}

void FacetPane::removeCurrent()
{
    QStringList fields = m_fields;
    if (fields.removeAll(m_view->currentIndex().data(FacetModel::FieldRole).toString()) > 0) {
        setFields(fields);
    }
}

void FacetPane::showMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid()) {
        return;
    }
    QMenu menu;
    if (index.data(FacetModel::ValueRole).isValid()) {
        connect(menu.addAction(tr("Only records with it")), &QAction::triggered, this,
                [this] { filterByCurrent(false); });
        connect(menu.addAction(tr("All but those with it")), &QAction::triggered, this,
                [this] { filterByCurrent(true); });
    }
    connect(menu.addAction(tr("Remove field")), &QAction::triggered, this,
            &FacetPane::removeCurrent);
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

bool FacetPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && index == m_view->currentIndex()) {
            filterByCurrent(mouse->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        }
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            filterByCurrent(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace foretop::app
