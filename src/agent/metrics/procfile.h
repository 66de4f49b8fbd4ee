// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace foretop::agent {

inline constexpr std::size_t kMaxProcFileBytes = 8U << 20;

/// All of the file @p path, whose size a stat does not tell, up to kMaxProcFileBytes; empty when
/// it cannot be read.
std::string readProcFile(const char *path);

} // namespace foretop::agent
