// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paneloptions.h"

#include "app/kindpicker.h"
#include "app/panelkindtext.h"
#include "app/theme.h"
#include "app/thresholdtable.h"
#include "app/wheelguard.h"
#include "models/dashboardmembers.h"
#include "models/strictobject.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <cmath>

namespace foretop::app {

using models::PanelKind;
using models::PanelSpec;

namespace {

/// A number or, where nothing is written, none.
struct Bound
{
    std::optional<double> value;
    bool isWrong = false;
};

Bound boundOf(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    if (text.isEmpty()) {
        return {};
    }
    bool isNumber = false;
    double value = QLocale().toDouble(text, &isNumber);
    if (!isNumber) {
        value = QLocale::c().toDouble(text, &isNumber);
    }
    return isNumber && std::isfinite(value) ? Bound{value, false} : Bound{{}, true};
}

void showBound(QLineEdit *edit, const std::optional<double> &value)
{
    edit->setText(value ? QLocale().toString(*value, 'g', QLocale::FloatingPointShortest)
                        : QString());
}

} // namespace

class PanelOptions::Private
{
public:
    Private(const Theme &theme, PanelOptions *options);

    QWidget *make(const QStringList &sources);
    void show(const PanelSpec &spec, const QStringList &sources);
    void connectAll();
    void showRows();
    QComboBox *makeBox(const QString &name, const QString &accessibleName, const QString &hint);
    QLineEdit *makeBound(const QString &name, const QString &accessibleName);

