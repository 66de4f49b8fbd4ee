// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/textsearch.h"

#include <simdjson.h>

namespace foretop::logs {

TextSearch::TextSearch(TextPattern pattern)
    : m_scanner(std::move(pattern))
{
    const auto &held = m_scanner.pattern();
    if (auto bytes = held.plainBytes(); bytes && LiteralFinder::isSupported()) {
        m_literal.emplace(std::move(*bytes), held.query().isCaseSensitive);
    }
}

bool TextSearch::isIn(std::string_view text)
{
    if (m_literal) {
        if (!m_isAdapted && !text.empty()) {
            m_literal->adaptTo(text);
            m_isAdapted = true;
        }
        return m_literal->find(text, 0) != std::string_view::npos;
    }
    if (m_scanner.pattern().needsValidUtf8() && !simdjson::validate_utf8(text)) {
        m_valid.assign(text.begin(), text.end());
        replaceInvalidUtf8(m_valid);
        text = {m_valid.data(), m_valid.size()};
    }
    return m_scanner.isIn(text);
}

} // namespace foretop::logs
