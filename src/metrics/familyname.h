// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

#include <functional>

namespace foretop::metrics {

/// The described family that series of @p name belong to, or null: that of the name itself, or the
/// histogram, summary (_bucket, _sum, _count), OpenMetrics counter (_total) and so on that it is a
/// part of. @p find: the family described under a name, or null.
const Family *familyOf(std::string_view name,
                       const std::function<const Family *(std::string_view)> &find);

} // namespace foretop::metrics