    PanelOptions *q;
    QWidget *content;
    QFormLayout *form;
    QLineEdit *title;
    QPlainTextEdit *description;
    KindPicker *kind;
    QComboBox *style;
    QComboBox *legend;
    QComboBox *reduction;
    QSpinBox *limit;
    QComboBox *unit;
    QSpinBox *decimals;
    QWidget *bounds;
    QLineEdit *least;
    QLineEdit *greatest;
    QComboBox *source;
    ThresholdTable *thresholds;
};

PanelOptions::Private::Private(const Theme &theme, PanelOptions *options)
    : q(options)
    , content(new QWidget(options))
    , form(new QFormLayout(content))
    , title(new QLineEdit(content))
    , description(new QPlainTextEdit(content))
    , kind(new KindPicker(theme, content))
    , style(makeBox(QStringLiteral("panelStyle"), tr("Line style"), tr("How series are drawn")))
    , legend(makeBox(QStringLiteral("panelLegend"), tr("Legend"), tr("What is told of series")))
    , reduction(makeBox(QStringLiteral("panelReduction"), tr("Value of a series"),
                        tr("How a series becomes the one value that is shown and compared")))
    , limit(new QSpinBox(content))
    , unit(makeBox(QStringLiteral("panelUnit"), tr("Unit"), tr("What the values are in")))
    , decimals(new QSpinBox(content))
    , bounds(new QWidget(content))
    , least(makeBound(QStringLiteral("panelLeast"), tr("Least value of the axis")))
    , greatest(makeBound(QStringLiteral("panelGreatest"), tr("Greatest value of the axis")))
    , source(makeBox(QStringLiteral("panelSource"), tr("Source"),
                     tr("Where the values come from; usually what the dashboard shows")))
    , thresholds(new ThresholdTable(theme, content))
{
    title->setObjectName(QStringLiteral("panelTitle"));
    title->setAccessibleName(tr("Title"));
    title->setMaxLength(int(models::kMaxTitleLength));
    description->setObjectName(QStringLiteral("panelDescription"));
    description->setAccessibleName(tr("Description"));
    description->setToolTip(tr("Shown beside the title, to say what the panel tells"));
    description->setTabChangesFocus(true);
    description->setFixedHeight(2 * description->fontMetrics().lineSpacing() + 14);
    limit->setObjectName(QStringLiteral("panelLimit"));
    limit->setAccessibleName(tr("Most series"));
    limit->setToolTip(tr("Only so many series are shown, the largest"));
    limit->setRange(1, PanelSpec::kMostSeries);
    decimals->setObjectName(QStringLiteral("panelDecimals"));
    decimals->setAccessibleName(tr("Decimals"));
    decimals->setToolTip(tr("Digits behind the decimal point"));
    decimals->setRange(-1, models::kMaxDecimals);
    decimals->setSpecialValueText(tr("automatic"));
}

QComboBox *PanelOptions::Private::makeBox(const QString &name, const QString &accessibleName,
                                          const QString &hint)
{
    auto *box = new QComboBox(content);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setToolTip(hint);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    return box;
}

QLineEdit *PanelOptions::Private::makeBound(const QString &name, const QString &accessibleName)
{
    auto *edit = new QLineEdit(content);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setToolTip(accessibleName);
    edit->setPlaceholderText(tr("automatic"));
    return edit;
}

PanelOptions::PanelOptions(const Theme &theme, const PanelSpec &spec, const QStringList &sources,
                           QWidget *parent)
    : QScrollArea(parent)
    , d(std::make_unique<Private>(theme, this))
{
    setObjectName(QStringLiteral("panelOptions"));
    setAccessibleName(tr("Look of the panel"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *bounds = new QHBoxLayout(d->bounds);
    bounds->setContentsMargins(0, 0, 0, 0);
    d->bounds->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    d->kind->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    bounds->addWidget(d->least);
    bounds->addWidget(new QLabel(tr("to"), d->bounds));
    bounds->addWidget(d->greatest);
    d->form->setContentsMargins(0, 0, 6, 0);
    d->form->setVerticalSpacing(5);
    d->form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    d->form->addRow(tr("&Title"), d->title);
    d->form->addRow(tr("&Description"), d->description);
    d->form->addRow(tr("Kind"), d->kind);
    d->form->addRow(tr("L&ines"), d->style);
    d->form->addRow(tr("&Legend"), d->legend);
    d->form->addRow(tr("&Value"), d->reduction);
    d->form->addRow(tr("Most &series"), d->limit);
    d->form->addRow(tr("&Unit"), d->unit);
    d->form->addRow(tr("De&cimals"), d->decimals);
    d->form->addRow(tr("Values &from"), d->bounds);
    d->form->addRow(tr("S&ource"), d->source);
    d->form->addRow(tr("Thresholds"), d->thresholds);
    d->content->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // rows stay together
    setWidget(d->content);
    d->show(spec, sources);
    new WheelGuard(d->content);
    d->connectAll();
    setMinimumWidth(d->content->minimumSizeHint().width() + 24);
}

PanelOptions::~PanelOptions() = default;

void PanelOptions::Private::show(const PanelSpec &spec, const QStringList &sources)
{
    title->setText(spec.title);
    description->setPlainText(spec.description);
    kind->setKind(spec.kind);
    for (int i = 0; i <= int(models::LineStyle::Stacked); ++i) {
        style->addItem(lineStyleText(models::LineStyle(i)));
    }
    style->setCurrentIndex(int(spec.style));
    for (int i = 0; i <= int(models::LegendKind::Table); ++i) {
        legend->addItem(legendKindText(models::LegendKind(i)));
    }
    legend->setCurrentIndex(int(spec.legend));
    for (int i = 0; i <= int(models::Reduction::Sum); ++i) {
        reduction->addItem(reductionText(models::Reduction(i)));
    }
    reduction->setCurrentIndex(int(spec.reduction));
    for (int i = 0; i <= int(models::Unit::Moment); ++i) {
        unit->addItem(unitText(models::Unit(i)));
    }
    unit->setCurrentIndex(int(spec.unit));
    limit->setValue(spec.limit);
    decimals->setValue(spec.decimals.value_or(-1));
    showBound(least, spec.least);
    showBound(greatest, spec.greatest);
    source->addItem(tr("as the dashboard"), QString());
    QStringList known = sources;
    if (!spec.source.isEmpty() && !known.contains(spec.source)) {
        known << spec.source; // of another environment
    }
    for (const QString &name : std::as_const(known)) {
        source->addItem(name, name);
    }
    source->setCurrentIndex(source->findData(spec.source));
    thresholds->model().setThresholds(spec.thresholds);
    showRows();
}

void PanelOptions::Private::connectAll()
{
    const auto tell = [this] { Q_EMIT q->changed(); };
    for (QLineEdit *edit : {title, least, greatest}) {
        connect(edit, &QLineEdit::textChanged, q, tell);
    }
    connect(description, &QPlainTextEdit::textChanged, q, tell);
    for (QComboBox *box : {style, legend, reduction, unit, source}) {
        connect(box, &QComboBox::currentIndexChanged, q, tell);
    }
    for (QSpinBox *box : {limit, decimals}) {
        connect(box, &QSpinBox::valueChanged, q, tell);
    }
    connect(&thresholds->model(), &ThresholdModel::changed, q, tell);
    connect(kind, &KindPicker::kindChanged, q, [this] {
        showRows();
        Q_EMIT q->changed();
    });
}

/// Fields that mean nothing for a kind cannot be changed.
void PanelOptions::Private::showRows()
{
    const PanelKind shown = kind->kind();
    const bool hasTimeAxis = shown == PanelKind::TimeSeries || shown == PanelKind::HeatMap;
    const auto enable = [this](QWidget *field, bool isMeant) {
        field->setEnabled(isMeant);
        form->labelForField(field)->setEnabled(isMeant);
    };
    enable(style, shown == PanelKind::TimeSeries);
    enable(legend, shown == PanelKind::TimeSeries);
    enable(reduction, !hasTimeAxis);
    enable(limit, shown != PanelKind::HeatMap);
    enable(bounds, shown != PanelKind::Table && shown != PanelKind::Stat);
    enable(thresholds, shown != PanelKind::HeatMap);
}

void PanelOptions::apply(PanelSpec &spec) const
{
    spec.title = d->title->text().trimmed();
    spec.description = d->description->toPlainText().trimmed();
    spec.kind = d->kind->kind();
    spec.style = models::LineStyle(d->style->currentIndex());
    spec.legend = models::LegendKind(d->legend->currentIndex());
    spec.reduction = models::Reduction(d->reduction->currentIndex());
    spec.unit = models::Unit(d->unit->currentIndex());
    spec.limit = d->limit->value();
    spec.decimals = d->decimals->value() < 0 ? std::nullopt : std::optional(d->decimals->value());
    spec.least = boundOf(d->least).value;
    spec.greatest = boundOf(d->greatest).value;
    spec.source = d->source->currentData().toString();
    spec.thresholds = d->thresholds->model().thresholds();
}

void PanelOptions::setKind(PanelKind kind)
{
    d->kind->setKind(kind);
}

void PanelOptions::setAutoUnit(models::Unit unit)
{
    d->unit->setItemText(int(models::Unit::Auto), tr("automatic: %1").arg(unitText(unit)));
}

QString PanelOptions::problem() const
{
    const Bound least = boundOf(d->least);
    const Bound greatest = boundOf(d->greatest);
    if (least.isWrong || greatest.isWrong) {
        const QLineEdit *wrong = least.isWrong ? d->least : d->greatest;
        return tr("\u201c%1\u201d is no number.").arg(wrong->text().trimmed());
    }
    if (least.value && greatest.value && *least.value >= *greatest.value) {
        return tr("The least value must be below the greatest.");
    }
    if (d->description->toPlainText().size() > models::StrictObject::kMaxTextLength) {
        return tr("The description is longer than %n characters.", nullptr,
                  int(models::StrictObject::kMaxTextLength));
    }
    const auto &thresholds = d->thresholds->model().thresholds();
    for (qsizetype i = 1; i < thresholds.size(); ++i) {
        if (thresholds[i].from <= thresholds[i - 1].from) {
            return tr("Two thresholds begin at the same value.");
        }
    }
    return {};
}

} // namespace foretop::app
