// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logformat.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::logs;

/// A format file, and behind a NUL a line that its formats read. Either there are formats or an
/// error says why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view line(reinterpret_cast<const char *>(data), size);
    const auto file = line.substr(0, line.find('\0'));
    line.remove_prefix(std::min(file.size() + 1, line.size()));
    std::vector<Error> warnings;
    const auto formats = formatsFromJson(file, "fuzz", warnings);
    if (formats ? formats->empty() : formats.error().message.empty()) {
        std::abort();
    }
    for (const auto &warning : warnings) {
        if (warning.message.empty() || warning.source != "fuzz") {
            std::abort();
        }
    }
    const FormatContext context{.now = wallTimeFromMs(1'710'000'000'000), .zone = {}};
    for (const auto &format : formats.value_or(std::vector<LogFormatPtr>())) {
        Record record;
        static_cast<void>(format->read(line, context, record));
        static_cast<void>(format->fields(line));
        static_cast<void>(format->places(line));
    }
    return 0;
}
