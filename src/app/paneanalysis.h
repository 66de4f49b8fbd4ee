// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace foretop::models {
class LogAnalysis;
class LogModel;
} // namespace foretop::models

namespace foretop::app {

class HistogramStrip;
class LogFilterBar;
class LogSidePane;
class Settings;

/// Has computed what is on screen of a log view's histogram, facets and patterns, and shows it.
class PaneAnalysis : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    PaneAnalysis(models::LogModel &model, HistogramStrip &strip, LogSidePane &side,
                 LogFilterBar &filters, Settings &settings, QObject *parent);

    models::LogAnalysis &analysis() const { return *m_analysis; }
    /// Which parts are on screen changed.
    void takeVisibility();

private:
    void wantFacets();
    void showHistogram();
    void showFacets();
    void showPatterns();
    void showBusy();

    models::LogAnalysis *m_analysis;
    HistogramStrip &m_strip;
    LogSidePane &m_side;
    LogFilterBar &m_filters;
    Settings &m_settings;
    bool m_loggersWanted = false;
};

} // namespace foretop::app
