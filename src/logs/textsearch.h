// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/literalfinder.h"
#include "logs/textpattern.h"

#include <optional>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// Looks for a TextPattern in one record after another. One thread.
class TextSearch
{
public:
    /// @p pattern must be one that neither matchesAll() nor matchesNone().
    explicit TextSearch(TextPattern pattern);

    /// kScanPadding bytes after @p text must be readable.
    bool isIn(std::string_view text);

private:
    TextScanner m_scanner;
    std::optional<LiteralFinder> m_literal;
    bool m_isAdapted = false;
    std::vector<char> m_valid;
};

} // namespace foretop::logs
