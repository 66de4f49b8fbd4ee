// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/labelfilterrow.h"

#include "app/theme.h"
#include "app/wheelguard.h"
#include "models/displaytext.h"
#include "models/inquiry.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace foretop::app {

namespace {

/// Fills @p box with @p items, unless they are being chosen from, and leaves what is written in it.
void offer(QComboBox *box, const QStringList &items)
{
    const bool isSame = box->count() == items.size() && [&] {
        for (int i = 0; i < box->count(); ++i) {
            if (box->itemText(i) != items[i]) {
                return false;
            }
        }
        return true;
    }();
    if (isSame || box->view()->isVisible() || box->completer()->popup()->isVisible()) {
        return;
    }
    const QSignalBlocker blocker(box);
    const QString text = box->currentText();
    box->clear();
    box->addItems(items);
    box->setEditText(text);
}

QComboBox *makeBox(const QString &name, int characters, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(characters);
    box->setAccessibleName(name);
    box->lineEdit()->setAccessibleName(name);
    return box;
}

} // namespace

class LabelFilterRow::Private
{
public:
    explicit Private(LabelFilterRow *row)
        : label(makeBox(tr("Label"), 10, row))
        , op(new QComboBox(row))
        , value(makeBox(tr("Value"), 16, row))
        , remove(new QToolButton(row))
        , values([this](const QStringList &found) { offer(value, found); })
    {
    }

    void findValues();

    models::MetricNames names;
    QString metric;
    QComboBox *label;
    QComboBox *op;
    QComboBox *value;
    QToolButton *remove;
    models::Inquiry<QStringList> values;
};

LabelFilterRow::LabelFilterRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    d->label->setObjectName(QStringLiteral("filterLabel"));
    d->label->setToolTip(tr("The label that is compared"));
    static const QRegularExpression name(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*"));
    d->label->setValidator(new QRegularExpressionValidator(name, d->label));
    d->op->setObjectName(QStringLiteral("filterOperator"));
    d->op->setAccessibleName(tr("Comparison"));
    d->op->setToolTip(tr("Equal, not equal, matches or does not match the regular expression"));
    d->op->addItems({QStringLiteral("="), QStringLiteral("!="), QStringLiteral("=~"),
                     QStringLiteral("!~")}); // in the order of LabelMatcher::Operator
    d->value->setObjectName(QStringLiteral("filterValue"));
    d->value->setToolTip(tr("The value that the label is compared with"));
    d->remove->setObjectName(QStringLiteral("removeFilter"));
    d->remove->setAutoRaise(true);
    d->remove->setFocusPolicy(Qt::StrongFocus);
    d->remove->setToolTip(tr("Remove this filter"));
    d->remove->setAccessibleName(d->remove->toolTip());
    const auto takeIcon = [this, &theme] {
        d->remove->setIcon(theme.icon(QStringLiteral("close")));
    };
    takeIcon();
    connect(&theme, &Theme::changed, this, takeIcon);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(d->label, 2);
    layout->addWidget(d->op);
    layout->addWidget(d->value, 3);
    layout->addWidget(d->remove);
    new WheelGuard(this);
    connect(d->label, &QComboBox::currentTextChanged, this, [this] {
        d->findValues();
        Q_EMIT changed();
    });
    connect(d->op, &QComboBox::currentIndexChanged, this, &LabelFilterRow::changed);
    connect(d->value, &QComboBox::currentTextChanged, this, &LabelFilterRow::changed);
    connect(d->remove, &QToolButton::clicked, this, &LabelFilterRow::removeRequested);
}

LabelFilterRow::~LabelFilterRow() = default;

void LabelFilterRow::Private::findValues()
{
    if (!names.vocabulary || label->currentText().isEmpty()) {
        return;
    }
    values.ask([vocabulary = names.vocabulary, metric = metric.toStdString(),
                name = label->currentText().toStdString()](const std::stop_token &) {
        QStringList found;
        const auto all = vocabulary->labelValues(metric, name);
        const auto shown = std::min<std::size_t>(all.size(), kMostValues);
        for (std::size_t i = 0; i < shown; ++i) {
            found << models::toQString(all[i]);
        }
        return found;
    });
}

void LabelFilterRow::setNames(const models::MetricNames &names, const QString &metric)
{
    d->names = names;
    d->metric = metric;
    d->findValues();
}

void LabelFilterRow::setLabels(const QStringList &labels)
{
    offer(d->label, labels);
}

models::LabelFilter LabelFilterRow::filter() const
{
    return {d->label->currentText(), models::LabelFilter::Operator(d->op->currentIndex()),
            d->value->currentText()};
}

void LabelFilterRow::setFilter(const models::LabelFilter &filter)
{
    if (filter == this->filter()) {
        return;
    }
    const QSignalBlocker blockers[] = {QSignalBlocker(d->label), QSignalBlocker(d->op),
                                       QSignalBlocker(d->value)};
    const bool isOther = d->label->currentText() != filter.label;
    d->label->setEditText(filter.label);
    d->op->setCurrentIndex(int(filter.op));
    d->value->setEditText(filter.value);
    if (isOther) {
        d->findValues();
    }
}

void LabelFilterRow::focusLabel()
{
    d->label->setFocus(Qt::OtherFocusReason);
}

} // namespace foretop::app
