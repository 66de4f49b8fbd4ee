// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/expressionbuilder.h"

#include "app/buildertexts.h"
#include "app/labelchooser.h"
#include "app/labelfilterrow.h"
#include "app/metricpicker.h"
#include "app/taborder.h"
#include "app/theme.h"
#include "app/wheelguard.h"
#include "models/displaytext.h"
#include "models/inquiry.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>

namespace foretop::app {

using Built = models::BuiltExpression;
using models::LabelFilter;

namespace {

constexpr int kMostTopCount = 100;
constexpr std::array kCombinations = {Built::Combination::None, Built::Combination::Sum,
                                      Built::Combination::Mean, Built::Combination::Least,
                                      Built::Combination::Greatest};

} // namespace

class ExpressionBuilder::Private
{
public:
    Private(const Theme &theme, ExpressionBuilder *builder);

    void connectAll();
    void start(const metrics::Family &family);
    void take();
    void tell();
    void show();
    void showChoices();
    void showFilters();
    void addFilter(const LabelFilter &filter);
    void removeFilter(LabelFilterRow *row);
    void findLabels();
    void enable();
    /// What is known of the metric's family may say more than the expression.
    Built knownAs(const Built &read) const;

    ExpressionBuilder *q;
    const Theme &theme;
    models::MetricNames names;
    Built built;
    bool isByHand = false;
    bool isShowing = false;
    QString expression;
    QString labelsOf; ///< the metric that labels were asked for
    QStringList labels;

