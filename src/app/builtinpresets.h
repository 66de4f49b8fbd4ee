// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/presetrules.h"

#include <QVector>

namespace foretop::app {

/// The presets built into the program (resources/presets) that are dashboards, in the order shown;
/// one that cannot be read is an error. Their texts are in the person's language (context "Preset",
/// see presettexts.cpp).
Result<QVector<models::PresetRules>> builtInPresets();
/// The one whose panels stand on the Overview.
Result<models::PresetRules> overviewPreset();

/// Every text of the built-in presets, in English.
const QVector<const char *> &presetTexts();

} // namespace foretop::app
