// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// Short names of the logs with @p names: the last part of each path, with as many parts before it
/// as tell it from the others. Those that are all the same stay so.
std::vector<std::string> distinguishingNames(const std::vector<std::string_view> &names);

} // namespace foretop::logs
