// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crosshairlink.h"
#include "app/page.h"
#include "app/servicetext.h"
#include "models/errormodel.h"
#include "models/jobfilter.h"
#include "models/jobmodel.h"
#include "models/metriccatalog.h"
#include "models/servicemodel.h"
#include "models/sourcemodel.h"

#include <QPointer>

#include <memory>

namespace Ui {
class OverviewPage;
}

namespace foretop::models {
class PresetMatches;
} // namespace foretop::models

namespace foretop::app {

class EmptyState;
class Panel;
struct HealthLinks;

/// The glance: the state in a sentence, a tile for each check, the newest errors, the jobs that
/// run, and up to kMostCharts charts of what the session's own metrics tell of a machine.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    static constexpr int kMostCharts = 4;

    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString title() const override;
    QString iconName() const override;
    void setSession(session::Session *session) override;
    bool isFilled() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

Q_SIGNALS:
    /// The person chose the error group with this display text.
    void errorChosen(const QString &headline);

private:
    void setUpTiles();
    void setUpErrors();
    void setUpJobs();
    void setUpCharts();
    void readPreset();
    void takeCharts();
    void tellCharts();
    HealthLinks healthLinks() const;
    void tellState();

    std::unique_ptr<Ui::OverviewPage> m_ui;
    models::ServiceModel m_services;
    models::SourceModel m_sources;
    models::ErrorModel m_errors;
    models::JobModel m_jobs;
    models::JobFilter m_activeJobs;
    ServiceText m_serviceText;
    CrosshairLink m_crosshair;
    models::MetricCatalog m_catalog;
    models::PresetMatches *m_matches = nullptr; // made when the page is first shown
    QPointer<session::Session> m_session;
    QString m_source; // of the metrics; empty: the session's own
    QVector<Panel *> m_charts;
    EmptyState *m_noCharts = nullptr;
};

} // namespace foretop::app
