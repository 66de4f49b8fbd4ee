// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/linesplitter.h"
#include "base/jsonreader.h"

#include <string>

namespace foretop::agent {

/// Most bytes of one item of the logs feed, which must fit into a frame.
inline constexpr std::size_t kMaxItemBytes = 3U << 20;

/// @p line of the file @p path as an item of the logs feed: a JSON object as it is, with "file"
/// when it has none; anything else as {"line", "file"}. A line that was cut says so at its end.
std::string itemFromLine(const Line &line, std::string_view path, JsonReader &reader);

/// @p bytes as text that can be shown: invalid UTF-8 and NUL as "\xNN".
std::string shownText(std::string_view bytes);

/// @p object, a JSON object, with @p members (JSON, "\"name\":value,...") put in front.
std::string withMembers(std::string_view object, std::string_view members);

} // namespace foretop::agent
