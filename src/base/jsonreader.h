// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace foretop {

using JsonElement = simdjson::dom::element;
using JsonObject = simdjson::dom::object;

/// Parses JSON documents (RFC 8259), whole and strictly, with simdjson's DOM. Keeps its buffers
/// from one document to the next: an element is valid until the next parse(). One thread.
class JsonReader
{
public:
    /// An error has the code Malformed and the byte offset where parsing stopped, as near as the
    /// parser knows it. @p source names the origin in errors.
    Result<JsonElement> parse(std::string_view bytes, std::string_view source);

    /// parse() for a document that must be an object.
    Result<JsonObject> parseObject(std::string_view bytes, std::string_view source);

private:
    simdjson::dom::parser m_parser;
};

/// "a string", "a number", ...: the type of @p element as messages name it.
std::string_view jsonTypeName(JsonElement element);

// Members that may be there: nothing when missing, null or of another type.
std::optional<std::string_view> stringMember(JsonObject object, std::string_view name);
std::optional<double> numberMember(JsonObject object, std::string_view name);
std::optional<bool> boolMember(JsonObject object, std::string_view name);
std::optional<JsonObject> objectMember(JsonObject object, std::string_view name);
std::optional<simdjson::dom::array> arrayMember(JsonObject object, std::string_view name);
/// An ISO 8601 string or a Unix time in s, ms, us or ns.
std::optional<WallTime> timeMember(JsonObject object, std::string_view name);

// Members that must be there: an error names the member, what it must be and what it is.
Result<std::string_view> requireString(JsonObject object, std::string_view name,
                                       std::string_view source, Place place = {});
/// A whole number of 0 or more.
Result<std::uint64_t> requireCount(JsonObject object, std::string_view name,
                                   std::string_view source, Place place = {});
Result<simdjson::dom::array> requireArray(JsonObject object, std::string_view name,
                                          std::string_view source, Place place = {});

/// The text a person reads for @p element: a string as it is, anything else as JSON.
std::string jsonDisplayText(JsonElement element);

} // namespace foretop
