// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crosshairlink.h"
#include "app/page.h"
#include "models/annotationquery.h"
#include "models/panelspec.h"

#include <QHash>
#include <QPointer>
#include <QScrollArea>

namespace foretop::app {

class DashboardEdit;
class DashboardGrid;
class Panel;
struct GridWidget;

/// Shows the panels of a DashboardEdit, and above them single charts that were chosen elsewhere,
/// until they are closed. GUI thread.
class DashboardView : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr int kMostCharts = 8; ///< above the dashboard; the oldest goes

    /// All must outlive the view.
    DashboardView(const PageContext &context, CrosshairLink &crosshair, DashboardEdit &edit,
                  QWidget *parent = nullptr);

    void setSession(session::Session *session);
    void setSource(const QString &source);
    void setVariables(const QHash<QString, QString> &values);
    void setAnnotations(const QVector<models::Annotation> &annotations);
    void setEditable(bool editable);

    /// Puts a chart above the dashboard; one that is there already comes first.
    void showChart(const models::PanelSpec &spec);
    bool hasCharts() const { return !m_charts.isEmpty(); }
    DashboardGrid &grid() const { return *m_grid; }
    /// Those made so far that are on screen, the charts first.
    QVector<app::Panel *> shownPanels() const;

    /// Shows all panels again after one was shown alone; false: none was.
    bool showAll();
    bool isMaximized() const;
    void reveal(int id);

    bool isPending() const; ///< any panel on screen waits for an answer
    /// Whether all on screen is made and anything of it is drawn.
    bool isFilled() const;

Q_SIGNALS:
    void editRequested(int id);
    /// A chart is to become a panel of the dashboard.
    void addRequested(const models::PanelSpec &spec);
    void pendingChanged();
    void maximizedChanged();
    void chartsChanged(); ///< hasCharts()

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Chart
    {
        int id = 0;
        models::PanelSpec spec;
    };

    DashboardGrid *addGrid(const QString &name, app::Panel *(DashboardView::*make)(int id));
    app::Panel *makePanel(int id);
    app::Panel *makeChart(int id);
    app::Panel *prepared(const models::PanelSpec &spec);
    void addChartButtons(app::Panel &panel, int id);
    void closeChart(int id);
    void placeCharts();
    void takeEdit();
    void maximize(DashboardGrid &grid, std::optional<int> id);
    void watchScreen();
    QVector<app::Panel *> panels() const;

    PageContext m_context;
    CrosshairLink &m_crosshair;
    DashboardEdit &m_edit;
    DashboardGrid *m_chartGrid;
    DashboardGrid *m_grid;
    QVector<Chart> m_charts; // newest first
    int m_lastChart = 0;
    int m_scrolledTo = 0; // before a panel was maximised
    bool m_isEditable = false;
    QPointer<session::Session> m_session;
    QString m_source;
    QHash<QString, QString> m_variables;
    QVector<models::Annotation> m_annotations;
};

} // namespace foretop::app
