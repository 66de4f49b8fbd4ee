// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rawreader.h"

#include "base/text.h"

namespace foretop::logs {
namespace {

constexpr std::size_t kMostMeanings = 512;
constexpr std::size_t kMaxDepth = 3; // as recordOf() looks into objects

} // namespace

RawReader::RawReader(const LogSnapshot &snapshot)
{
    for (std::size_t origin = 0; origin < snapshot.originCount(); ++origin) {
        const auto &rules = snapshot.rules(origin);
        m_origins.push_back({.parser = std::make_unique<RecordParser>(rules),
                             .mayBeObjects = !rules.format || rules.format->name() == "json"});
    }
}

std::optional<JsonObject> RawReader::object(const RawRecord &record)
{
    const auto text = trimmed(record.raw);
    if (text.empty() || text.front() != '{' || text.back() != '}' ||
        !m_origins[record.origin].mayBeObjects) {
        return {};
    }
    const auto read = m_json.parseObject(text, {});
    return read ? std::optional(*read) : std::nullopt;
}

std::string_view RawReader::roleText(JsonObject object, MemberRole role)
{
    Best best;
    findBest(object, role, {}, 1, best);
    const bool isMongo = role == MemberRole::Logger && best.text.empty();
    if (const auto time = isMongo ? objectMember(object, "t") : std::nullopt;
        time && stringMember(*time, "$date")) {
        return stringMember(object, "c").value_or("");
    }
    return best.text;
}

void RawReader::findBest(JsonObject object, MemberRole role, std::string_view prefix,
                         std::size_t depth, Best &best)
{
    for (const auto [key, value] : object) {
        std::string joined;
        std::string_view path = key;
        if (!prefix.empty()) {
            joined.append(prefix).append(1, '.').append(key);
            path = joined;
        }
        const auto meaning = meaningOf(path);
        std::string_view text;
        JsonObject inner;
        if (meaning.role == role && meaning.rank < best.rank &&
            value.get(text) == simdjson::SUCCESS && !text.empty()) {
            best = {.text = text, .rank = meaning.rank};
        } else if (meaning.role != MemberRole::None && depth < kMaxDepth &&
                   value.get(inner) == simdjson::SUCCESS) {
            findBest(inner, role, path, depth + 1, best);
        }
    }
}

MemberMeaning RawReader::meaningOf(std::string_view path)
{
    if (const auto known = m_meanings.find(path); known != m_meanings.end()) {
        return known->second;
    }
    const auto meaning = memberMeaning(path);
    if (m_meanings.size() < kMostMeanings && path.size() < 64) {
        m_meanings.emplace(path, meaning);
    }
    return meaning;
}

std::string_view RawReader::message(const RawRecord &record)
{
    if (record.parsed) {
        return record.parsed->message;
    }
    if (const auto found = object(record)) {
        const auto text = roleText(*found, MemberRole::Message);
        return text.empty() ? record.raw : text;
    }
    return parsed(record).message;
}

std::string_view RawReader::logger(const RawRecord &record)
{
    if (record.parsed) {
        return record.parsed->logger;
    }
    if (const auto found = object(record)) {
        return roleText(*found, MemberRole::Logger);
    }
    return parsed(record).logger;
}

std::vector<Field> RawReader::fields(const RawRecord &record)
{
    return m_origins[record.origin].parser->fields(record.raw);
}

const Record &RawReader::parsed(const RawRecord &record)
{
    return m_parsed = m_origins[record.origin].parser->parseText(record.raw);
}

} // namespace foretop::logs
