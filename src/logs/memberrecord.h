// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/record.h"

namespace foretop::logs {

/// The record that the members of a JSON object make: time, level, logger and message by the
/// names of membername.h; raw stays empty. @p now tells the year where none is written.
Record recordOf(JsonObject object, WallTime now);

/// The same for the pairs of a logfmt line.
Record recordOf(const std::vector<Field> &pairs, WallTime now);

} // namespace foretop::logs
