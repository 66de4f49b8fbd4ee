// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

#include <yaml-cpp/yaml.h>

namespace foretop {

enum class YamlAliases : std::uint8_t {
    Taken,
    Refused, ///< where nodes are read however many: a few bytes of aliases can stand for gigabytes
};

/// Parses @p text as one YAML 1.2 document; null when it is empty. Errors have their line and
/// column, and @p source as theirs.
Result<YAML::Node> parseYamlDocument(const std::string &text, std::string_view source,
                                     YamlAliases aliases);

Place placeOf(const YAML::Mark &mark);

} // namespace foretop
