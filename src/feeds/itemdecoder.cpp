// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/itemdecoder.h"

#include "health/reportdecoder.h"
#include "metrics/exposition.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace foretop::feeds {
namespace {

Items emptyItems(FeedKind kind)
{
    switch (kind) {
    case FeedKind::Health:
        return std::vector<health::Report>();
    case FeedKind::Metrics:
        return MetricsBatch();
    case FeedKind::Logs:
        return std::vector<logs::Record>();
    case FeedKind::Jobs:
        return std::vector<jobs::Job>();
    case FeedKind::Errors:
        return std::vector<errors::ErrorEvent>();
    }
    return {};
}

/// A number, or one of the strings that stand for what JSON has no number for.
std::optional<double> valueFrom(JsonElement element)
{
    double number = 0;
    if (element.get(number) == simdjson::SUCCESS) {
        return number;
    }
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) {
        return {};
    }
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (text == "NaN") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return text == "+Inf"   ? std::optional(kInfinity)
           : text == "-Inf" ? std::optional(-kInfinity)
                            : std::nullopt;
}

Result<metrics::Labels> labelsFrom(JsonObject object, std::string_view source)
{
    metrics::Labels labels;
    for (const auto &[name, element] : object) {
        std::string_view text;
        if (element.get(text) != simdjson::SUCCESS) {
            return fail(ErrorCode::WrongType,
                        fmt::format("label \"{}\" must be a string, not {}",
                                    name.substr(0, metrics::kMaxNameBytes), jsonTypeName(element)),
                        source);
        }
        if (name.empty() || name.size() > metrics::kMaxNameBytes ||
            text.size() > metrics::kMaxLabelValueBytes || labels.size() == metrics::kMaxLabels) {
            return fail(ErrorCode::OutOfRange, "labels are too many, too long or without a name",
                        source);
        }
        labels.emplace_back(name, text);
    }
    std::sort(labels.begin(), labels.end());
    const auto sameName = [](const auto &a, const auto &b) { return a.first == b.first; };
    if (std::adjacent_find(labels.begin(), labels.end(), sameName) != labels.end()) {
        return fail(ErrorCode::Malformed, "a label is given twice", source);
    }
    return labels;
}

} // namespace

Result<metrics::SeriesSample> decodeSample(JsonObject object, WallTime time,
                                           std::string_view source)
{
    const auto name = requireString(object, "name", source);
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (name->empty() || name->size() > metrics::kMaxNameBytes) {
        return fail(ErrorCode::OutOfRange,
                    fmt::format("\"name\" must have 1 to {} bytes", metrics::kMaxNameBytes),
                    source);
    }
    JsonElement element;
    if (object.at_key("value").get(element) != simdjson::SUCCESS) {
        return fail(ErrorCode::Missing, "\"value\" is missing", source);
    }
    const auto value = valueFrom(element);
    if (!value) {
        return fail(ErrorCode::WrongType,
                    "\"value\" must be a number, \"NaN\", \"+Inf\" or \"-Inf\"", source);
    }
    metrics::SeriesSample sample{.key = {.name = std::string(*name), .labels = {}},
                                 .sample = {.time = time, .value = *value}};
    if (const auto labels = objectMember(object, "labels")) {
        auto read = labelsFrom(*labels, source);
        if (!read) {
            return tl::unexpected(read.error());
        }
        sample.key.labels = std::move(*read);
    }
    return sample;
}

ItemDecoder::ItemDecoder(FeedKind kind, WallTime now, std::string_view source)
    : m_kind(kind)
    , m_now(now)
    , m_source(source)
{
    m_decoded.items = emptyItems(kind);
}

void ItemDecoder::add(JsonElement item, std::uint64_t index)
{
    if (m_kind == FeedKind::Logs) {
        addRecord(item, index);
        return;
    }
    JsonObject object;
    if (item.get(object) != simdjson::SUCCESS) {
        reject({.code = ErrorCode::WrongType,
                .message = fmt::format("must be an object, not {}", jsonTypeName(item)),
                .source = m_source},
               index);
        return;
    }
    switch (m_kind) {
    case FeedKind::Health:
        keep(health::decodeReport(object, m_now, m_source), index);
        break;
    case FeedKind::Jobs:
        keep(jobs::decodeJob(object, m_now, m_source), index);
        break;
    case FeedKind::Errors:
        keep(errors::decodeErrorEvent(object, m_now, m_source), index);
        break;
    case FeedKind::Metrics:
        addMetrics(object, index);
        break;
    case FeedKind::Logs:
        break;
    }
}

