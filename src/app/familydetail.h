// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"
#include "models/metricnames.h"
#include "models/panelspec.h"

#include <QWidget>

#include <memory>

namespace foretop::app {

/// What is known of one metric family: help, type, unit, its labels with their most frequent
/// values, the last values of its series. From here it is charted, also for one value of a label
/// only.
class FamilyDetail : public QWidget
{
    Q_OBJECT

public:
    explicit FamilyDetail(const PageContext &context, QWidget *parent = nullptr);
    ~FamilyDetail() override;

    /// The session is not owned and may go before this.
    void setSource(session::Session *session, const QString &source);
    /// Null: none. The same family with newer @p names is looked up anew.
    void setFamily(const models::MetricCatalog::Entry *entry, const models::MetricNames &names);
    /// Charts the family as soon as its names are known.
    void chart();

Q_SIGNALS:
    /// @p isFamilyChart: to be looked at, not to be kept.
    void panelChosen(const models::PanelSpec &spec, bool isFamilyChart);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
