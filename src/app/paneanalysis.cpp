// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paneanalysis.h"

#include "app/facetpane.h"
#include "app/histogramstrip.h"
#include "app/logfilterbar.h"
#include "app/logsidepane.h"
#include "app/patternpane.h"
#include "app/settings.h"
#include "app/timerangebutton.h"
#include "models/loganalysis.h"

#include <algorithm>

namespace foretop::app {

namespace {

const auto kLogger = QStringLiteral("logger");

} // namespace

PaneAnalysis::PaneAnalysis(models::LogModel &model, HistogramStrip &strip, LogSidePane &side,
                           LogFilterBar &filters, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_analysis(new models::LogAnalysis(&model, this))
    , m_strip(strip)
    , m_side(side)
    , m_filters(filters)
    , m_settings(settings)
{
    using models::LogAnalysis;
    side.facets()->setFields(settings.get(settings::kLogFacets));
    connect(m_analysis, &LogAnalysis::histogramChanged, this, &PaneAnalysis::showHistogram);
    connect(m_analysis, &LogAnalysis::facetsChanged, this, &PaneAnalysis::showFacets);
    connect(m_analysis, &LogAnalysis::patternsChanged, this, &PaneAnalysis::showPatterns);
    connect(m_analysis, &LogAnalysis::fieldNamesChanged, this,
            [this] { m_side.facets()->setKnownFields(m_analysis->fieldNames()); });
    connect(m_analysis, &LogAnalysis::busyChanged, this, &PaneAnalysis::showBusy);
    connect(&strip, &HistogramStrip::mostBucketsChanged, this, &PaneAnalysis::takeVisibility);
    connect(&side, &QTabWidget::currentChanged, this, &PaneAnalysis::takeVisibility);
    connect(side.facets(), &FacetPane::fieldsChanged, this, [this](const QStringList &fields) {
        m_settings.set(settings::kLogFacets, fields);
        wantFacets();
    });
    connect(filters.loggers(), &ValueFilterButton::aboutToOpen, this, [this] {
        m_loggersWanted = true;
        wantFacets();
    });
}

void PaneAnalysis::takeVisibility()
{
    m_analysis->setHistogramBuckets(m_strip.isVisible() ? m_strip.mostBuckets() : 0);
    m_analysis->setPatternsWanted(m_side.patterns()->isVisible());
    wantFacets();
}

void PaneAnalysis::wantFacets()
{
    QStringList fields;
    if (m_side.facets()->isVisible()) {
        fields = m_side.facets()->fields();
    }
    if (m_loggersWanted && !fields.contains(kLogger)) {
        fields << kLogger;
    }
    m_analysis->setFacetFields(fields);
    if (m_side.facets()->isVisible()) {
        showFacets();
    }
}

void PaneAnalysis::showHistogram()
{
    const auto histogram = m_analysis->histogram();
    m_strip.setHistogram(histogram);
    if (histogram && !histogram->buckets.empty()) {
        const auto count = static_cast<Milliseconds::rep>(histogram->buckets.size());
        m_filters.times()->setSpan(histogram->from,
                                   histogram->from + count * histogram->width - Milliseconds(1));
    }
}

void PaneAnalysis::showFacets()
{
    const auto all = m_analysis->facets();
    std::vector<logs::Facet> shown;
    for (const QString &field : m_side.facets()->fields()) {
        const std::string name = field.toStdString();
        const auto known = std::find_if(
            all.begin(), all.end(), [&](const logs::Facet &facet) { return facet.field == name; });
        shown.push_back(known != all.end() ? *known : logs::Facet{.field = name, .values = {}});
    }
    m_side.facets()->setFacets(std::move(shown));
    for (const logs::Facet &facet : all) {
        if (facet.field == kLogger.toStdString()) {
            ValueFilterButton::Values values;
            for (const logs::FacetValue &value : facet.values) {
                values.push_back({QString::fromStdString(value.value), value.count});
            }
            m_filters.loggers()->setValues(values);
        }
    }
}

void PaneAnalysis::showPatterns()
{
    m_side.patterns()->setPatterns(m_analysis->patterns(), m_analysis->unmatched());
}

void PaneAnalysis::showBusy()
{
    const bool isBusy = m_analysis->isBusy();
    m_strip.setBusy(isBusy);
    m_side.patterns()->setBusy(isBusy);
    m_side.facets()->setNote(
        !isBusy ? m_analysis->errorText()
                : tr("Counting\u2026 %1 %").arg(int(m_analysis->progress() * 100)));
}

} // namespace foretop::app
