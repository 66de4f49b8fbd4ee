// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familydetail.h"

#include "app/crosshairlink.h"
#include "app/facetdelegate.h"
#include "app/facetmodel.h"
#include "app/familypanel.h"
#include "app/familytypetext.h"
#include "app/panel.h"
#include "models/displaytext.h"
#include "models/familyfacts.h"
#include "models/inquiry.h"
#include "models/panelquery.h"
#include "session/session.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

constexpr int kMostValues = 8;
constexpr int kMostSeries = 50; ///< whose last values are shown
constexpr int kQueryColumns = 2;
constexpr qsizetype kMostHelp = 500;

/// Facets of series, not of records.
class LabelModel : public FacetModel
{
public:
    using FacetModel::FacetModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::ToolTipRole || !index.parent().isValid()) {
            return FacetModel::data(index, role);
        }
        const QVariant value = FacetModel::data(index, ValueRole);
        return value.isValid() ? FamilyDetail::tr("%1\nDouble-click: chart only series with it.")
                                     .arg(value.toString().left(500))
                               : FamilyDetail::tr("Values that fewer series have than those above");
    }
};

} // namespace

class FamilyDetail::Private
{
public:
    Private(const PageContext &context, FamilyDetail *detail);

    QLayout *makeButtons();
    QWidget *makeTabs();
    void showTexts();
    void takeFacts(models::FamilyFacts found);
    void takeValues();
    void chart(bool isFamilyChart, bool isHeatMap);
    void chartValue(const QModelIndex &index);

    FamilyDetail *q;
    session::TimeCursor &cursor;
    std::optional<models::MetricCatalog::Entry> entry;
    std::optional<models::FamilyFacts> facts;
    bool isWaiting = false; ///< to chart what the facts will tell
    CrosshairLink crosshair;
    QLabel *name;
    QLabel *kind;
    QLabel *help;
    QPushButton *chartButton;
    QPushButton *heatMapButton;
    QPushButton *addButton;
    QTabWidget *tabs;
    LabelModel *labels;
    QTreeView *labelView;
    Panel *series;
    models::PanelQuery values;
    models::Inquiry<models::FamilyFacts> inquiry;
};

