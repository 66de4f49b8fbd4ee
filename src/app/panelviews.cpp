// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeseriesview.h"

namespace foretop::app {

PanelView *makePanelView(models::PanelKind, const PageContext &context, CrosshairLink &crosshair,
                         QWidget *parent)
{
    return new TimeSeriesView(context, crosshair, parent);
}

} // namespace foretop::app
