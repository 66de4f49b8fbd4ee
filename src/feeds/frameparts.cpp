// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/frameparts.h"

#include "base/jsonwriter.h"
#include "base/text.h"

namespace foretop::feeds {
namespace {

namespace ondemand = simdjson::ondemand;

/// The text of @p value as received. Its inside is checked for balance alone.
simdjson::error_code rawText(ondemand::value value, std::string_view &text)
{
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) {
        return error;
    }
    simdjson::error_code error = simdjson::SUCCESS;
    if (type == ondemand::json_type::object) {
        ondemand::object object;
        error = value.get_object().get(object);
        if (!error) {
            error = object.raw_json().get(text);
        }
    } else if (type == ondemand::json_type::array) {
        ondemand::array array;
        error = value.get_array().get(array);
        if (!error) {
            error = array.raw_json().get(text);
        }
    } else {
        text = value.raw_json_token();
    }
    text = trimmed(text);
    return error;
}

simdjson::error_code takeItems(ondemand::value value, std::vector<std::string> &items)
{
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) {
        return error;
    }
    for (auto element : array) {
        ondemand::value item;
        if (const auto error = element.get(item)) {
            return error;
        }
        std::string_view text;
        if (const auto error = rawText(item, text)) {
            return error;
        }
        items.emplace_back(text);
    }
    return simdjson::SUCCESS;
}

simdjson::error_code takeMember(ondemand::field &field, FrameParts &parts)
{
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) {
        return error;
    }
    ondemand::json_type type{};
    if (const auto error = field.value().type().get(type)) {
        return error;
    }
    if (key == "items" && type == ondemand::json_type::array && !parts.hasItems) {
        parts.hasItems = true;
        return takeItems(field.value(), parts.items);
    }
    if (parts.envelope.size() > 1) {
        parts.envelope += ',';
    }
    appendJsonString(parts.envelope, key);
    std::string_view text;
    const auto error = rawText(field.value(), text);
    parts.envelope.append(":").append(text);
    return error;
}

} // namespace

simdjson::error_code takeApart(std::string_view bytes, FrameParts &parts)
{
    const simdjson::padded_string padded(bytes);
    ondemand::parser parser;
    ondemand::document document;
    if (const auto error = parser.iterate(padded).get(document)) {
        return error;
    }
    ondemand::object object;
    if (const auto error = document.get_object().get(object)) {
        return error;
    }
    for (auto result : object) {
        ondemand::field field;
        if (const auto error = std::move(result).get(field)) {
            return error;
        }
        if (const auto error = takeMember(field, parts)) {
            return error;
        }
    }
    parts.envelope += '}';
    // Nothing may follow the object: the reader then has no place to point at.
    const bool atEnd = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    return atEnd ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
}

} // namespace foretop::feeds
