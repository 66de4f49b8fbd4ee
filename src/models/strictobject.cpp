// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/strictobject.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace foretop::models {

StrictObject::StrictObject(JsonObject object, std::string path, DocumentError &error)
    : m_object(object)
    , m_path(std::move(path))
    , m_error(error)
{
}

void StrictObject::fail(ErrorCode code, std::string_view name, std::string_view message)
{
    if (!m_error.error) {
        m_error.error = Error{.code = code,
                              .message = fmt::format("{}{}: {}", m_path, name, message),
                              .source = m_error.source};
    }
}

void StrictObject::failType(std::string_view name, std::string_view wanted, JsonElement found)
{
    fail(ErrorCode::WrongType, name,
         fmt::format("must be {}, not {}", wanted, jsonTypeName(found)));
}

std::optional<JsonElement> StrictObject::member(std::string_view name, bool required)
{
    m_known.push_back(name);
    JsonElement found;
    if (m_object.at_key(name).get(found) == simdjson::SUCCESS) {
        return found;
    }
    if (required) {
        fail(ErrorCode::Missing, name, "is missing");
    }
    return {};
}

template <typename T>
std::optional<T> StrictObject::value(std::string_view name, std::string_view typeName,
                                     bool required)
{
    const auto found = member(name, required);
    if (!found) {
        return {};
    }
    T result{};
    if (found->get(result) != simdjson::SUCCESS) {
        failType(name, typeName, *found);
        return {};
    }
    return result;
}

bool StrictObject::has(std::string_view name) const
{
    return m_object.at_key(name).error() == simdjson::SUCCESS;
}

QString StrictObject::text(std::string_view name, bool required, qsizetype most)
{
    const auto found = value<std::string_view>(name, "a string", required);
    if (!found) {
        return {};
    }
    if (required && found->empty()) {
        fail(ErrorCode::OutOfRange, name, "must not be empty");
    }
    return boundedText(name, *found, most);
}

QString StrictObject::boundedText(std::string_view name, std::string_view text, qsizetype most)
{
    const auto result = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (result.size() > most) {
        fail(ErrorCode::TooLarge, name, fmt::format("must have at most {} characters", most));
    }
    return result;
}

bool StrictObject::flag(std::string_view name)
{
    return value<bool>(name, "true or false", false).value_or(false);
}

double StrictObject::number(std::string_view name, double fallback)
{
    return optionalNumber(name).value_or(fallback);
}

std::optional<double> StrictObject::optionalNumber(std::string_view name)
{
    return value<double>(name, "a number", false);
}

int StrictObject::count(std::string_view name, int fallback, int least, int most)
{
    const double found = number(name, fallback);
    if (found != std::floor(found) || found < least || found > most) {
        fail(ErrorCode::OutOfRange, name,
             fmt::format("must be a whole number from {} to {}", least, most));
        return fallback;
    }
    return static_cast<int>(found);
}

std::size_t StrictObject::word(std::string_view name, const std::vector<std::string_view> &words,
                               bool required)
{
    const auto found = value<std::string_view>(name, "a string", required);
    if (!found) {
        return 0;
    }
    const auto at = std::find(words.begin(), words.end(), *found);
    if (at == words.end()) {
        fail(ErrorCode::Unknown, name,
             fmt::format("must be one of {}, not \"{}\"", fmt::join(words, ", "), *found));
        return 0;
    }
    return static_cast<std::size_t>(at - words.begin());
}

QVector<QString> StrictObject::texts(std::string_view name, qsizetype most)
{
    QVector<QString> result;
    const auto found = value<simdjson::dom::array>(name, "an array", false);
    if (!found) {
        return result;
    }
    if (found->size() > static_cast<std::size_t>(most)) {
        fail(ErrorCode::OutOfRange, name, fmt::format("must hold at most {} strings", most));
        return result;
    }
    for (const JsonElement item : *found) {
        const std::string place = fmt::format("{}[{}]", name, result.size());
        std::string_view text;
        if (item.get(text) != simdjson::SUCCESS) {
            failType(place, "a string", item);
            break;
        }
        result.push_back(boundedText(place, text, kMaxTextLength));
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> StrictObject::textMap(std::string_view name)
{
    std::vector<std::pair<std::string, std::string>> result;
    const auto found = value<JsonObject>(name, "an object", false);
    if (!found) {
        return result;
    }
    for (const auto &field : *found) {
        std::string_view text;
        if (field.value.get(text) != simdjson::SUCCESS) {
            failType(fmt::format("{}.{}", name, field.key), "a string", field.value);
            break;
        }
        result.emplace_back(field.key, text);
    }
    std::sort(result.begin(), result.end());
    return result;
}

void StrictObject::objects(std::string_view name, std::size_t most,
                           const std::function<void(StrictObject &)> &each, std::size_t least)
{
    const auto found = value<simdjson::dom::array>(name, "an array", least > 0);
    if (!found) {
        return;
    }
    if (found->size() < least || found->size() > most) {
        fail(ErrorCode::OutOfRange, name, fmt::format("must hold {} to {} objects", least, most));
        return;
    }
    std::size_t index = 0;
    for (const JsonElement item : *found) {
        const std::string place = fmt::format("{}[{}]", name, index++);
        JsonObject object;
        if (item.get(object) != simdjson::SUCCESS) {
            failType(place, "an object", item);
            return;
        }
        StrictObject inner(object, m_path + place + '.', m_error);
        each(inner);
        inner.finish();
    }
}

void StrictObject::object(std::string_view name, const std::function<void(StrictObject &)> &each)
{
    if (const auto found = value<JsonObject>(name, "an object", false)) {
        StrictObject inner(*found, fmt::format("{}{}.", m_path, name), m_error);
        each(inner);
        inner.finish();
    }
}

void StrictObject::finish()
{
    std::vector<std::string_view> seen;
    for (const auto &field : m_object) {
        if (std::find(m_known.begin(), m_known.end(), field.key) == m_known.end()) {
            fail(ErrorCode::Unknown, field.key, "is not known here");
        } else if (std::find(seen.begin(), seen.end(), field.key) != seen.end()) {
            fail(ErrorCode::Malformed, field.key, "stands there twice");
        }
        if (hasFailed()) {
            return;
        }
        seen.push_back(field.key);
    }
}

Error withLine(Error error, std::string_view json)
{
    if (error.place.offset) {
        const std::string_view before = json.substr(0, *error.place.offset);
        const auto lines = std::count(before.begin(), before.end(), '\n');
        const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
        error.place =
            Place::atLine(static_cast<std::uint64_t>(lines) + 1, before.size() - lineStart + 1);
    }
    return error;
}

Result<void> readStrictly(std::string_view json, std::string_view source,
                          const std::function<void(StrictObject &)> &read)
{
    JsonReader reader;
    const auto document = reader.parseObject(json, source);
    if (!document) {
        return tl::unexpected(withLine(document.error(), json));
    }
    DocumentError error{std::string(source), {}};
    StrictObject object(*document, {}, error);
    read(object);
    object.finish();
    if (error.error) {
        return tl::unexpected(*error.error);
    }
    return {};
}

} // namespace foretop::models
