// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logformat.h"
#include "logs/patternformat.h"

namespace foretop::logs {

Result<LogFormatPtr> formatFromRegex(std::string name, std::string title, std::string_view regex,
                                     std::string_view timeFormat)
{
    auto pattern = NamedPattern::compile(regex);
    if (!pattern) {
        return tl::unexpected(std::move(pattern.error()));
    }
    if (pattern->names().empty()) {
        return fail(ErrorCode::Missing,
                    "the pattern has no named groups; write (?<message>...) and the like");
    }
    OwnFormatRules rules;
    if (!timeFormat.empty()) {
        auto time = TimePattern::compile(timeFormat);
        if (!time) {
            return tl::unexpected(std::move(time.error()));
        }
        rules.times.push_back(std::move(*time));
    }
    return std::make_shared<PatternFormat>(std::move(name), std::move(title),
                                           std::vector{std::move(*pattern)}, std::move(rules));
}

} // namespace foretop::logs
