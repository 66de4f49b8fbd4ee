// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logformat.h"

#include <vector>

namespace foretop::logs {

/// The formats that are told from each record, the more special ones first.
std::vector<LogFormatPtr> builtInFormats();

} // namespace foretop::logs
