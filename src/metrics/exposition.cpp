// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"

#include "base/text.h"
#include "metrics/expositionparser.h"

namespace foretop::metrics {
namespace {

constexpr std::size_t kBytesPerSample = 64; // of a usual page

} // namespace

ExpositionFormat expositionFormat(std::string_view contentType)
{
    const auto type = trimmed(takeUntil(contentType, ';'));
    if (type == "application/openmetrics-text") {
        return ExpositionFormat::OpenMetrics;
    }
    return type == "text/plain" ? ExpositionFormat::Prometheus : ExpositionFormat::Detect;
}

bool isOpenMetrics(ExpositionFormat format, std::string_view text)
{
    return format == ExpositionFormat::Detect ? trimmed(text).ends_with("# EOF")
                                              : format == ExpositionFormat::OpenMetrics;
}

Exposition parseExposition(std::string_view text, WallTime now, std::string_view source,
                           ExpositionFormat format)
{
    ExpositionParser parser(now, source, isOpenMetrics(format, text));
    parser.reserve(text.size() / kBytesPerSample);
    while (!text.empty()) {
        parser.read(takeUntil(text, '\n'));
    }
    parser.end();
    return parser.take();
}

Result<Exposition> parseStrict(std::string_view text, WallTime now, std::string_view source,
                               ExpositionFormat format)
{
    const bool isNew = isOpenMetrics(format, text);
    ExpositionRules rules(isNew);
    ExpositionParser parser(now, source, isNew, &rules);
    bool isValid = true;
    if (!isNew && !text.empty() && !text.ends_with('\n')) {
        return fail(ErrorCode::Malformed, "the last line must end with a line feed", source);
    }
    while (isValid && !text.empty()) {
        isValid = parser.read(takeUntil(text, '\n'));
    }
    if (!isValid || !parser.end()) {
        return tl::unexpected(parser.parsed().firstErrors.front());
    }
    return parser.take();
}

} // namespace foretop::metrics
