// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace foretop::app {

/// Lets Tab go from @p before (null: nowhere) through all that is in @p part, in the order that it
/// has among itself; returns the last of it, or @p before when it takes no keyboard.
QWidget *chainTabs(QWidget *before, QWidget *part);

} // namespace foretop::app
