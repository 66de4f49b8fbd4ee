// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartpanel.h"
#include "app/crosshairlink.h"
#include "app/page.h"
#include "app/servicetext.h"
#include "models/errormodel.h"
#include "models/jobfilter.h"
#include "models/jobmodel.h"
#include "models/servicemodel.h"
#include "models/sourcemodel.h"

#include <memory>

namespace Ui {
class OverviewPage;
}

namespace foretop::app {

struct HealthLinks;

/// The glance: the state in a sentence, a tile for each check, the newest errors, the jobs that
/// run, and four charts of the machine.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString title() const override;
    QString iconName() const override;
    void setSession(session::Session *session) override;
    bool isFilled() const override;

Q_SIGNALS:
    /// The person chose the error group with this display text.
    void errorChosen(const QString &headline);

private:
    void setUpTiles();
    void setUpErrors();
    void setUpJobs();
    void setUpCharts();
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
    QVector<ChartPanel *> m_charts;
};

} // namespace foretop::app
