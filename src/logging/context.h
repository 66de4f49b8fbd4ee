// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logging/log.h"

#include <span>

namespace foretop::logging {

/// The fields of this thread's ContextScopes, the outermost first.
std::span<const Field> contextFields();

} // namespace foretop::logging
