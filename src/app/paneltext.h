// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelanswer.h"

#include <QStringList>

namespace foretop::app {

/// "Expression B, column 7: unknown function foo"; without "Expression B" when the panel has but
/// one of its @p targets.
QString problemText(const models::PanelProblem &problem, qsizetype targets);

/// What went wrong with an answer, a line each: problems, then warnings.
QStringList noticesOf(const models::PanelAnswer &answer, qsizetype targets);

/// How the panel's expressions are told apart: A to Z.
QString targetName(int target);

} // namespace foretop::app
