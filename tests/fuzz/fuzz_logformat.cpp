// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "logs/linerules.h"
#include "logs/recordparser.h"

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

const FormatCatalogue &catalogue()
{
    static const auto formats = [] {
        FormatCatalogue made;
        made.add(
            formatFromRegex("own", "Own", R"((?<time>\S+) (?<level>\w*) (?<message>.*))").value());
        return made;
    }();
    return formats;
}

} // namespace

/// Every format reads any text, and the lines of it, within its bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto text = toValidUtf8(bytes);
    const FormatContext context{.now = wallTimeFromMs(1'710'000'000'000), .zone = {}};
    for (const auto &format : catalogue().formats()) {
        Record record;
        static_cast<void>(format->read(text, context, record));
        require(simdjson::validate_utf8(record.message) && simdjson::validate_utf8(record.logger));
        for (const auto &[name, value] : format->fields(text)) {
            require(simdjson::validate_utf8(name) && simdjson::validate_utf8(value));
        }
        require(format->fields(text).size() <= kMaxFields);
        if (const auto places = format->places(text)) {
            require(places->timeAt <= places->timeEnd && places->timeEnd <= text.size());
            require(places->levelAt <= places->levelEnd && places->levelEnd <= text.size());
        }
    }
    const auto rules = detectLineRules(bytes, std::make_shared<ManualClock>(), catalogue());
    LineReader reader(rules);
    RecordParser parser(rules);
    for (auto rest = bytes; !rest.empty();) {
        const auto line = takeUntil(rest, '\n');
        reader.read(line);
        static_cast<void>(parser.fields(parser.parseText(line).raw));
    }
    return 0;
}
