// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace foretop::agent {

inline constexpr std::size_t kMaxLineBytes = 1U << 20;

/// One line of a file, without its end.
struct Line
{
    std::string_view text;      ///< at most kMaxLineBytes
    std::uint64_t end = 0;      ///< offset in the file behind it and its newline
    std::uint64_t cutBytes = 0; ///< bytes of the line that did not fit into text
    bool continued = false;     ///< its beginning was handed on by flush()
    bool unfinished = false;    ///< no newline yet
};

/// Cuts the bytes of a growing file into lines (LF or CRLF), however they arrive.
class LineSplitter
{
public:
    using Take = std::function<void(const Line &)>;

    /// Goes on at @p offset; @p midLine when a line that began before it was handed on already.
    explicit LineSplitter(std::uint64_t offset = 0, bool midLine = false)
        : m_offset(offset)
        , m_midLine(midLine)
    {
    }

    /// Takes the file's next bytes; @p take must copy what it keeps.
    void feed(std::string_view bytes, const Take &take);
    /// Hands the unfinished line on, if there is one.
    void flush(const Take &take);

    /// Offset of the next byte to feed.
    std::uint64_t offset() const { return m_offset; }
    /// Offset up to which everything was handed on.
    std::uint64_t handedOn() const { return m_offset - m_text.size() - m_cutBytes; }
    bool hasUnfinished() const { return !m_text.empty() || m_cutBytes > 0; }
    bool midLine() const { return m_midLine; }

private:
    void append(std::string_view part);
    void emitLine(const Take &take, bool unfinished);

    std::uint64_t m_offset;
    std::string m_text; ///< of the unfinished line
    std::uint64_t m_cutBytes = 0;
    bool m_midLine;
};

} // namespace foretop::agent
