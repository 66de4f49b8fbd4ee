// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartpanel.h"
#include "app/crosshairlink.h"
#include "app/page.h"
#include "app/preset.h"

#include <QPointer>

class QAction;
class QComboBox;

namespace foretop::app {

class FamilyExplorer;
class PanelGrid;

/// Dashboards of charts, and any metric family as a chart of its own. Charts of families stay on
/// top of every dashboard until closed; at most kMostFamilies, the oldest goes.
class MetricsPage : public Page
{
    Q_OBJECT

public:
    static constexpr int kMostFamilies = 8;

    explicit MetricsPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void setSession(session::Session *session) override;
    void focusSearch() override;
    bool isFilled() const override;

    void showFamily(const QString &name, metrics::FamilyType type);

private:
    QWidget *makeToolBar();
    QAction *makeExplorerAction();
    void readPresets();
    void showDashboard(int index);
    void arrange();
    void closePanel(ChartPanel *panel);
    ChartPanel *makePanel(const models::ChartSpec &spec, const QString &title);

    CrosshairLink m_crosshair;
    QVector<DashboardPreset> m_presets;
    QPointer<session::Session> m_session;
    QComboBox *m_picker;
    FamilyExplorer *m_explorer;
    PanelGrid *m_grid;
    QAction *m_showExplorer = nullptr;
    QVector<QVector<ChartPanel *>> m_dashboards; ///< made when first shown
    QVector<ChartPanel *> m_families;            ///< newest first
};

} // namespace foretop::app
