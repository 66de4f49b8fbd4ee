// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace foretop::app {

/// What a log of @p paths is called on its tab: "app.log", "app.log + 3".
QString logTitle(const QStringList &paths);
/// All its paths, a line each, as far as a tooltip has room.
QString logDetails(const QStringList &paths);

} // namespace foretop::app
