// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "base/timestamp.h"
#include "logs/querycompletion.h"
#include "logs/queryparser.h"
#include "logs/recordparser.h"

#include <algorithm>
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

QueryVocabulary vocabulary()
{
    Facet facet{.field = "status", .values = {{"200", 2}, {"a \"b\"", 1}, {"", 1}}};
    return {.fields = {"status", "http.method", "user name"}, .values = {facet}};
}

void requireRoundTrip(const Query &query, QueryContext context)
{
    const auto text = queryText(query);
    if (text.size() > kMaxQueryBytes) {
        return;
    }
    context.now += std::chrono::hours(1000);
    const auto again = parseQuery(text, context);
    require(again.has_value() && sameQuery(*again, query));
    require(queryText(*again) == text);
}

void requireSensibleError(const Error &error, std::string_view text)
{
    require(!error.message.empty() && error.place.column);
    require(*error.place.column >= 1 && *error.place.column <= text.size() + 1);
}

void requireCompletion(std::string_view text)
{
    const auto step = std::max<std::size_t>(text.size() / 16, 1);
    for (std::size_t cursor = 0; cursor <= text.size(); cursor += step) {
        const auto completion = completeQuery(text, cursor, vocabulary());
        require(completion.begin <= cursor && cursor <= completion.end);
        require(completion.end <= text.size());
        require(completion.items.size() <= kMaxCompletionItems);
    }
}

} // namespace

/// Any bytes are a query that can be written out and read again, and asked about a record, or an
/// error with its column; and completion works at any place in them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const QueryContext context{.now = wallTimeFromMs(1'705'314'600'000),
                               .zone = TimeZone::fixed(std::chrono::minutes(90))};
    requireCompletion(text);
    const auto query = parseQuery(text, context);
    if (!query) {
        requireSensibleError(query.error(), text);
        return 0;
    }
    requireRoundTrip(*query, context);

    RecordParser parser(std::make_shared<ManualClock>());
    const auto record = parser.parseText(text);
    const RecordView view{record.kind,   record.level,   record.time, record.source,
                          record.logger, record.message, record.raw};
    const auto fields = fieldsOf(record.raw);
    require(matchesQuery(negated(*query), view, fields) != matchesQuery(*query, view, fields));
    return 0;
}
