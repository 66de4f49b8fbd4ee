// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foretop::cli {

/// Writes @p lines to standard output at once. False when nobody reads it any more (a closed
/// pipe), which is no error: `foretopctl tail ... | head` ends so.
bool printLines(const std::vector<std::string> &lines);

/// "foretopctl: MESSAGE" on standard error.
void printError(std::string_view message);

} // namespace foretop::cli
