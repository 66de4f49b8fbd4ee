// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricexplorer.h"

#include "app/columnchooser.h"
#include "app/familydetail.h"
#include "app/familytypetext.h"
#include "app/metriclistmodel.h"
#include "models/displaytext.h"
#include "models/metriccatalog.h"
#include "session/session.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>

#include <array>

namespace foretop::app {

namespace {

constexpr std::array kTypes = {metrics::FamilyType::Counter,   metrics::FamilyType::Gauge,
                               metrics::FamilyType::Histogram, metrics::FamilyType::GaugeHistogram,
                               metrics::FamilyType::Summary,   metrics::FamilyType::Info,
                               metrics::FamilyType::StateSet,  metrics::FamilyType::Unknown};

} // namespace

class MetricExplorer::Private
{
public:
    Private(const PageContext &pageContext, MetricExplorer *explorer);

    QWidget *makeList();
    void makeTable();
    void takeCatalog();
    void takeFilter();
    void takeRows();
    void takeCurrent();
    void chart(const QModelIndex &index);
    void showCount();

    MetricExplorer *q;
    PageContext context;
    QPointer<models::MetricCatalog> catalog;
    MetricListModel model;
    QLineEdit *filter;
    QComboBox *type;
    QTableView *table;
    QLabel *count;
    ColumnChooser *columns;
    FamilyDetail *detail;
    QSplitter *splitter;
    QString current; ///< the chosen family
};

MetricExplorer::Private::Private(const PageContext &pageContext, MetricExplorer *explorer)
    : q(explorer)
    , context(pageContext)
    , filter(new QLineEdit(explorer))
    , type(new QComboBox(explorer))
    , table(new QTableView(explorer))
    , count(new QLabel(explorer))
    , columns(new ColumnChooser(table->horizontalHeader(), MetricListModel::NameColumn,
                                pageContext.settings, settings::kExplorerHeader))
    , detail(new FamilyDetail(pageContext, explorer))
    , splitter(new QSplitter(Qt::Vertical, explorer))
{
    columns->setParent(explorer);
    filter->setObjectName(QStringLiteral("familyFilter"));
    filter->setPlaceholderText(tr("Filter by name and help"));
    filter->setAccessibleName(tr("Filter metrics by name and help"));
    filter->setToolTip(tr("Show metrics with all of these words in their name or help"));
    filter->setClearButtonEnabled(true);
    type->setObjectName(QStringLiteral("familyType"));
    type->setAccessibleName(tr("Filter metrics by type"));
    type->setToolTip(tr("Show metrics of one type"));
    type->addItem(tr("all types"));
    for (const auto one : kTypes) {
        type->addItem(familyTypeText(one), int(one));
    }
    type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    type->setMinimumContentsLength(9);
    count->setObjectName(QStringLiteral("familyCount"));
    count->setWordWrap(true);
    count->setForegroundRole(QPalette::PlaceholderText);
}

MetricExplorer::MetricExplorer(const PageContext &context, QWidget *parent)
    : Card(parent)
    , d(std::make_unique<Private>(context, this))
{
    setObjectName(QStringLiteral("metricExplorer"));
    d->splitter->setObjectName(QStringLiteral("metricExplorerSplitter"));
    d->splitter->setChildrenCollapsible(false);
    d->splitter->addWidget(d->makeList());
    d->splitter->addWidget(d->detail);
    d->splitter->setStretchFactor(0, 3);
    d->splitter->setStretchFactor(1, 2);
    d->splitter->restoreState(context.settings.get(settings::kExplorerSplitter));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(d->splitter);
    setMinimumWidth(240);
    connect(d->filter, &QLineEdit::textChanged, this, [this] { d->takeFilter(); });
    connect(d->type, &QComboBox::currentIndexChanged, this, [this] { d->takeFilter(); });
    connect(d->splitter, &QSplitter::splitterMoved, this, [this] {
        d->context.settings.set(settings::kExplorerSplitter, d->splitter->saveState());
    });
    connect(d->detail, &FamilyDetail::panelChosen, this, &MetricExplorer::panelChosen);
    auto *down = new QShortcut(Qt::Key_Down, d->filter, nullptr, nullptr, Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, [this] {
        d->table->setFocus(Qt::OtherFocusReason);
        if (!d->table->currentIndex().isValid()) {
            d->table->selectRow(0);
        }
    });
}

MetricExplorer::~MetricExplorer() = default;

QWidget *MetricExplorer::Private::makeList()
{
    auto *list = new QWidget(q);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(4);
    fields->addWidget(filter, 1);
    fields->addWidget(type);
    makeTable();
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(4);
    layout->addLayout(fields);
    layout->addWidget(table, 1);
    layout->addWidget(count);
    return list;
}

void MetricExplorer::Private::makeTable()
{
    const QFontMetrics metrics = q->fontMetrics();
    table->setObjectName(QStringLiteral("familyTable"));
    table->setAccessibleName(tr("Metric families"));
    table->setModel(&model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(metrics.height() + 6);
    table->verticalHeader()->setDefaultSectionSize(metrics.height() + 6);
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(MetricListModel::NameColumn, QHeaderView::Stretch);
    const auto widthOf = [&metrics](const char *text) {
        return metrics.horizontalAdvance(QLatin1String(text)) + 18;
    };
    header->resizeSection(MetricListModel::TypeColumn, widthOf("gauge histogram"));
    header->resizeSection(MetricListModel::HelpColumn, 260);
    header->resizeSection(MetricListModel::SeriesColumn, widthOf("Series"));
    header->resizeSection(MetricListModel::LastColumn, widthOf("000 MiB/s"));
    table->setColumnHidden(MetricListModel::TypeColumn, true);
    table->setColumnHidden(MetricListModel::HelpColumn, true);
    table->setSortingEnabled(true);
    table->sortByColumn(MetricListModel::NameColumn, Qt::AscendingOrder);
    columns->restore();
    header->setToolTip(tr("Click sorts; a right click chooses columns"));
    connect(table, &QTableView::clicked, q, [this](const QModelIndex &index) { chart(index); });
    connect(table, &QTableView::activated, q, [this](const QModelIndex &index) { chart(index); });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, q,
            [this] { takeCurrent(); });
    connect(&model, &MetricListModel::found, q, [this] { takeRows(); });
}

void MetricExplorer::setCatalog(models::MetricCatalog *catalog)
{
    if (d->catalog) {
        d->catalog->disconnect(this);
    }
    d->catalog = catalog;
    if (catalog) {
        connect(catalog, &models::MetricCatalog::changed, this, [this] { d->takeCatalog(); });
        connect(catalog, &QObject::destroyed, this, [this] { setCatalog(nullptr); });
    }
    d->takeCatalog();
}

void MetricExplorer::setSource(session::Session *session, const QString &source)
{
    d->detail->setSource(session, source);
}

void MetricExplorer::Private::takeCatalog()
{
    model.setEntries(catalog ? catalog->entries() : nullptr);
    showCount();
}

void MetricExplorer::Private::takeFilter()
{
    model.setFilter(filter->text(),
                    type->currentIndex() > 0
                        ? std::optional(metrics::FamilyType(type->currentData().toInt()))
                        : std::nullopt);
}

/// A long list is replaced as a whole; what was chosen in it stays so.
void MetricExplorer::Private::takeRows()
{
    if (!current.isEmpty() && !table->currentIndex().isValid()) {
        if (const int row = model.rowOf(current); row >= 0) {
            table->setCurrentIndex(model.index(row, MetricListModel::NameColumn));
        }
    }
    takeCurrent();
    showCount();
}

void MetricExplorer::Private::takeCurrent()
{
    const QModelIndex index = table->currentIndex();
    if (index.isValid()) {
        current = index.data(MetricListModel::NameRole).toString();
        detail->setFamily(&model.entryAt(index.row()),
                          catalog ? models::MetricNames::of(*catalog) : models::MetricNames());
    } else if (!catalog || catalog->entries()->empty()) {
        current.clear();
        detail->setFamily(nullptr, {});
    }
}

void MetricExplorer::Private::chart(const QModelIndex &index)
{
    table->setCurrentIndex(index);
    takeCurrent();
    detail->chart();
}

void MetricExplorer::Private::showCount()
{
    const auto all = catalog ? catalog->entries()->size() : 0;
    const auto shown = std::size_t(model.rowCount());
    const auto text = [](std::size_t number) { return QLocale().toString(qulonglong(number)); };
    if (catalog && !catalog->error().isEmpty()) {
        count->setText(catalog->error());
    } else if (all == 0) {
        count->setText(catalog && catalog->isPending() ? tr("Asking for metrics\u2026")
                                                       : tr("No metrics yet"));
    } else {
        count->setText(shown == all ? tr("%1 metrics").arg(text(all))
                                    : tr("%1 of %2 metrics").arg(text(shown), text(all)));
    }
}

void MetricExplorer::focusFilter()
{
    d->filter->setFocus(Qt::ShortcutFocusReason);
    d->filter->selectAll();
}

bool MetricExplorer::isEmpty() const
{
    return !d->catalog || d->catalog->entries()->empty();
}

} // namespace foretop::app