void ItemDecoder::addRecord(JsonElement item, std::uint64_t index)
{
    JsonObject object;
    std::string_view text;
    if (item.get(text) == simdjson::SUCCESS) {
        addText(text);
    } else if (item.get(object) == simdjson::SUCCESS) {
        auto record = m_recordParser.parseItem(object);
        record.source = m_source;
        std::get<std::vector<logs::Record>>(m_decoded.items).push_back(std::move(record));
    } else {
        reject({.code = ErrorCode::WrongType,
                .message = fmt::format("must be an object or a string, not {}", jsonTypeName(item)),
                .source = m_source},
               index);
    }
}

void ItemDecoder::addText(std::string_view text)
{
    auto record = m_recordParser.parseText(text);
    record.source = m_source;
    std::get<std::vector<logs::Record>>(m_decoded.items).push_back(std::move(record));
}

void ItemDecoder::addMetrics(JsonObject object, std::uint64_t index)
{
    const auto time = timeMember(object, "timestamp").value_or(m_now);
    const auto exposition = stringMember(object, "exposition");
    const auto samples = arrayMember(object, "samples");
    if (exposition) {
        addExposition(*exposition, time);
    } else if (samples) {
        addSamples(*samples, time, index);
    } else {
        reject({.code = ErrorCode::Missing,
                .message = "must have an \"exposition\" string or a \"samples\" array",
                .source = m_source},
               index);
    }
}

void ItemDecoder::addSamples(simdjson::dom::array samples, WallTime time, std::uint64_t index)
{
    for (const auto element : samples) {
        JsonObject object;
        if (element.get(object) != simdjson::SUCCESS) {
            reject({.code = ErrorCode::WrongType,
                    .message =
                        fmt::format("a sample must be an object, not {}", jsonTypeName(element)),
                    .source = m_source},
                   index);
            continue;
        }
        auto sample = decodeSample(object, time, m_source);
        if (sample) {
            addSample(std::move(*sample));
        } else {
            reject(std::move(sample).error(), index);
        }
    }
}

void ItemDecoder::addExposition(std::string_view text, WallTime time)
{
    auto exposition = metrics::parseExposition(text, time, m_source);
    auto &batch = std::get<MetricsBatch>(m_decoded.items);
    std::move(exposition.families.begin(), exposition.families.end(),
              std::back_inserter(batch.families));
    std::move(exposition.samples.begin(), exposition.samples.end(),
              std::back_inserter(batch.samples));
    m_decoded.unreadable += exposition.badLines;
    for (auto &error : exposition.firstErrors) {
        if (m_decoded.firstErrors.size() < kMaxErrorsKept) {
            m_decoded.firstErrors.push_back(std::move(error));
        }
    }
}

void ItemDecoder::addSample(metrics::SeriesSample sample)
{
    std::get<MetricsBatch>(m_decoded.items).samples.push_back(std::move(sample));
}

template <typename T>
void ItemDecoder::keep(Result<T> result, std::uint64_t index)
{
    if (result) {
        std::get<std::vector<T>>(m_decoded.items).push_back(std::move(*result));
    } else {
        reject(std::move(result).error(), index);
    }
}

void ItemDecoder::reject(Error error, std::uint64_t index)
{
    ++m_decoded.unreadable;
    if (m_decoded.firstErrors.size() < kMaxErrorsKept) {
        error.place.item = index;
        m_decoded.firstErrors.push_back(std::move(error));
    }
}

DecodedItems ItemDecoder::take()
{
    return std::exchange(m_decoded,
                         {.items = emptyItems(m_kind), .unreadable = 0, .firstErrors = {}});
}

} // namespace foretop::feeds
