// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace foretop::metrics {

/// The examples of docs/expressions.md: the lines of its blocks, and of its tables of functions
/// what is in backquotes.
QByteArrayList documentedExpressions();

} // namespace foretop::metrics
