// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelanswer.h"

namespace foretop::app {

/// The names of all labels of @p series, sorted.
QStringList labelColumns(const QVector<const models::PanelSeries *> &series);
/// Empty when @p series has no label @p name.
QString labelValue(const models::PanelSeries &series, const QString &name);

/// Its name as it may be painted in one line.
QString shownName(const models::PanelSeries &series);

} // namespace foretop::app
