// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard.h"
#include "models/strictobject.h"

namespace foretop::models {

// The members that dashboard files and the rules of presets have in common.

inline constexpr qsizetype kMaxTitleLength = 500;
inline constexpr qsizetype kMaxExpressionLength = 16'384;
inline constexpr qsizetype kMaxChoices = 1'000;
inline constexpr int kMaxDecimals = 10;
inline constexpr int kMaxPanelHeight = 100;

inline constexpr std::string_view kDashboardFormat = "foretop.dashboard/1";

// In the order of their enums.
inline const std::vector<std::string_view> kPanelKinds = {"time_series", "bars",  "stat", "gauge",
                                                          "heat_map",    "table", "top_n"};
inline const std::vector<std::string_view> kLineStyles = {"lines", "area", "stacked"};
inline const std::vector<std::string_view> kLegendKinds = {"none", "line", "table"};
inline const std::vector<std::string_view> kReductions = {"last", "least", "greatest", "mean",
                                                          "sum"};
inline const std::vector<std::string_view> kThresholdLevels = {"normal", "warning", "critical"};

/// All of a panel but its targets.
void readPanelLook(StrictObject &object, PanelSpec &panel);
Unit readUnit(StrictObject &object); ///< Auto when it is not there
PanelTarget readTarget(StrictObject &object);
/// Letters, digits and underscores, not beginning with a digit or "__".
bool isVariableName(const QString &name);
DashboardVariable readVariable(StrictObject &object);

} // namespace foretop::models
