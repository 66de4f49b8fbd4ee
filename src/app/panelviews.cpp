// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/barsview.h"
#include "app/gaugeview.h"
#include "app/heatmapview.h"
#include "app/statview.h"
#include "app/tablepanelview.h"
#include "app/timeseriesview.h"

namespace foretop::app {

PanelView *makePanelView(models::PanelKind kind, const PageContext &context,
                         CrosshairLink &crosshair, QWidget *parent)
{
    using models::PanelKind;
    switch (kind) {
    case PanelKind::Bars:
        return new BarsView(BarsView::Order::AsAnswered, context, crosshair, parent);
    case PanelKind::TopN:
        return new BarsView(BarsView::Order::Ranked, context, crosshair, parent);
    case PanelKind::Stat:
        return new StatView(context, crosshair, parent);
    case PanelKind::Gauge:
        return new GaugeView(context, crosshair, parent);
    case PanelKind::HeatMap:
        return new HeatMapView(context, crosshair, parent);
    case PanelKind::Table:
        return new TablePanelView(context, crosshair, parent);
    case PanelKind::TimeSeries:
        break;
    }
    return new TimeSeriesView(context, crosshair, parent);
}

} // namespace foretop::app
