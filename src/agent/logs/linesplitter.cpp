// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/linesplitter.h"

#include <algorithm>

namespace foretop::agent {

void LineSplitter::feed(std::string_view bytes, const Take &take)
{
    while (!bytes.empty()) {
        const auto newline = bytes.find('\n');
        append(bytes.substr(0, newline));
        if (newline == std::string_view::npos) {
            return;
        }
        bytes.remove_prefix(newline + 1);
        ++m_offset;
        emitLine(take, false);
    }
}

void LineSplitter::flush(const Take &take)
{
    if (hasUnfinished()) {
        emitLine(take, true);
    }
}

void LineSplitter::append(std::string_view part)
{
    const std::size_t kept = std::min(part.size(), kMaxLineBytes - m_text.size());
    m_text += part.substr(0, kept);
    m_cutBytes += part.size() - kept;
    m_offset += part.size();
}

void LineSplitter::emitLine(const Take &take, bool unfinished)
{
    Line line{.text = m_text,
              .end = m_offset,
              .cutBytes = m_cutBytes,
              .continued = m_midLine,
              .unfinished = unfinished};
    if (!unfinished && line.text.ends_with('\r')) {
        line.text.remove_suffix(1);
    }
    // The newline that ends a line handed on before is not a line of its own.
    const bool onlyEnds = m_midLine && line.text.empty() && m_cutBytes == 0;
    m_midLine = unfinished;
    if (!onlyEnds) {
        take(line);
    }
    m_text.clear();
    m_cutBytes = 0;
}

} // namespace foretop::agent
