// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metriccatalog.h"

#include <vector>

namespace foretop::models {

/// What a MetricCatalog knew at one time. Cheap to copy; any thread.
struct MetricNames
{
    std::shared_ptr<const metrics::Vocabulary> vocabulary;            ///< null: nothing known
    std::shared_ptr<const std::vector<MetricCatalog::Entry>> entries; ///< by name; null: none

    static MetricNames of(const MetricCatalog &catalog)
    {
        return {catalog.vocabulary(), catalog.entries()};
    }
};

/// The family that the series named @p metric belongs to: the one of its name, or the one whose
/// "_bucket", "_count", "_sum", "_total" ... it is. Null when there is none; as long as @p names.
const MetricCatalog::Entry *familyOf(const MetricNames &names, const QString &metric);

} // namespace foretop::models