FamilyDetail::Private::Private(const PageContext &context, FamilyDetail *detail)
    : q(detail)
    , cursor(context.cursor)
    , name(new QLabel(detail))
    , kind(new QLabel(detail))
    , help(new QLabel(detail))
    , chartButton(new QPushButton(tr("&Chart"), detail))
    , heatMapButton(new QPushButton(tr("&Heat map"), detail))
    , addButton(new QPushButton(tr("&Add to dashboard"), detail))
    , tabs(new QTabWidget(detail))
    , labels(new LabelModel(detail))
    , labelView(new QTreeView(tabs))
    , series(new Panel(context, crosshair, {}, tabs))
    , values(models::PanelSpec())
    , inquiry([this](models::FamilyFacts found) { takeFacts(std::move(found)); })
{
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    for (QLabel *label : {name, kind, help}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    name->setObjectName(QStringLiteral("familyName"));
    kind->setObjectName(QStringLiteral("familyKind"));
    help->setObjectName(QStringLiteral("familyHelp"));
    kind->setForegroundRole(QPalette::PlaceholderText);
    labelView->setItemDelegate(new FacetDelegate(context.theme, labelView));
    values.setColumns(kQueryColumns);
    values.setActive(false);
}

FamilyDetail::FamilyDetail(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(context, this))
{
    setObjectName(QStringLiteral("familyDetail"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(d->name);
    layout->addWidget(d->kind);
    layout->addWidget(d->help);
    layout->addLayout(d->makeButtons());
    layout->addWidget(d->makeTabs(), 1);
    connect(&d->values, &models::PanelQuery::ready, this, [this] { d->takeValues(); });
    d->showTexts();
}

FamilyDetail::~FamilyDetail() = default;

QLayout *FamilyDetail::Private::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const auto add = [&](QPushButton *button, const char *objectName, const QString &hint) {
        button->setObjectName(QLatin1String(objectName));
        button->setToolTip(hint);
        button->setAccessibleName(hint);
        row->addWidget(button);
    };
    add(chartButton, "chartFamily", tr("Chart this metric (Return)"));
    add(heatMapButton, "heatMapFamily", tr("Show this histogram as a heat map"));
    add(addButton, "addFamily", tr("Add a chart of this metric to the dashboard"));
    row->addStretch(1);
    connect(chartButton, &QPushButton::clicked, q, [this] { chart(true, false); });
    connect(heatMapButton, &QPushButton::clicked, q, [this] { chart(true, true); });
    connect(addButton, &QPushButton::clicked, q, [this] { chart(false, false); });
    return row;
}

QWidget *FamilyDetail::Private::makeTabs()
{
    labelView->setObjectName(QStringLiteral("familyLabels"));
    labelView->setAccessibleName(tr("Labels and their most frequent values"));
    labelView->setModel(labels);
    labelView->setHeaderHidden(true);
    labelView->setFrameShape(QFrame::NoFrame);
    labelView->setIndentation(12);
    labelView->setUniformRowHeights(true);
    labelView->setMouseTracking(true);
    labelView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    labelView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(labels, &QAbstractItemModel::modelReset, labelView, &QTreeView::expandAll);
    connect(labelView, &QTreeView::activated, q,
            [this](const QModelIndex &index) { chartValue(index); });
    tabs->setObjectName(QStringLiteral("familyTabs"));
    tabs->setAccessibleName(tr("Details of the metric"));
    tabs->setDocumentMode(true);
    tabs->addTab(labelView, tr("&Labels"));
    tabs->addTab(series, tr("Last &values"));
    series->setEditable(false);
    return tabs;
}

void FamilyDetail::setSource(session::Session *session, const QString &source)
{
    d->values.setSource(source);
    d->values.setSession(session, session ? &d->cursor : nullptr);
    d->series->setSource(source);
    d->series->setSession(session);
}

void FamilyDetail::setFamily(const models::MetricCatalog::Entry *entry,
                             const models::MetricNames &names)
{
    const bool isOther = !entry || !d->entry || entry->family.name != d->entry->family.name;
    d->entry = entry ? std::optional(*entry) : std::nullopt;
    d->showTexts();
    if (isOther) {
        d->facts.reset();
        d->isWaiting = false;
        d->labels->setFacets({});
        d->inquiry.cancel();
    }
    if (entry && names.vocabulary) {
        d->inquiry.ask(
            [family = entry->family, vocabulary = names.vocabulary](const std::stop_token &stop) {
                return models::factsOf(family, *vocabulary, stop);
            });
    }
}

void FamilyDetail::Private::showTexts()
{
    chartButton->setEnabled(entry.has_value());
    addButton->setEnabled(entry.has_value());
    heatMapButton->setVisible(entry && isHistogram(entry->family));
    if (!entry) {
        name->setText(tr("Choose a metric to see what is known of it."));
        kind->clear();
        help->clear();
        return;
    }
    const metrics::Family &family = entry->family;
    QStringList words{familyTypeText(family.type)};
    if (!family.unit.empty()) {
        words << models::toQString(family.unit);
    }
    if (entry->seriesCount) {
        words << tr("%n series", nullptr, int(*entry->seriesCount));
    }
    name->setText(models::toQString(family.name));
    kind->setText(words.join(QStringLiteral(" \u00b7 ")));
    help->setText(models::toQString(family.help).left(kMostHelp));
    help->setVisible(!family.help.empty());
}

void FamilyDetail::Private::takeFacts(models::FamilyFacts found)
{
    const bool isNew = !facts || *facts != found;
    facts = std::move(found);
    if (isNew) {
        values.setSpec(models::frequentValuesOf(*facts, kMostValues));
        models::PanelSpec last;
        last.title = tr("Last values");
        last.kind = models::PanelKind::Table;
        last.limit = kMostSeries;
        last.targets << models::PanelTarget{models::lastValuesOf(*facts), {}};
        series->setSpec(last);
        takeValues();
    }
    if (std::exchange(isWaiting, false)) {
        chart(true, false);
    }
}

/// The answer has a series a value, whose only label it is.
void FamilyDetail::Private::takeValues()
{
    std::vector<logs::Facet> shown;
    for (const auto &label : facts ? facts->labels : QVector<models::FamilyFacts::Label>()) {
        logs::Facet facet;
        facet.field = label.name.toStdString();
        facet.distinct = label.values;
        shown.push_back(std::move(facet));
    }
    const auto answer = values.answer();
    for (const models::PanelSeries &one : answer->series) {
        if (one.target >= int(shown.size()) || !std::isfinite(one.last)) {
            continue;
        }
        logs::Facet &facet = shown[std::size_t(one.target)];
        const auto &found = one.key.labels;
        const auto value = std::find_if(found.begin(), found.end(), [&facet](const auto &label) {
            return label.first == facet.field;
        });
        facet.values.push_back(
            {value == found.end() ? std::string() : value->second, std::uint64_t(one.last)});
        facet.records += std::uint64_t(one.last);
    }
    for (logs::Facet &facet : shown) {
        std::stable_sort(facet.values.begin(), facet.values.end(),
                         [](const auto &a, const auto &b) { return a.count > b.count; });
    }
    labels->setFacets(std::move(shown));
    labelView->expandAll();
}

void FamilyDetail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->values.setActive(true);
}

void FamilyDetail::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->values.setActive(false);
}

void FamilyDetail::chart()
{
    d->chart(true, false);
}

void FamilyDetail::Private::chart(bool isFamilyChart, bool isHeatMap)
{
    if (!facts) {
        isWaiting = entry.has_value();
        return;
    }
    Q_EMIT q->panelChosen(isHeatMap ? familyHeatMap(entry->family, facts->built)
                                    : familyPanel(entry->family, facts->built),
                          isFamilyChart);
}

void FamilyDetail::Private::chartValue(const QModelIndex &index)
{
    const QVariant value = index.data(FacetModel::ValueRole);
    if (!facts || !index.parent().isValid() || !value.isValid()) {
        return;
    }
    models::BuiltExpression built = facts->built;
    built.filters << models::LabelFilter{index.data(FacetModel::FieldRole).toString(),
                                         models::LabelFilter::Operator::Equal, value.toString()};
    models::PanelSpec spec = familyPanel(entry->family, std::move(built));
    spec.title =
        QStringLiteral("%1 %2=\"%3\"")
            .arg(spec.title, index.data(FacetModel::FieldRole).toString(), value.toString())
            .left(200);
    Q_EMIT q->panelChosen(spec, true);
}

} // namespace foretop::app
