// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/linerules.h"
#include "logs/textencoding.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>

namespace foretop::logs {

/// What stands in place of a record whose bytes are not there any more.
inline constexpr std::string_view kGoneText = "not there any more: the file was cut";

/// Makes of records' bytes their raw texts, as RecordParser has them: valid UTF-8, without the last
/// line end, at most kMaxRecordBytes. One thread.
class RawTextReader
{
public:
    RawTextReader(const LineRules &rules, TextEncoding encoding);

    /// Forgets the texts given so far. @p bytes is all that the next records lie in.
    void begin(std::string_view bytes);
    /// Valid until the next begin(), and as long as @p bytes.
    std::string_view read(std::string_view bytes);

private:
    const TextEncoding m_encoding;
    RecordParser m_parser;
    bool m_isAllValid = false;
    std::deque<std::string> m_converted;
};

} // namespace foretop::logs
