// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/headmembers.h"

#include "base/text.h"
#include "logs/byteword.h"
#include "logs/linerules.h"

#include <algorithm>

namespace foretop::logs {
/// Walks over the text of one object. Reads past the end only words that are not used.
class HeadMemberFinder::ObjectWalk
{
public:
    explicit ObjectWalk(std::string_view text)
        : m_text(text)
    {
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }
    std::size_t position() const { return m_at; }
    char peek() const { return isAtEnd() ? '\0' : m_text[m_at]; }

    void skipBlanks()
    {
        while (!isAtEnd() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) {
            ++m_at;
        }
    }
    bool accept(char c)
    {
        skipBlanks();
        const bool isThere = peek() == c;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    /// Behind the opening quote: goes behind the closing one and returns what is between; nothing
    /// when there is none. @p hasEscapes is set, never cleared.
    std::optional<std::string_view> takeString(bool &hasEscapes)
    {
        const auto begin = m_at;
        while (m_at < m_text.size()) {
            const auto word = loadWord(m_text.data() + m_at);
            const auto place = std::min(placeOf('"', word), placeOf('\\', word));
            m_at += place;
            if (place == sizeof word) {
                continue;
            }
            if (isAtEnd()) {
                break;
            }
            if (m_text[m_at] == '"') {
                return m_text.substr(begin, m_at++ - begin);
            }
            hasEscapes = true;
            m_at += 2;
        }
        return {};
    }

    /// An object or array, whose opening bracket is next.
    bool skipNested()
    {
        int depth = 0;
        bool hasEscapes = false;
        while (!isAtEnd()) {
            const char c = m_text[m_at++];
            if (c == '"' && !takeString(hasEscapes)) {
                return false;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    /// A number or a literal.
    void skipBare()
    {
        while (!isAtEnd() && m_text[m_at] != ',' && m_text[m_at] != '}' && m_text[m_at] != ' ') {
            ++m_at;
        }
    }

    /// Goes behind a string, number or literal and notes where it stands.
    bool takeValue(MemberPlace &place, bool &hasEscapes)
    {
        place.isString = accept('"');
        place.valueAt = place.valueEnd = m_at;
        if (!place.isString) {
            skipBare();
            place.valueEnd = m_at;
            return true;
        }
        const auto text = takeString(hasEscapes);
        place.valueEnd += text ? text->size() : 0;
        return text.has_value();
    }

    /// Whether a value is true, false or null, which tell neither time nor level.
    bool isLiteral(const MemberPlace &place) const
    {
        const char first = place.valueAt < m_text.size() ? m_text[place.valueAt] : 't';
        return !place.isString && (first == 't' || first == 'f' || first == 'n');
    }

private:
    const std::string_view m_text;
    std::size_t m_at = 0;
};

namespace {

bool isBetter(const MemberMeaning &meaning, const std::optional<MemberPlace> &held)
{
    return !held || meaning.rank < held->rank;
}

} // namespace

HeadMembers HeadMemberFinder::find(std::string_view object)
{
    HeadMembers found;
    ObjectWalk walk(object);
    found.isSimple =
        walkMembers(walk, found) || (walk.isAtEnd() && object.size() >= kLineHeadBytes);
    return found;
}

bool HeadMemberFinder::walkMembers(ObjectWalk &walk, HeadMembers &found)
{
    if (!walk.accept('{')) {
        return false;
    }
    if (walk.accept('}')) {
        return true;
    }
    do {
        MemberPlace place;
        bool hasEscapes = false;
        if (!walk.accept('"')) {
            return false;
        }
        place.keyAt = walk.position() - 1;
        const auto name = walk.takeString(hasEscapes);
        if (!name || hasEscapes || !walk.accept(':')) {
            return false;
        }
        const auto meaning = meaningOf(*name);
        walk.skipBlanks();
        if (walk.peek() == '{' || walk.peek() == '[') {
            const bool isLookedInto = walk.peek() == '{' && meaning.role != MemberRole::None;
            if (isLookedInto || !walk.skipNested()) {
                return false;
            }
            continue;
        }
        if (!walk.takeValue(place, hasEscapes)) {
            return false;
        }
        if (meaning.role == MemberRole::Level || meaning.role == MemberRole::Time) {
            auto &held = meaning.role == MemberRole::Level ? found.level : found.time;
            if (hasEscapes) {
                return false;
            }
            if (isBetter(meaning, held) && !walk.isLiteral(place)) {
                place.rank = meaning.rank;
                place.scale = meaning.scale;
                held = place;
            }
        } else if (meaning.role == MemberRole::Nanosecond ||
                   (meaning.role == MemberRole::Message && equalsIgnoringCase(*name, "log"))) {
            return false; // "log" may hold a line of a container, which tells level and time itself
        }
    } while (walk.accept(','));
    return walk.accept('}');
}

MemberMeaning HeadMemberFinder::meaningOf(std::string_view name)
{
    constexpr std::size_t kWordBytes = sizeof(std::uint64_t);
    if (name.size() > 2 * kWordBytes) {
        return memberMeaning(name);
    }
    KnownName entry{.front = loadWord(name.data()), .back = 0, .size = name.size(), .meaning = {}};
    if (name.size() < kWordBytes) {
        entry.front = firstBytes(entry.front, static_cast<unsigned>(name.size()));
    } else {
        entry.back = loadWord(name.data() + name.size() - kWordBytes);
    }
    const auto hash = (entry.front ^ entry.back * 3) * 0x9E37'79B9'7F4A'7C15ULL;
    auto &known = m_known[hash >> 58];
    if (known.front != entry.front || known.back != entry.back || known.size != entry.size) {
        entry.meaning = memberMeaning(name);
        known = entry;
    }
    return known.meaning;
}

} // namespace foretop::logs
