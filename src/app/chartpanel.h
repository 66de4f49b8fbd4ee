// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/card.h"
#include "app/chartview.h"
#include "app/legendmodel.h"
#include "app/page.h"

class QLabel;

namespace foretop::app {

/// One chart with its title and legend, kept up to date with the session and the time cursor while
/// it is on screen. A drag over the plot sets the cursor's window, a double click goes back to
/// live.
class ChartPanel : public Card
{
    Q_OBJECT

public:
    enum class Legend { Line, Table };

    /// @p crosshair must outlive the panel.
    ChartPanel(const PageContext &context, CrosshairLink &crosshair, models::ChartSpec spec,
               const QString &title, Legend legend, QWidget *parent = nullptr);

    void setSession(session::Session *session);
    /// Adds a button that asks to close the panel.
    void setClosable();

    const models::ChartQuery &query() const { return m_query; }
    const ChartView &view() const { return *m_view; }
    /// Whether any point is drawn.
    bool hasData() const { return m_view->pointCount() > 0; }

Q_SIGNALS:
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader(const QString &title, Legend legend);
    QWidget *makeLegendTable();
    void connectCursor();
    void showResult();
    void followCrosshair();

    PageContext m_context;
    CrosshairLink &m_crosshair;
    models::ChartQuery m_query;
    LegendModel m_legend;
    ChartView *m_view;
    QLabel *m_leftOut = nullptr;
    QWidget *m_header = nullptr;
};

} // namespace foretop::app
