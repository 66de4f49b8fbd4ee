// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feeditems.h"

#include <string>
#include <vector>

namespace foretop::cli {

enum class ItemFormat : std::uint8_t {
    Text, ///< for a person; a stack trace or the checks of a report follow on lines of their own
    Json, ///< one JSON object a line, as on the feed
};

/// One entry for each of @p items, in order, without the final line end. Record @p least and
/// graver only, when it is given.
std::vector<std::string> itemTexts(const feeds::Items &items, ItemFormat format,
                                   std::optional<logs::Level> least = {});

/// "healthy    shop 1.4.2  2024-01-15T10:30:00.123Z" and a line a check.
std::string reportText(const health::Report &report);

} // namespace foretop::cli
