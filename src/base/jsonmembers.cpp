// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonmembers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace foretop {
namespace {

constexpr std::size_t kMaxShownBytes = 60;

/// The value itself where it is short enough to recognise, else its type.
std::string shownValue(JsonElement element)
{
    if (element.is_array() || element.is_object()) {
        return std::string(jsonTypeName(element));
    }
    return shortened(simdjson::minify(element), kMaxShownBytes);
}

/// Whether @p text is a number just as it is written again after it was read as one.
bool isNumber(std::string_view text)
{
    double number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(number) &&
           fmt::format("{}", number) == text;
}

} // namespace

JsonMembers::JsonMembers(JsonObject object, std::string_view source, std::string_view path)
    : m_object(object)
    , m_source(source)
    , m_path(path)
{
}

std::optional<JsonElement> JsonMembers::find(std::string_view name) const
{
    JsonElement element;
    if (m_object.at_key(name).get(element) != simdjson::SUCCESS || element.is_null()) {
        return {};
    }
    return element;
}

std::string JsonMembers::text(std::string_view name, std::size_t maxBytes)
{
    const auto element = find(name);
    if (!element) {
        return {};
    }
    std::string_view text;
    if (element->get(text) != simdjson::SUCCESS) {
        rejectType(name, "a string", *element);
    }
    return shortened(text, maxBytes);
}

std::string JsonMembers::displayText(std::string_view name, std::size_t maxBytes) const
{
    const auto element = find(name);
    return element ? shortened(jsonDisplayText(*element), maxBytes) : std::string();
}

std::string JsonMembers::id(std::string_view name, std::size_t maxBytes)
{
    const auto element = find(name);
    if (!element) {
        return {};
    }
    if (!element->is_string() && !element->is_int64() && !element->is_uint64()) {
        rejectType(name, "a string or a whole number", *element);
        return {};
    }
    auto id = jsonDisplayText(*element);
    if (id.size() > maxBytes) {
        rejectValue(ErrorCode::TooLarge, name, fmt::format("at most {} bytes long", maxBytes),
                    *element);
    }
    return id;
}

std::optional<double> JsonMembers::number(std::string_view name)
{
    const auto element = find(name);
    if (!element) {
        return {};
    }
    double number = 0;
    if (element->get(number) != simdjson::SUCCESS) {
        rejectType(name, "a number", *element);
        return {};
    }
    return number;
}

std::optional<std::uint64_t> JsonMembers::count(std::string_view name, std::uint64_t least,
                                                std::uint64_t greatest)
{
    const auto element = find(name);
    if (!element) {
        return {};
    }
    std::uint64_t count = 0;
    if (!element->is_number()) {
        rejectType(name, "a whole number", *element);
        return {};
    }
    if (element->get(count) != simdjson::SUCCESS || count < least || count > greatest) {
        rejectValue(ErrorCode::OutOfRange, name,
                    fmt::format("a whole number from {} to {}", least, greatest), *element);
        return {};
    }
    return count;
}

std::optional<WallTime> JsonMembers::time(std::string_view name)
{
    const auto element = find(name);
    if (!element) {
        return {};
    }
    const auto time = timeMember(m_object, name);
    if (!time) {
        rejectValue(element->is_string() ? ErrorCode::Malformed : ErrorCode::WrongType, name,
                    "a time (ISO 8601 text or Unix seconds)", *element);
    }
    return time;
}

NamedTexts JsonMembers::texts(std::string_view name, std::size_t maxBytes)
{
    const auto element = find(name);
    if (!element) {
        return {};
    }
    JsonObject object;
    if (element->get(object) != simdjson::SUCCESS) {
        rejectType(name, "an object", *element);
        return {};
    }
    if (object.size() > kMaxTexts) {
        reject(ErrorCode::TooLarge,
               fmt::format("\"{}\" has more than {} members", pathOf(name), kMaxTexts));
        return {};
    }
    NamedTexts texts;
    texts.reserve(object.size());
    for (const auto field : object) {
        texts.emplace_back(shortened(field.key, maxBytes),
                           shortened(jsonDisplayText(field.value), maxBytes));
    }
    return texts;
}

void JsonMembers::rejectType(std::string_view name, std::string_view wanted, JsonElement found)
{
    reject(ErrorCode::WrongType,
           fmt::format("\"{}\" must be {}, not {}", pathOf(name), wanted, jsonTypeName(found)));
}

void JsonMembers::rejectValue(ErrorCode code, std::string_view name, std::string_view wanted,
                              JsonElement found)
{
    reject(code, fmt::format("\"{}\" must be {}, not {}", pathOf(name), wanted, shownValue(found)));
}

void JsonMembers::reject(ErrorCode code, std::string message)
{
    if (!m_error) {
        m_error =
            Error{.code = code, .message = std::move(message), .source = std::string(m_source)};
    }
}

std::string JsonMembers::pathOf(std::string_view name) const
{
    std::string path(m_path);
    if (!path.empty() && !name.empty()) {
        path += '.';
    }
    path += name;
    return path;
}

std::string shortened(std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes) {
        return std::string(text);
    }
    constexpr std::size_t kNoteBytes = 40;
    std::size_t end = maxBytes - std::min(maxBytes, kNoteBytes);
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return fmt::format("{}\u2026 ({} bytes more)", text.substr(0, end), text.size() - end);
}

void writeTexts(JsonWriter &out, std::string_view name, const NamedTexts &texts)
{
    out.key(name).beginObject();
    for (const auto &[key, text] : texts) {
        out.key(key);
        if (isNumber(text)) {
            out.raw(text);
        } else {
            out.value(text);
        }
    }
    out.endObject();
}

} // namespace foretop
