// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "logs/plaintime.h"
#include "logs/timepattern.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::logs;

namespace {

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

} // namespace

/// The first line is a zone, the second a time format, the rest a time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto takeLine = [&text] {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        return line;
    };
    FormatContext context{.now = wallTimeFromMs(1'710'000'000'000), .zone = {}};
    if (const auto zone = TimeZone::named(takeLine())) {
        context.zone = *zone;
    }
    if (const auto pattern = TimePattern::compile(takeLine())) {
        static_cast<void>(pattern->read(text, context));
    }
    if (const auto iso = readIso8601(text)) {
        require(iso->length <= text.size());
        require(parseIso8601(formatIso8601(iso->time)) == iso->time);
    }
    if (const auto found = plainTimeAtStart(text, context)) {
        require(found->length > 0 && found->length <= text.size());
        require(plainTime(text.substr(0, found->length), context).has_value());
    }
    return 0;
}
