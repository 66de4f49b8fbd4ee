// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/timezone.h"

namespace foretop::logs {

/// What a format needs to know to read a record.
struct FormatContext
{
    WallTime now = {};  ///< tells the year where none is written
    TimeZone zone = {}; ///< of times written without one
};

} // namespace foretop::logs
