// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonreader.h"

#include "base/timestamp.h"

#include <fmt/format.h>

namespace foretop {
namespace {

using simdjson::dom::element_type;

// As deep as the DOM goes; the lazy front end itself would go on until the stack ends.
constexpr std::size_t kMaxDepth = simdjson::DEFAULT_MAX_DEPTH;

/// Visits every value of @p value until one is malformed.
template <typename Value>
simdjson::error_code walk(Value &&value, std::size_t depth = 0)
{
    if (depth > kMaxDepth) {
        return simdjson::DEPTH_ERROR;
    }
    simdjson::ondemand::json_type type{};
    if (const auto error = value.type().get(type)) {
        return error;
    }
    if (type == simdjson::ondemand::json_type::array) {
        simdjson::ondemand::array array;
        if (const auto error = value.get_array().get(array)) {
            return error;
        }
        for (auto item : array) {
            simdjson::ondemand::value inner;
            if (const auto error = item.get(inner)) {
                return error;
            }
            if (const auto error = walk(inner, depth + 1)) {
                return error;
            }
        }
        return simdjson::SUCCESS;
    }
    if (type == simdjson::ondemand::json_type::object) {
        simdjson::ondemand::object object;
        if (const auto error = value.get_object().get(object)) {
            return error;
        }
        for (auto field : object) {
            std::string_view key;
            if (const auto error = field.unescaped_key().get(key)) {
                return error;
            }
            simdjson::ondemand::value inner;
            if (const auto error = field.value().get(inner)) {
                return error;
            }
            if (const auto error = walk(inner, depth + 1)) {
                return error;
            }
        }
        return simdjson::SUCCESS;
    }
    if (type == simdjson::ondemand::json_type::string) {
        return value.get_string().error();
    }
    if (type == simdjson::ondemand::json_type::number) {
        return value.get_number().error();
    }
    if (type == simdjson::ondemand::json_type::boolean) {
        return value.get_bool().error();
    }
    bool isNull = false;
    const auto error = value.is_null().get(isNull);
    return error || isNull ? error : simdjson::N_ATOM_ERROR;
}

/// simdjson's DOM says what is wrong but not where; its lazy front end keeps a location.
std::optional<std::uint64_t> offsetOfError(std::string_view bytes)
{
    const simdjson::padded_string padded(bytes);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS) {
        return {};
    }
    if (walk(document) == simdjson::SUCCESS) {
        return {};
    }
    const char *location = nullptr;
    if (document.current_location().get(location) != simdjson::SUCCESS) {
        return bytes.size();
    }
    const auto offset = location - padded.data();
    return offset < 0 ? 0
                      : std::min<std::uint64_t>(static_cast<std::uint64_t>(offset), bytes.size());
}

tl::unexpected<Error> missing(std::string_view name, std::string_view source, Place place)
{
    return fail(ErrorCode::Missing, fmt::format("\"{}\" is missing", name), source, place);
}

tl::unexpected<Error> wrongType(std::string_view name, std::string_view wanted, JsonElement found,
                                std::string_view source, Place place)
{
    return fail(ErrorCode::WrongType,
                fmt::format("\"{}\" must be {}, not {}", name, wanted, jsonTypeName(found)), source,
                place);
}

} // namespace

Result<JsonElement> JsonReader::parse(std::string_view bytes, std::string_view source)
{
    JsonElement element;
    if (const auto error = m_parser.parse(bytes.data(), bytes.size()).get(element)) {
        Place place;
        place.offset = offsetOfError(bytes);
        return fail(ErrorCode::Malformed,
                    bytes.empty() ? std::string("not JSON: empty")
                                  : fmt::format("not JSON: {}", simdjson::error_message(error)),
                    source, place);
    }
    return element;
}

Result<JsonObject> JsonReader::parseObject(std::string_view bytes, std::string_view source)
{
    const auto element = parse(bytes, source);
    if (!element) {
        return tl::unexpected(element.error());
    }
    JsonObject object;
    if (element->get(object) != simdjson::SUCCESS) {
        return fail(ErrorCode::WrongType,
                    fmt::format("must be an object, not {}", jsonTypeName(*element)), source);
    }
    return object;
}

std::string_view jsonTypeName(JsonElement element)
{
    switch (element.type()) {
    case element_type::ARRAY:
        return "an array";
    case element_type::OBJECT:
        return "an object";
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
        return "a number";
    case element_type::STRING:
        return "a string";
    case element_type::BOOL:
        return "a boolean";
    case element_type::NULL_VALUE:
        return "null";
    }
    return "a value";
}

namespace {

template <typename T>
std::optional<T> member(JsonObject object, std::string_view name)
{
    T value{};
    if (object.at_key(name).get(value) != simdjson::SUCCESS) {
        return {};
    }
    return value;
}

} // namespace

std::optional<std::string_view> stringMember(JsonObject object, std::string_view name)
{
    return member<std::string_view>(object, name);
}

std::optional<double> numberMember(JsonObject object, std::string_view name)
{
    return member<double>(object, name);
}

std::optional<bool> boolMember(JsonObject object, std::string_view name)
{
    return member<bool>(object, name);
}

std::optional<JsonObject> objectMember(JsonObject object, std::string_view name)
{
    return member<JsonObject>(object, name);
}

std::optional<simdjson::dom::array> arrayMember(JsonObject object, std::string_view name)
{
    return member<simdjson::dom::array>(object, name);
}

std::optional<WallTime> timeMember(JsonObject object, std::string_view name)
{
    if (const auto text = stringMember(object, name)) {
        return parseIso8601(*text);
    }
    const auto number = numberMember(object, name);
    return number ? wallTimeFromEpoch(*number) : std::nullopt;
}

Result<std::string_view> requireString(JsonObject object, std::string_view name,
                                       std::string_view source, Place place)
{
    JsonElement element;
    if (object.at_key(name).get(element) != simdjson::SUCCESS) {
        return missing(name, source, place);
    }
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) {
        return wrongType(name, "a string", element, source, place);
    }
    return text;
}

Result<std::uint64_t> requireCount(JsonObject object, std::string_view name,
                                   std::string_view source, Place place)
{
    JsonElement element;
    if (object.at_key(name).get(element) != simdjson::SUCCESS) {
        return missing(name, source, place);
    }
    std::uint64_t count = 0;
    if (element.get(count) != simdjson::SUCCESS) {
        if (element.is_number()) {
            return fail(ErrorCode::OutOfRange,
                        fmt::format("\"{}\" must be a whole number of 0 or more", name), source,
                        place);
        }
        return wrongType(name, "a whole number", element, source, place);
    }
    return count;
}

Result<simdjson::dom::array> requireArray(JsonObject object, std::string_view name,
                                          std::string_view source, Place place)
{
    JsonElement element;
    if (object.at_key(name).get(element) != simdjson::SUCCESS) {
        return missing(name, source, place);
    }
    simdjson::dom::array array;
    if (element.get(array) != simdjson::SUCCESS) {
        return wrongType(name, "an array", element, source, place);
    }
    return array;
}

std::string jsonDisplayText(JsonElement element)
{
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS) {
        return std::string(text);
    }
    return simdjson::minify(element);
}

} // namespace foretop
