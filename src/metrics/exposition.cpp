// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"

#include "base/text.h"
#include "metrics/pagereader.h"

namespace foretop::metrics {

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

SeriesKey ExpositionView::keyOf(const SampleView &sample) const
{
    const auto own = labelsOf(sample);
    return {std::string(sample.name), {own.begin(), own.end()}};
}

Exposition owned(ExpositionView view)
{
    Exposition page;
    page.families.reserve(view.families.size());
    for (const auto &family : view.families) {
        page.families.push_back({std::string(family.name), family.type, std::string(family.help),
                                 std::string(family.unit)});
    }
    page.samples.reserve(view.samples.size());
    for (const auto &sample : view.samples) {
        page.samples.push_back({view.keyOf(sample), sample.sample});
    }
    page.exemplars = std::move(view.exemplars);
    page.badLines = view.badLines;
    page.firstErrors = std::move(view.firstErrors);
    return page;
}

ExpositionView viewExposition(std::string_view text, WallTime now, std::string_view source,
                              ExpositionFormat format)
{
    return PageReader(now, source, isOpenMetrics(format, text)).read(text);
}

Exposition parseExposition(std::string_view text, WallTime now, std::string_view source,
                           ExpositionFormat format)
{
    return owned(viewExposition(text, now, source, format));
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
    return owned(parser.take());
}

} // namespace foretop::metrics
