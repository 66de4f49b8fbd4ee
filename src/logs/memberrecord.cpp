// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/memberrecord.h"

#include "base/text.h"
#include "base/timestamp.h"
#include "logs/membername.h"
#include "logs/plaintime.h"

#include <array>
#include <charconv>

namespace foretop::logs {
namespace {

constexpr std::size_t kMaxDepth = 3; // "record.time.timestamp"

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole ? std::optional(number) : std::nullopt;
}

std::optional<Level> levelIn(std::string_view text, LevelScale scale)
{
    const auto number = numberIn(text);
    return number ? levelFromNumber(*number, scale) : levelFromName(text);
}

/// Fills a record from members offered in any order: for each role the best-named one that can be
/// read counts.
class MemberCollector
{
public:
    MemberCollector(Record &record, const FormatContext &context)
        : m_record(record)
        , m_context(context)
    {
        m_ranks.fill(255);
    }

    void addObject(JsonObject object, std::string_view prefix = {}, std::size_t depth = 1)
    {
        for (const auto [key, value] : object) {
            std::string joined;
            std::string_view path = key;
            if (!prefix.empty()) {
                joined.append(prefix).append(1, '.').append(key);
                path = joined;
            }
            const auto meaning = memberMeaning(path);
            JsonObject inner;
            if (meaning.role == MemberRole::None) {
                continue;
            }
            if (value.get(inner) == simdjson::SUCCESS) {
                if (depth < kMaxDepth) {
                    addObject(inner, path, depth + 1);
                }
                continue;
            }
            add(meaning, value);
        }
    }

    void add(MemberMeaning meaning, JsonElement value)
    {
        std::string_view text;
        double number = 0;
        simdjson::dom::array bytes;
        if (value.get(text) == simdjson::SUCCESS) {
            add(meaning, text);
        } else if (meaning.role == MemberRole::Message && value.get(bytes) == simdjson::SUCCESS) {
            addBytes(meaning, bytes);
        } else if (value.is_number() && value.get(number) == simdjson::SUCCESS) {
            add(meaning, number);
        }
    }

    void add(MemberMeaning meaning, std::string_view text)
    {
        switch (meaning.role) {
        case MemberRole::Time:
            accept(meaning, m_record.time, plainTime(text, m_context));
            break;
        case MemberRole::Level:
            accept(meaning, m_level, levelIn(text, meaning.scale));
            break;
        case MemberRole::Logger:
            accept(meaning, m_record.logger, asText(text));
            break;
        case MemberRole::Message:
            accept(meaning, m_record.message, asText(text));
            break;
        default:
            break;
        }
    }

    void add(MemberMeaning meaning, double number)
    {
        if (meaning.role == MemberRole::Time) {
            accept(meaning, m_record.time, wallTimeFromEpoch(number));
        } else if (meaning.role == MemberRole::Level) {
            accept(meaning, m_level, levelFromNumber(number, meaning.scale));
        } else if (meaning.role == MemberRole::Nanosecond && number >= 0 && number < 1e9) {
            m_nanoseconds = std::chrono::floor<Milliseconds>(
                std::chrono::nanoseconds(static_cast<std::int64_t>(number)));
        }
    }

    void finish()
    {
        m_record.level = m_level.value_or(Level::Unknown);
        if (m_record.time) {
            *m_record.time += m_nanoseconds;
        }
    }

private:
    /// A text that is not UTF-8, as journald writes it.
    void addBytes(MemberMeaning meaning, simdjson::dom::array bytes)
    {
        std::string text;
        for (const auto byte : bytes) {
            std::uint64_t number = 0;
            if (byte.get(number) != simdjson::SUCCESS || number > 255) {
                return;
            }
            text += static_cast<char>(number);
        }
        accept(meaning, m_record.message, asText(toValidUtf8(text)));
    }

    static std::optional<std::string> asText(std::string_view text)
    {
        return text.empty() ? std::nullopt : std::optional<std::string>(text);
    }

    template <typename Target, typename T>
    void accept(MemberMeaning meaning, Target &target, std::optional<T> value)
    {
        auto &rank = m_ranks[static_cast<std::size_t>(meaning.role)];
        if (value && meaning.rank < rank) {
            target = std::move(*value);
            rank = meaning.rank;
        }
    }

    Record &m_record;
    const FormatContext &m_context;
    std::array<std::uint8_t, kMemberRoleCount> m_ranks{};
    std::optional<Level> m_level;
    Milliseconds m_nanoseconds{0};
};

} // namespace

Record recordOf(JsonObject object, const FormatContext &context)
{
    Record record;
    MemberCollector members(record, context);
    members.addObject(object);
    // MongoDB's names for level and component are too short to be taken from anyone else.
    if (const auto time = objectMember(object, "t"); time && stringMember(*time, "$date")) {
        members.add({MemberRole::Level, 254}, stringMember(object, "s").value_or(""));
        members.add({MemberRole::Logger, 254}, stringMember(object, "c").value_or(""));
    }
    members.finish();
    return record;
}

Record recordOf(const std::vector<Field> &pairs, const FormatContext &context)
{
    Record record;
    MemberCollector members(record, context);
    for (const auto &[key, value] : pairs) {
        members.add(memberMeaning(key), value);
    }
    members.finish();
    return record;
}

} // namespace foretop::logs
