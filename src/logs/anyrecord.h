// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/formatcontext.h"
#include "logs/record.h"

#include <string>
#include <string_view>

namespace foretop::logs {

/// Level, time, logger and message of a record of any built-in format, told from its text, which is
/// valid UTF-8 without the last line end. Raw stays empty; @p reader is used.
Record readAnyRecord(std::string_view text, const FormatContext &context, JsonReader &reader);
/// The same for an object that is parsed already; @p reader may be the one that did it, and @p text
/// is what is shown when the object has no message.
Record readAnyObject(JsonObject object, std::string_view text, const FormatContext &context,
                     JsonReader &reader);

/// Whether @p text may be a whole JSON object.
bool looksLikeObject(std::string_view text);
/// Parses a record's object. Numbers that no machine word holds, which simdjson refuses, are read
/// as strings.
Result<JsonObject> parseRecordObject(JsonReader &reader, std::string_view text);

/// Without the escape sequences that set colours (ECMA-48, CSI ... m and its kin).
std::string withoutColours(std::string_view text);

} // namespace foretop::logs
