// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/formatcontext.h"
#include "logs/record.h"

namespace foretop::logs {

/// The record that the members of a JSON object make: time, level, logger and message by the
/// names of membername.h; raw stays empty. @p context serves times without a year or zone.
Record recordOf(JsonObject object, const FormatContext &context);

/// The same for the pairs of a logfmt line.
Record recordOf(const std::vector<Field> &pairs, const FormatContext &context);

} // namespace foretop::logs
