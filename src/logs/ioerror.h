// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace foretop::logs {

/// The Error of a system call that set errno to @p number: "cannot ACTION: REASON", with
/// @p source as the file's name.
Error ioError(int number, std::string_view action, std::string_view source);

} // namespace foretop::logs
