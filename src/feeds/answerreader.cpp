// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/answerreader.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace foretop::feeds {
namespace {

using metrics::kNameLabel;
using metrics::ResultSeries;
using metrics::Sample;
using simdjson::SUCCESS;
using simdjson::dom::array;

/// Times beyond are no times: a double holds milliseconds exactly up to here.
constexpr double kMaxSeconds = 9e12;

ErrorCode codeOf(std::string_view errorType)
{
    if (errorType == "timeout") {
        return ErrorCode::TimedOut;
    }
    if (errorType == "canceled") {
        return ErrorCode::Cancelled;
    }
    if (errorType == "unavailable" || errorType == "internal") {
        return ErrorCode::Unavailable;
    }
    if (errorType == "not_found") {
        return ErrorCode::NotFound;
    }
    return errorType == "bad_data" ? ErrorCode::Malformed : ErrorCode::OutOfRange;
}

/// Takes a number off the end of @p text.
std::optional<std::uint64_t> takeNumberAtEnd(std::string_view &text)
{
    const auto start = text.find_last_not_of("0123456789") + 1;
    std::uint64_t number = 0;
    const auto [end, error] =
        std::from_chars(text.data() + start, text.data() + text.size(), number);
    if (error != std::errc() || start == text.size()) {
        return {};
    }
    text.remove_suffix(text.size() - start);
    return number;
}

/// Of "...: 1:8: parse error: ..." the 1 and the 8.
Place placeIn(std::string_view message)
{
    const auto at = message.find(": parse error: ");
    if (at == std::string_view::npos) {
        return {};
    }
    std::string_view before = message.substr(0, at);
    const auto column = takeNumberAtEnd(before);
    if (!column || !before.ends_with(':')) {
        return {};
    }
    before.remove_suffix(1);
    const auto line = takeNumberAtEnd(before);
    return line ? Place::atLine(*line, *column) : Place{};
}

std::size_t sizeOf(const std::optional<array> &items)
{
    return items ? items->size() : 0;
}

void addWarning(std::vector<std::string> &warnings, std::string_view warning)
{
    if (warnings.size() < kMaxWarnings) {
        warnings.emplace_back(utf8Prefix(warning, kMaxWarningBytes));
    }
}

/// Numbers are strings, so that NaN and the infinities can be told.
std::optional<double> valueOf(std::string_view text)
{
    if (text == "NaN") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (text == "+Inf" || text == "Inf" || text == "-Inf") {
        return (text[0] == '-' ? -1 : 1) * std::numeric_limits<double>::infinity();
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = end == text.data() + text.size();
    return error == std::errc() && isWhole ? std::optional(value) : std::nullopt;
}

} // namespace

Error serverError(JsonObject answer, std::string_view source)
{
    const std::string_view type = stringMember(answer, "errorType").value_or("error");
    const std::string_view words = stringMember(answer, "error").value_or("");
    return {.code = codeOf(type),
            .message = fmt::format("the server says {}: {}", utf8Prefix(type, 100),
                                   utf8Prefix(words, kMaxWarningBytes)),
            .source = std::string(source),
            .place = placeIn(words)};
}

Result<JsonElement> AnswerReader::data(std::string_view body, std::vector<std::string> &warnings)
{
    const auto answer = m_reader.parseObject(body, m_source);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const auto status = requireString(*answer, "status", m_source);
    if (!status) {
        return tl::unexpected(status.error());
    }
    if (*status == "error") {
        return tl::unexpected(serverError(*answer, m_source));
    }
    m_hasWarnings = sizeOf(arrayMember(*answer, "warnings")) > 0;
    for (const auto *const member : {"warnings", "infos"}) {
        if (const auto texts = arrayMember(*answer, member)) {
            for (const JsonElement warning : *texts) {
                addWarning(warnings, jsonDisplayText(warning));
            }
        }
    }
    JsonElement found;
    if (answer->at_key("data").get(found) != SUCCESS) {
        return wrong(ErrorCode::Missing, "\"data\" is missing");
    }
    return found;
}

Result<std::string> AnswerReader::text(JsonElement element, std::string_view what) const
{
    std::string_view view;
    if (element.get(view) != SUCCESS) {
        return wrong(ErrorCode::WrongType,
                     fmt::format("{} must be a string, not {}", what, jsonTypeName(element)));
    }
    if (view.size() > m_limits.maxTextBytes) {
        return wrong(ErrorCode::TooLarge,
                     fmt::format("{} is longer than {} bytes", what, m_limits.maxTextBytes));
    }
    return std::string(view);
}

Result<metrics::SeriesKey> AnswerReader::key(JsonObject labels)
{
    if (labels.size() > m_limits.maxLabels) {
        return tooMany("labels of one series", m_limits.maxLabels);
    }
    metrics::SeriesKey found;
    for (const auto [name, element] : labels) {
        auto value = text(element, "a label");
        if (!value) {
            return tl::unexpected(value.error());
        }
        if (name == kNameLabel) {
            found.name = std::move(*value);
        } else if (name.size() > m_limits.maxTextBytes) {
            return wrong(ErrorCode::TooLarge, "a label's name is too long");
        } else {
            found.labels.emplace_back(name, std::move(*value));
        }
    }
    std::sort(found.labels.begin(), found.labels.end());
    const auto twice =
        std::adjacent_find(found.labels.begin(), found.labels.end(),
                           [](const auto &a, const auto &b) { return a.first == b.first; });
    if (twice != found.labels.end()) {
        return wrong(ErrorCode::Malformed, "a series has a label twice: " + twice->first);
    }
    return found;
}

Result<Sample> AnswerReader::sample(const array &pair) const
{
    double seconds = 0;
    std::string_view value;
    if (pair.size() != 2 || pair.at(0).get(seconds) != SUCCESS ||
        pair.at(1).get(value) != SUCCESS) {
        return wrong(ErrorCode::WrongType, "a sample must be a time and a value as string");
    }
    const auto number = valueOf(value);
    if (!number) {
        return wrong(ErrorCode::Malformed,
                     fmt::format("\"{}\" is no value", utf8Prefix(value, 100)));
    }
    if (!(std::abs(seconds) <= kMaxSeconds)) {
        return wrong(ErrorCode::OutOfRange, fmt::format("{} is no time", seconds));
    }
    return Sample{wallTimeFromMs(std::llround(seconds * 1000)), *number};
}

Result<void> AnswerReader::readAlone(const array &pair, QueryAnswer &answer) const
{
    if (answer.type == QueryAnswer::Type::Scalar) {
        const auto only = sample(pair);
        if (!only) {
            return tl::unexpected(only.error());
        }
        answer.matrix.push_back({.key = {}, .samples = {*only}});
        return {};
    }
    JsonElement value;
    if (pair.at(1).get(value) != SUCCESS) {
        return wrong(ErrorCode::WrongType, "a string must come with its time");
    }
    auto words = text(value, "a string");
    if (!words) {
        return tl::unexpected(words.error());
    }
    answer.text = std::move(*words);
    return {};
}

Result<void> AnswerReader::appendSamples(JsonObject object, QueryAnswer::Type type,
                                         ResultSeries &series)
{
    const auto append = [&](JsonElement element) -> Result<void> {
        array pair;
        if (element.get(pair) != SUCCESS) {
            return wrong(ErrorCode::WrongType, "a sample must be an array");
        }
        const auto next = sample(pair);
        if (!next) {
            return tl::unexpected(next.error());
        }
        if (!series.samples.empty() && series.samples.back().time >= next->time) {
            return wrong(ErrorCode::Malformed, "samples are not in order of time");
        }
        if (++m_samples > m_limits.maxSamples) {
            return tooMany("samples", m_limits.maxSamples);
        }
        series.samples.push_back(*next);
        return {};
    };
    JsonElement found;
    if (type == QueryAnswer::Type::Vector) {
        m_histograms += static_cast<std::size_t>(object.at_key("histogram").error() == SUCCESS);
        return object.at_key("value").get(found) == SUCCESS ? append(found) : Result<void>();
    }
    m_histograms += sizeOf(arrayMember(object, "histograms"));
    const auto pairs = arrayMember(object, "values");
    if (!pairs) {
        return {};
    }
    series.samples.reserve(std::min(pairs->size(), m_limits.maxSamples - m_samples));
    for (const JsonElement pair : *pairs) {
        if (auto appended = append(pair); !appended) {
            return appended;
        }
    }
    return {};
}

Result<void> AnswerReader::readSeries(JsonObject object, QueryAnswer &answer)
{
    const auto labels = objectMember(object, "metric");
    if (!labels) {
        return wrong(ErrorCode::Missing, "a series has no \"metric\"");
    }
    auto found = key(*labels);
    if (!found) {
        return tl::unexpected(found.error());
    }
    ResultSeries series{.key = std::move(*found), .samples = {}};
    if (auto appended = appendSamples(object, answer.type, series); !appended) {
        return appended;
    }
    if (!series.samples.empty()) {
        answer.matrix.push_back(std::move(series));
    }
    return {};
}

Result<void> AnswerReader::sort(metrics::Matrix &matrix)
{
    const auto isBefore = [](const ResultSeries &a, const ResultSeries &b) {
        return precedes(a.key, b.key);
    };
    std::sort(matrix.begin(), matrix.end(), isBefore);
    const auto twice = std::adjacent_find(
        matrix.begin(), matrix.end(),
        [](const ResultSeries &a, const ResultSeries &b) { return a.key == b.key; });
    if (twice != matrix.end()) {
        m_place = {};
        return wrong(ErrorCode::Malformed, "a series is there twice: " + twice->key.text());
    }
    return {};
}

Result<void> AnswerReader::readQuery(JsonElement data, QueryAnswer &answer)
{
    JsonObject object;
    if (data.get(object) != SUCCESS) {
        return wrong(ErrorCode::WrongType, "\"data\" must be an object");
    }
    const auto type = requireString(object, "resultType", m_source);
    if (!type) {
        return tl::unexpected(type.error());
    }
    static constexpr std::string_view kTypes[] = {"matrix", "vector", "scalar", "string"};
    const auto *const known = std::find(std::begin(kTypes), std::end(kTypes), *type);
    if (known == std::end(kTypes)) {
        return wrong(ErrorCode::Unknown,
                     fmt::format("unknown resultType \"{}\"", utf8Prefix(*type, 100)));
    }
    answer.type = static_cast<QueryAnswer::Type>(known - std::begin(kTypes));
    const auto result = requireArray(object, "result", m_source);
    if (!result) {
        return tl::unexpected(result.error());
    }
    if (answer.type >= QueryAnswer::Type::Scalar) {
        return readAlone(*result, answer);
    }
    if (result->size() > m_limits.maxSeries) {
        return tooMany("series", m_limits.maxSeries);
    }
    std::size_t item = 0;
    for (const JsonElement element : *result) {
        setItem(item++);
        JsonObject series;
        if (element.get(series) != SUCCESS) {
            return wrong(ErrorCode::WrongType, "a series must be an object");
        }
        if (auto read = readSeries(series, answer); !read) {
            return read;
        }
    }
    if (m_histograms > 0) {
        addWarning(answer.warnings, fmt::format("{} native histograms are left out", m_histograms));
    }
    // The order of a vector may be what was asked for: sort(), topk().
    return answer.type == QueryAnswer::Type::Matrix ? sort(answer.matrix) : Result<void>();
}

} // namespace foretop::feeds
