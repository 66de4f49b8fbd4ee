// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/tracks.h"

namespace foretop::metrics {

/// label_replace: sets the label @p target to @p replacement, with $1 and $name as in Go, where
/// all of the label @p source matches @p pattern.
Result<Tracks> replaceLabel(Tracks tracks, std::string_view target, std::string_view replacement,
                            std::string_view source, std::string_view pattern);

/// label_join: sets the label @p target to the values of @p sources, @p separator between.
Result<Tracks> joinLabels(Tracks tracks, std::string_view target, std::string_view separator,
                          const std::vector<std::string> &sources);

} // namespace foretop::metrics
