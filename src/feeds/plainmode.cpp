// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/plainmode.h"

#include "base/text.h"
#include "feeds/itemdecoder.h"
#include "metrics/exposition.h"

namespace foretop::feeds {
namespace {

constexpr int kMaxNesting = 8;

/// Lines of text as records: a line that starts with a blank belongs to the one before it, as in
/// a stack trace.
void addLines(ItemDecoder &decoder, std::string_view text)
{
    std::size_t start = 0;
    while (start < text.size()) {
        std::size_t end = text.find('\n', start);
        while (end != std::string_view::npos && end + 1 < text.size() &&
               (text[end + 1] == ' ' || text[end + 1] == '\t')) {
            end = text.find('\n', end + 1);
        }
        const auto record = text.substr(start, end == std::string_view::npos ? end : end - start);
        if (!trimmed(record).empty()) {
            decoder.addText(record);
        }
        start = end == std::string_view::npos ? text.size() : end + 1;
    }
}

/// Every number and boolean of @p object as a sample under its member's name, those of nested
/// objects under the names joined by "_".
void addNumbers(ItemDecoder &decoder, JsonObject object, const std::string &prefix, WallTime time,
                int nesting)
{
    for (const auto &[key, element] : object) {
        if (key == "timestamp" && prefix.empty()) {
            continue;
        }
        const std::string name = prefix + std::string(key);
        double number = 0;
        bool flag = false;
        JsonObject inner;
        if (element.get(number) != simdjson::SUCCESS && element.get(flag) == simdjson::SUCCESS) {
            number = flag ? 1 : 0;
        } else if (element.get(inner) == simdjson::SUCCESS) {
            if (nesting < kMaxNesting) {
                addNumbers(decoder, inner, name + "_", time, nesting + 1);
            }
            continue;
        } else if (!element.is_number()) {
            continue;
        }
        if (!name.empty() && name.size() <= metrics::kMaxNameBytes) {
            decoder.addSample(
                {.key = {.name = name, .labels = {}}, .sample = {.time = time, .value = number}});
        }
    }
}

void addMetrics(ItemDecoder &decoder, JsonElement element, std::uint64_t index)
{
    JsonObject object;
    if (element.get(object) != simdjson::SUCCESS) {
        decoder.add(element, index); // which says what is wrong
        return;
    }
    const auto time = timeMember(object, "timestamp").value_or(decoder.now());
    if (stringMember(object, "exposition") || arrayMember(object, "samples")) {
        decoder.add(element, index);
    } else if (stringMember(object, "name") &&
               object.at_key("value").error() == simdjson::SUCCESS) {
        if (auto sample = decodeSample(object, time, decoder.source())) {
            decoder.addSample(std::move(*sample));
        } else {
            decoder.reject(std::move(sample).error(), index);
        }
    } else {
        addNumbers(decoder, object, {}, time, 0);
    }
}

/// An array of items in an object of its own, such as {"jobs":[...]}.
std::optional<simdjson::dom::array> wrapped(FeedKind kind, JsonElement element)
{
    JsonObject object;
    if ((kind != FeedKind::Jobs && kind != FeedKind::Errors) ||
        element.get(object) != simdjson::SUCCESS) {
        return {};
    }
    return arrayMember(object, feedName(kind));
}

void addElement(ItemDecoder &decoder, FeedKind kind, JsonElement element, std::uint64_t index)
{
    if (kind == FeedKind::Metrics) {
        addMetrics(decoder, element, index);
    } else {
        decoder.add(element, index);
    }
}

void addDocument(ItemDecoder &decoder, FeedKind kind, JsonElement document)
{
    simdjson::dom::array array;
    const auto inside = wrapped(kind, document);
    if (inside) {
        array = *inside;
    } else if (document.get(array) != simdjson::SUCCESS) {
        addElement(decoder, kind, document, 0);
        return;
    }
    std::uint64_t index = 0;
    for (const auto element : array) {
        addElement(decoder, kind, element, index++);
    }
}

bool looksLikeJson(std::string_view text)
{
    return text.starts_with('{') || text.starts_with('[');
}

} // namespace

DecodedItems decodePlain(FeedKind kind, std::string_view message, WallTime now,
                         std::string_view source)
{
    ItemDecoder decoder(kind, now, source);
    JsonReader reader;
    const auto text = trimmed(message);
    const auto document = looksLikeJson(text)
                              ? reader.parse(text, source)
                              : Result<JsonElement>(fail(ErrorCode::Malformed, "not JSON", source));
    if (document) {
        addDocument(decoder, kind, *document);
    } else if (kind == FeedKind::Logs) {
        addLines(decoder, message);
    } else if (kind == FeedKind::Metrics && !looksLikeJson(text)) {
        decoder.addExposition(text, now);
    } else {
        decoder.reject(document.error(), 0);
    }
    return decoder.take();
}

} // namespace foretop::feeds