    MetricPicker *metric;
    QComboBox *function;
    QComboBox *combination;
    LabelChooser *by;
    QSpinBox *top;
    QPushButton *filter;
    QLabel *byHand;
    QVBoxLayout *rows;
    QVector<LabelFilterRow *> filters;
    QVector<BuilderChoice> choices;
    models::Inquiry<Built> starting;
    models::Inquiry<QStringList> labelInquiry;
};

ExpressionBuilder::Private::Private(const Theme &usedTheme, ExpressionBuilder *builder)
    : q(builder)
    , theme(usedTheme)
    , metric(new MetricPicker(usedTheme, builder))
    , function(new QComboBox(builder))
    , combination(new QComboBox(builder))
    , by(new LabelChooser(tr("all together"), builder))
    , top(new QSpinBox(builder))
    , filter(new QPushButton(tr("Add &filter"), builder))
    , byHand(new QLabel(builder))
    , rows(new QVBoxLayout)
    , starting([this](const Built &found) {
        built = found;
        isByHand = false;
        show();
        tell();
    })
    , labelInquiry([this](const QStringList &found) {
        labels = found;
        by->setLabels(found);
        for (LabelFilterRow *row : std::as_const(filters)) {
            row->setLabels(found);
        }
    })
{
    metric->setObjectName(QStringLiteral("builderMetric"));
    function->setObjectName(QStringLiteral("builderFunction"));
    function->setAccessibleName(tr("What is shown"));
    function->setToolTip(tr("What is shown of the metric"));
    combination->setObjectName(QStringLiteral("builderCombination"));
    combination->setAccessibleName(tr("How series are combined"));
    combination->setToolTip(tr("How series are combined into one, or one a group"));
    for (const auto one : kCombinations) {
        combination->addItem(combinationText(one));
    }
    by->setObjectName(QStringLiteral("builderBy"));
    by->setAccessibleName(tr("Labels to group by"));
    top->setObjectName(QStringLiteral("builderTop"));
    top->setAccessibleName(tr("How many of the largest"));
    top->setToolTip(tr("Only so many of the largest at each moment"));
    top->setRange(0, kMostTopCount);
    top->setSpecialValueText(tr("all"));
    filter->setObjectName(QStringLiteral("builderAddFilter"));
    filter->setAutoDefault(false);
    filter->setToolTip(tr("Show only series with a certain label"));
    filter->setAccessibleName(tr("Add a label filter"));
    byHand->setObjectName(QStringLiteral("builderByHand"));
    byHand->setText(tr("Written by hand: the builder cannot show this expression. "
                       "Choosing a metric starts anew."));
    byHand->setWordWrap(true);
    byHand->setForegroundRole(QPalette::PlaceholderText);
    byHand->hide();
}

ExpressionBuilder::ExpressionBuilder(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(theme, this))
{
    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(1);
    const auto add = [&](const QString &caption, QWidget *field, int stretch) {
        const int column = fields->count() / 2;
        auto *label = new QLabel(caption, this);
        label->setBuddy(field);
        label->setForegroundRole(QPalette::PlaceholderText);
        fields->addWidget(label, 0, column);
        fields->addWidget(field, 1, column);
        fields->setColumnStretch(column, stretch);
    };
    add(tr("&Metric"), d->metric, 4);
    add(tr("S&how"), d->function, 0);
    add(tr("Combine"), d->combination, 0);
    add(tr("Group by"), d->by, 1);
    add(tr("Largest"), d->top, 0);
    d->by->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    d->rows->setSpacing(4);
    auto *below = new QHBoxLayout;
    below->addWidget(d->filter);
    below->addWidget(d->byHand, 1);
    below->addStretch(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(fields);
    layout->addLayout(d->rows);
    layout->addLayout(below);
    new WheelGuard(this);
    d->connectAll();
    d->show();
}

ExpressionBuilder::~ExpressionBuilder() = default;

void ExpressionBuilder::Private::connectAll()
{
    connect(metric, &MetricPicker::familyChosen, q,
            [this](const metrics::Family &family) { start(family); });
    connect(function, &QComboBox::activated, q, [this] { take(); });
    connect(combination, &QComboBox::activated, q, [this] { take(); });
    connect(by, &LabelChooser::chosenChanged, q, [this] { take(); });
    connect(top, &QSpinBox::valueChanged, q, [this] { take(); });
    connect(filter, &QPushButton::clicked, q, [this] {
        addFilter({});
        filters.constLast()->focusLabel();
        enable();
    });
}

void ExpressionBuilder::setNames(const models::MetricNames &names)
{
    d->names = names;
    d->metric->setEntries(names.entries);
    d->built = d->knownAs(d->built);
    d->showChoices();
    d->labelsOf.clear();
    d->findLabels();
}

void ExpressionBuilder::setExpression(const QString &expression)
{
    // What was built may not be an expression yet, such as with half a regular expression.
    if (expression == std::exchange(d->expression, expression)) {
        return;
    }
    const bool isEmpty = expression.trimmed().isEmpty();
    const auto read = isEmpty ? Built() : models::readBuilt(expression);
    d->isByHand = !read;
    d->built = read ? d->knownAs(*read) : Built();
    d->show();
}

bool ExpressionBuilder::isByHand() const
{
    return d->isByHand;
}

void ExpressionBuilder::focusMetric()
{
    d->metric->setFocus(Qt::OtherFocusReason);
}

Built ExpressionBuilder::Private::knownAs(const Built &read) const
{
    const auto *family = models::familyOf(names, read.metric);
    return family ? models::ofFamily(read, family->family) : read;
}

void ExpressionBuilder::Private::start(const metrics::Family &family)
{
    starting.ask([family, vocabulary = names.vocabulary](const std::stop_token &) {
        return models::builtFor(family, vocabulary ? vocabulary->metricNames()
                                                   : std::vector<std::string>());
    });
}

/// What the fields say.
void ExpressionBuilder::Private::take()
{
    if (isShowing || isByHand || built.metric.isEmpty()) {
        return;
    }
    const auto wasFunction = built.function;
    const BuilderChoice &choice = choices[std::max(function->currentIndex(), 0)];
    built.function = choice.function;
    built.quantile = choice.function == Built::Function::Quantile ? choice.quantile : 0.95;
    built.combination = kCombinations[std::size_t(std::max(combination->currentIndex(), 0))];
    const bool isGrouped = built.combination != Built::Combination::None;
    built.by = isGrouped ? by->chosen() : QStringList();
    built.topCount = top->value() > 0 ? std::optional(top->value()) : std::nullopt;
    built.filters.clear();
    for (const LabelFilterRow *row : std::as_const(filters)) {
        if (!row->filter().label.isEmpty()) {
            built.filters << row->filter();
        }
    }
    enable();
    findLabels();
    tell();
    if (built.function == Built::Function::Buckets && wasFunction != built.function) {
        Q_EMIT q->bucketsChosen();
    }
}

void ExpressionBuilder::Private::tell()
{
    const QString text = models::expressionText(built);
    if (std::exchange(expression, text) != text) {
        Q_EMIT q->expressionBuilt(text);
    }
}

void ExpressionBuilder::Private::show()
{
    const QScopedValueRollback showing(isShowing, true);
    metric->setMetric(built.metric);
    showChoices();
    const auto *at = std::find(kCombinations.begin(), kCombinations.end(), built.combination);
    combination->setCurrentIndex(int(at - kCombinations.begin()));
    by->setChosen(built.by);
    top->setValue(built.topCount.value_or(0));
    showFilters();
    findLabels();
    enable();
}

void ExpressionBuilder::Private::showChoices()
{
    const auto *family = models::familyOf(names, built.metric);
    const bool isQuantile = built.function == Built::Function::Quantile;
    const BuilderChoice current{built.function, isQuantile ? built.quantile : 0};
    const auto wanted =
        choicesFor(family ? family->family.type : metrics::FamilyType::Unknown, current);
    if (wanted != std::exchange(choices, wanted)) {
        function->clear();
        for (const BuilderChoice &choice : std::as_const(choices)) {
            function->addItem(choiceText(choice));
        }
    }
    function->setCurrentIndex(int(choices.indexOf(current)));
}

void ExpressionBuilder::Private::showFilters()
{
    while (filters.size() > built.filters.size()) {
        filters.takeLast()->deleteLater();
    }
    for (qsizetype i = 0; i < built.filters.size(); ++i) {
        if (i < filters.size()) {
            filters[i]->setFilter(built.filters[i]);
        } else {
            addFilter(built.filters[i]);
        }
    }
}

void ExpressionBuilder::Private::addFilter(const LabelFilter &wanted)
{
    auto *row = new LabelFilterRow(theme, q);
    row->setNames(names, models::selectedMetric(built));
    row->setLabels(labels);
    row->setFilter(wanted);
    QWidget *before = filters.isEmpty() ? top : chainTabs(nullptr, filters.constLast());
    connect(row, &LabelFilterRow::changed, q, [this] { take(); });
    connect(row, &LabelFilterRow::removeRequested, q, [this, row] { removeFilter(row); });
    filters << row;
    rows->addWidget(row);
    QWidget::setTabOrder(chainTabs(before, row), filter);
}

void ExpressionBuilder::Private::removeFilter(LabelFilterRow *row)
{
    filters.removeOne(row);
    row->deleteLater();
    filter->setFocus(Qt::OtherFocusReason);
    take();
    enable();
}

void ExpressionBuilder::Private::findLabels()
{
    const QString of = models::selectedMetric(built);
    if (of == std::exchange(labelsOf, of) || !names.vocabulary) {
        return;
    }
    for (LabelFilterRow *row : std::as_const(filters)) {
        row->setNames(names, of);
    }
    if (of.isEmpty()) {
        labelInquiry.cancel();
        return;
    }
    labelInquiry.ask(
        [vocabulary = names.vocabulary, of = of.toStdString()](const std::stop_token &) {
            QStringList found;
            const auto all = vocabulary->labelNames(of);
            const auto shown = std::min<std::size_t>(all.size(), kMostLabels);
            for (std::size_t i = 0; i < shown; ++i) {
                found << models::toQString(all[i]);
            }
            found.removeOne(QStringLiteral("le"));
            return found;
        });
}

void ExpressionBuilder::Private::enable()
{
    const bool isChosen = !isByHand && !built.metric.isEmpty();
    for (QWidget *field : {static_cast<QWidget *>(function), static_cast<QWidget *>(combination),
                           static_cast<QWidget *>(top)}) {
        field->setEnabled(isChosen);
    }
    by->setEnabled(isChosen && built.combination != Built::Combination::None);
    filter->setEnabled(isChosen && filters.size() < kMostFilters);
    byHand->setVisible(isByHand);
}

} // namespace foretop::app
