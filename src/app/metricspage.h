// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crosshairlink.h"
#include "app/page.h"
#include "models/annotationquery.h"
#include "models/metriccatalog.h"
#include "models/panelspec.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QSplitter;
class QStackedWidget;

namespace foretop::models {
class PresetMatches;
} // namespace foretop::models

namespace foretop::app {

class DashboardActions;
class DashboardChooser;
class DashboardDocument;
class DashboardStore;
class DashboardView;
class EmptyState;
class MetricExplorer;
class MetricsToolBar;
class PageActions;

/// Dashboards of panels over the session's own series or a Prometheus, and any metric as a chart of
/// its own above them until it is closed or made a panel.
class MetricsPage : public Page
{
    Q_OBJECT

public:
    explicit MetricsPage(const PageContext &context, QWidget *parent = nullptr);
    ~MetricsPage() override;

    QString title() const override;
    QString iconName() const override;
    void setSession(session::Session *session) override;
    void focusSearch() override;
    bool isFilled() const override;
    bool mayClose() override;

    void showChart(const models::PanelSpec &spec);
    const DashboardView &view() const { return *m_view; }
    DashboardDocument &document() const { return *m_document; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// Why there are no panels.
    enum class Lack { Nothing, Session, Waiting, Metrics, Dashboard, Panels, Readable };

    void addActions();
    void addPanelActions();
    void layOut();
    void connectParts();
    void readPresets();
    void setSource(const QString &source);
    void offerSources();
    void takeCatalog();
    void takeDocument();
    void takeVariables();
    void takeAnnotations();
    void takeState();
    void setEditing(bool editing);
    void addPanel(models::PanelSpec spec);
    void askForPanel();
    void editPanel(int id);
    void openEditor(const models::PanelSpec &spec,
                    std::function<void(const models::PanelSpec &)> then);
    Lack lack() const;
    void tellLack();
    void tellNoMetrics();

    std::unique_ptr<DashboardStore> m_store;
    DashboardDocument *m_document;
    DashboardChooser *m_chooser;
    PageActions *m_pageActions;
    DashboardActions *m_actions;
    QAction *m_showExplorer = nullptr;
    QAction *m_pick = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_addPanel = nullptr;
    QAction *m_showAnnotations = nullptr;
    QAction *m_restore = nullptr;

    models::MetricCatalog m_catalog;
    models::AnnotationQuery m_annotations;
    models::PresetMatches *m_matches = nullptr; // made when the page is first shown
    CrosshairLink m_crosshair;
    QPointer<session::Session> m_session;
    QTimer m_pending; // tells only what takes long

    MetricExplorer *m_explorer;
    DashboardView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    MetricsToolBar *m_bar = nullptr;
    std::optional<std::pair<Lack, QString>> m_told; // and the words that it was told with
};

} // namespace foretop::app
