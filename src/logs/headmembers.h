// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/membername.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foretop::logs {

/// Where a member of an object stands in the object's text.
struct MemberPlace
{
    std::size_t keyAt = 0;    ///< the key's opening quote
    std::size_t valueAt = 0;  ///< behind the opening quote of a string
    std::size_t valueEnd = 0; ///< before the closing quote of a string
    bool isString = false;
    std::uint8_t rank = 255; ///< see MemberMeaning
    LevelScale scale = LevelScale::Pino;
};

struct HeadMembers
{
    /// False when the text is no JSON object as far as was looked, or the members that tell level
    /// and time are nested, escaped or more than one: then it must be parsed.
    bool isSimple = false;
    std::optional<MemberPlace> level; ///< the best-named one
    std::optional<MemberPlace> time;
};

/// Finds the members of a JSON object that tell the level and the time of a record, by their names
/// (membername.h), without parsing values. Remembers names; one thread.
class HeadMemberFinder
{
public:
    /// @p object starts with "{"; kScanPadding bytes after it must be readable.
    HeadMembers find(std::string_view object);

private:
    struct KnownName
    {
        std::uint64_t front = 0;
        std::uint64_t back = 0;
        std::size_t size = 0;
        MemberMeaning meaning;
    };

    class ObjectWalk;

    bool walkMembers(ObjectWalk &walk, HeadMembers &found);
    MemberMeaning meaningOf(std::string_view name);

    std::array<KnownName, 64> m_known{};
};

} // namespace foretop::logs
