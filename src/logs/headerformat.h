// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logformat.h"

#include <vector>

namespace foretop::logs {

/// The formats of text lines with a header that the generic reader knows (plainheader.h): klog,
/// Python's logging and loguru, spdlog, log4j, logback and Spring Boot. They are told apart by
/// their headers, and give the parts of these as fields: thread, pid, file, line, ...
std::vector<LogFormatPtr> headerFormats();

} // namespace foretop::logs
