// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

#include <string_view>
#include <vector>

namespace foretop::logs {

/// The fields of a syslog line: host, app, pid; with a priority facility ("daemon") and severity
/// ("warning"); of RFC 5424 also msgid and structured data, each as its SD-ID, a dot and its name.
/// Of what RFC 3164 describes the priority is optional, as files do not have it. Empty when
/// @p text is no such line.
std::vector<Field> syslogFields(std::string_view text);

} // namespace foretop::logs
