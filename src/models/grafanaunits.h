// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelspec.h"

namespace foretop::models {

/// Grafana's id of a unit, such as "decbytes"; Auto for an empty one; nothing for what there is
/// no unit for here.
std::optional<Unit> unitOfGrafana(const QString &id);
/// How bad Grafana's colour, a name or "#rrggbb", looks.
Threshold::Level levelOfGrafana(const QString &colour);

} // namespace foretop::models
