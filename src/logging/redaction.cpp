// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/redaction.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace foretop::logging {

bool isSecretName(std::string_view name)
{
    constexpr std::array<std::string_view, 9> kWords = {"password", "passwd",        "token",
                                                        "secret",   "authorization", "cookie",
                                                        "apikey",   "dsn",           "privatekey"};
    std::string letters(name);
    std::erase_if(letters, [](char c) { return c == '_' || c == '-' || c == '.'; });
    return std::any_of(kWords.begin(), kWords.end(), [&letters](std::string_view word) {
        return containsIgnoringCase(letters, word);
    });
}

} // namespace foretop::logging
