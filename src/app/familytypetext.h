// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

#include <QString>

namespace foretop::app {

/// "counter", "gauge histogram", ... in the person's language.
QString familyTypeText(metrics::FamilyType type);

} // namespace foretop::app
