// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace foretop::feeds {

/// A frame taken apart: the items as received, and all else as one small object.
struct FrameParts
{
    std::string envelope = "{";
    std::vector<std::string> items;
    bool hasItems = false;
};

/// Takes @p bytes apart in one pass with simdjson's lazy front end: the DOM would have to
/// understand every item, and would refuse a whole batch for one integer beyond 64 bits. The
/// inside of an item is checked for balance alone.
simdjson::error_code takeApart(std::string_view bytes, FrameParts &parts);

} // namespace foretop::feeds
