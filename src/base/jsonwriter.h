// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Before <compare> or <concepts>, which moc 6.4 cannot read as the first standard header.
#include <cstddef>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace foretop {

/// Writes one JSON value (RFC 8259) front to back into a string, with no tree in between.
/// Separators are put where they belong; begin/end and key/value must match up.
/// Invalid UTF-8 is written as toValidUtf8() shows it; NaN and infinities, which JSON
/// lacks, as the strings "NaN", "+Inf" and "-Inf".
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(std::string_view name);
    JsonWriter &value(std::string_view text);
    JsonWriter &value(const char *text) { return value(std::string_view(text)); }
    JsonWriter &value(const std::string &text) { return value(std::string_view(text)); }
    JsonWriter &value(bool flag);
    JsonWriter &value(double number);
    JsonWriter &null();
    /// Puts @p json, which must be one valid JSON value, in as it is.
    JsonWriter &raw(std::string_view json);

    template <std::integral T>
    requires(!std::same_as<T, bool>) JsonWriter &value(T number)
    {
        if constexpr (std::is_signed_v<T>) {
            return signedValue(number);
        } else {
            return unsignedValue(number);
        }
    }
    template <typename T>
    JsonWriter &member(std::string_view name, const T &content)
    {
        key(name);
        return value(content);
    }

    /// What has been written; the writer is empty again afterwards.
    std::string take();
    std::string_view view() const { return m_out; }

private:
    void separate();
    JsonWriter &signedValue(std::int64_t number);
    JsonWriter &unsignedValue(std::uint64_t number);

    std::string m_out;
    bool m_needsComma = false;
};

/// Appends @p text to @p out as a JSON string with its quotes.
void appendJsonString(std::string &out, std::string_view text);

} // namespace foretop
