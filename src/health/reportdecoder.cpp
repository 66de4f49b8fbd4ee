// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/reportdecoder.h"

#include "base/jsonmembers.h"
#include "base/timestamp.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace foretop::health {
namespace {

constexpr std::array<std::string_view, 3> kCheckMembers{"checks", "components", "dependencies"};
constexpr std::array<std::string_view, 3> kStatusMembers{"status", "healthy", "ok"};
constexpr std::array<std::string_view, 3> kLatencyMembers{"latency_ms", "response_time_ms",
                                                          "duration_ms"};
constexpr std::array<std::string_view, 5> kMessageMembers{"message", "error", "reason", "detail",
                                                          "output"};
constexpr std::string_view kStatusWanted =
    R"(a boolean or a word such as "healthy", "degraded" or "unhealthy")";

bool isOneOf(std::string_view name, const auto &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The first of @p names that is there.
std::optional<std::string_view> firstOf(const JsonMembers &members, const auto &names)
{
    for (const auto name : names) {
        if (members.find(name)) {
            return name;
        }
    }
    return {};
}

/// What @p element says as a status; nothing when it is neither a boolean nor a known word.
std::optional<Status> statusOf(JsonElement element)
{
    bool flag = false;
    if (element.get(flag) == simdjson::SUCCESS) {
        return flag ? Status::Healthy : Status::Unhealthy;
    }
    std::string_view word;
    return element.get(word) == simdjson::SUCCESS ? statusFromName(word) : std::nullopt;
}

std::string unknownWord(JsonElement element)
{
    return fmt::format("unknown status \"{}\"",
                       shortened(jsonDisplayText(element), kMaxObservedBytes));
}

/// Puts the status that @p element says into @p check; false when it is of a wrong type.
bool takeStatus(Check &check, JsonElement element)
{
    if (element.is_null()) {
        return true;
    }
    if (!element.is_bool() && !element.is_string()) {
        return false;
    }
    const auto status = statusOf(element);
    check.status = status.value_or(Status::Unknown);
    if (!status && check.message.empty()) {
        check.message = unknownWord(element);
    }
    return true;
}

class ReportDecoder
{
public:
    ReportDecoder(JsonObject object, std::string_view source)
        : m_object(object)
        , m_source(source)
        , m_members(object, source)
    {
    }

    Result<Report> decode(WallTime now);

private:
    void readChecks(std::string_view member);
    void readCheck(std::string_view path, std::string_view name, JsonElement element);
    void readCheckObject(std::string_view path, JsonObject object, Check &check);
    void readObserved(JsonMembers &members, JsonObject object, Check &check);
    void keep(Check check);
    void readStatus();

    JsonObject m_object;
    std::string_view m_source;
    JsonMembers m_members;
    Report m_report;
    std::map<std::string, int> m_names; // and the number last given to each
};

Result<Report> ReportDecoder::decode(WallTime now)
{
    bool hasChecks = false;
    for (const auto field : m_object) {
        if (isOneOf(field.key, kCheckMembers) && !field.value.is_null()) {
            readChecks(field.key);
            hasChecks = true;
        }
    }
    readStatus();
    m_report.service = m_members.text("service", kMaxObservedBytes);
    m_report.version = m_members.displayText("version", kMaxObservedBytes);
    m_report.timestamp = m_members.time("timestamp").value_or(now);
    if (m_report.service.empty()) {
        m_report.service = m_source;
    }
    if (!hasChecks && !firstOf(m_members, kStatusMembers)) {
        m_members.reject(ErrorCode::Missing, R"("status" is missing, and there are no "checks")");
    }
    if (m_members.error()) {
        return tl::unexpected(*m_members.error());
    }
    return std::move(m_report);
}

void ReportDecoder::readStatus()
{
    const auto member = firstOf(m_members, kStatusMembers);
    if (!member) {
        m_report.status = worstStatus(m_report.checks);
        return;
    }
    const auto element = *m_members.find(*member);
    const auto status = statusOf(element);
    if (status) {
        m_report.status = *status;
    } else if (element.is_string()) {
        m_members.rejectValue(ErrorCode::Unknown, *member, kStatusWanted, element);
    } else {
        m_members.rejectType(*member, kStatusWanted, element);
    }
}

void ReportDecoder::readChecks(std::string_view member)
{
    const auto element = *m_members.find(member);
    JsonObject object;
    simdjson::dom::array array;
    if (element.get(object) == simdjson::SUCCESS) {
        for (const auto field : object) {
            readCheck(fmt::format("{}.{}", member, shortened(field.key, kMaxObservedBytes)),
                      field.key, field.value);
        }
    } else if (element.get(array) == simdjson::SUCCESS) {
        std::size_t index = 0;
        for (const auto item : array) {
            readCheck(fmt::format("{}[{}]", member, index++), {}, item);
        }
    } else {
        m_members.rejectType(member, "an object of checks", element);
    }
}

void ReportDecoder::readCheck(std::string_view path, std::string_view name, JsonElement element)
{
    if (m_members.error()) {
        return;
    }
    if (m_report.checks.size() >= kMaxChecks) {
        m_members.reject(ErrorCode::TooLarge,
                         fmt::format("a report may hold at most {} checks", kMaxChecks));
        return;
    }
    Check check;
    check.name = shortened(name, kMaxObservedBytes);
    JsonObject object;
    if (element.get(object) == simdjson::SUCCESS) {
        readCheckObject(path, object, check);
    } else if (name.empty() || !takeStatus(check, element)) {
        m_members.rejectType(path,
                             name.empty() ? "an object with a \"name\""
                                          : "a boolean, a status word or an object",
                             element);
    }
    keep(std::move(check));
}

/// A store knows a check by its name, so that of a second one with the same name gets a number.
void ReportDecoder::keep(Check check)
{
    constexpr std::size_t kNumberBytes = 8;
    const auto name = shortened(check.name, kMaxObservedBytes - kNumberBytes);
    while (!m_names.try_emplace(check.name, 1).second) {
        check.name = fmt::format("{} #{}", name, ++m_names[name]);
    }
    m_report.checks.push_back(std::move(check));
}

void ReportDecoder::readCheckObject(std::string_view path, JsonObject object, Check &check)
{
    JsonMembers members(object, m_source, path);
    if (check.name.empty()) {
        check.name = members.text("name", kMaxObservedBytes);
        if (check.name.empty()) {
            members.reject(ErrorCode::Missing,
                           fmt::format("\"{}\" is missing", members.pathOf("name")));
        }
    }
    if (const auto latency = firstOf(members, kLatencyMembers)) {
        check.latencyMs = members.number(*latency);
    }
    for (const auto name : kMessageMembers) {
        if (check.message.empty()) {
            check.message = members.displayText(name, kMaxMessageBytes);
        }
    }
    const auto status = firstOf(members, kStatusMembers);
    if (!status) {
        members.reject(ErrorCode::Missing,
                       fmt::format("\"{}\" is missing", members.pathOf("status")));
    } else if (const auto element = *members.find(*status); !takeStatus(check, element)) {
        members.rejectType(*status, kStatusWanted, element);
    }
    readObserved(members, object, check);
    if (members.error()) {
        m_members.reject(members.error()->code, members.error()->message);
    }
}

void ReportDecoder::readObserved(JsonMembers &members, JsonObject object, Check &check)
{
    check.observed = members.texts("observed", kMaxObservedBytes);
    for (const auto field : object) {
        const std::string_view name = field.key;
        const bool known = name == "name" || name == "observed" || isOneOf(name, kStatusMembers) ||
                           isOneOf(name, kLatencyMembers) || isOneOf(name, kMessageMembers);
        if (!known && !field.value.is_null()) {
            check.observed.emplace_back(shortened(name, kMaxObservedBytes),
                                        shortened(jsonDisplayText(field.value), kMaxObservedBytes));
        }
        if (check.observed.size() > kMaxObserved) {
            members.reject(ErrorCode::TooLarge,
                           fmt::format("\"{}\" has more than {} values", members.pathOf("observed"),
                                       kMaxObserved));
            return;
        }
    }
}

} // namespace

Result<Report> decodeReport(JsonObject object, WallTime now, std::string_view source)
{
    return ReportDecoder(object, source).decode(now);
}

Result<Report> decodeReport(std::string_view json, WallTime now, std::string_view source)
{
    JsonReader reader;
    const auto object = reader.parseObject(json, source);
    if (!object) {
        return tl::unexpected(object.error());
    }
    return decodeReport(*object, now, source);
}

std::string encodeReport(const Report &report)
{
    JsonWriter out;
    out.beginObject();
    out.member("status", statusName(report.status)).member("service", report.service);
    if (!report.version.empty()) {
        out.member("version", report.version);
    }
    out.member("timestamp", formatIso8601(report.timestamp));
    out.key("checks").beginObject();
    for (const auto &check : report.checks) {
        out.key(check.name).beginObject();
        out.member("status", statusName(check.status));
        if (check.latencyMs) {
            out.member("latency_ms", *check.latencyMs);
        }
        if (!check.message.empty()) {
            out.member("message", check.message);
        }
        if (!check.observed.empty()) {
            writeTexts(out, "observed", check.observed);
        }
        out.endObject();
    }
    out.endObject().endObject();
    return out.take();
}

} // namespace foretop::health
