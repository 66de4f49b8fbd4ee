// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "base/jsonwriter.h"

#include <utility>
#include <vector>

namespace foretop {

/// Names with display texts, in the document's order.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// Reads what a decoder wants of one JSON object. Missing and null are the same: nothing. The
/// first member that is there but not what it must be is kept as error(), so a decoder reads
/// everything in a row and asks once at the end.
class JsonMembers
{
public:
    /// Longest text that is kept; what is beyond is cut and its length told in its place.
    static constexpr std::size_t kMaxTextBytes = 65'536;
    /// Most members that texts() takes; more are an error.
    static constexpr std::size_t kMaxTexts = 256;

    /// @p path is how errors name the object within its document ("checks.db"); empty: the
    /// document itself. Both views must outlive the reader.
    JsonMembers(JsonObject object, std::string_view source, std::string_view path = {});

    std::optional<JsonElement> find(std::string_view name) const;
    /// A string; empty when it is not there.
    std::string text(std::string_view name, std::size_t maxBytes = kMaxTextBytes);
    /// Anything, as a person reads it; empty when it is not there.
    std::string displayText(std::string_view name, std::size_t maxBytes = kMaxTextBytes) const;
    /// A string of at most @p maxBytes or a whole number, as text; empty when it is not there.
    std::string id(std::string_view name, std::size_t maxBytes);
    std::optional<double> number(std::string_view name);
    /// A whole number from @p least to @p greatest.
    std::optional<std::uint64_t> count(std::string_view name, std::uint64_t least,
                                       std::uint64_t greatest);
    /// As timeMember().
    std::optional<WallTime> time(std::string_view name);
    /// An object whose members are taken as display texts of at most @p maxBytes each.
    NamedTexts texts(std::string_view name, std::size_t maxBytes = kMaxTextBytes);

    /// Says that @p name must be @p wanted and is of another type; keeps the first such error.
    void rejectType(std::string_view name, std::string_view wanted, JsonElement found);
    /// Says that @p name must be @p wanted and has another value.
    void rejectValue(ErrorCode code, std::string_view name, std::string_view wanted,
                     JsonElement found);
    void reject(ErrorCode code, std::string message);
    const std::optional<Error> &error() const { return m_error; }

    /// @p name with the object's path before it, as errors name it.
    std::string pathOf(std::string_view name) const;

private:
    JsonObject m_object;
    std::string_view m_source;
    std::string_view m_path;
    std::optional<Error> m_error;
};

/// @p text, which is valid UTF-8, or when it is longer than @p maxBytes so much of it as fits
/// together with a note of how many bytes were cut.
std::string shortened(std::string_view text, std::size_t maxBytes);

/// Writes @p texts as a member with an object: as numbers what are numbers in the shortest form, so
/// that they read back the same, and as strings all else.
void writeTexts(JsonWriter &out, std::string_view name, const NamedTexts &texts);

} // namespace foretop
