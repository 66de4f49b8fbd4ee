// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"

#include <QVector>

namespace foretop::app {

/// The pages of the console in the order of the rail, children of @p parent, with what they ask of
/// each other connected. A new page is one line here.
QVector<Page *> makePages(const PageContext &context, QWidget *parent);

} // namespace foretop::app
