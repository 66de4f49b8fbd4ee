// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/erroritem.h"

#include "base/jsonwriter.h"
#include "base/text.h"
#include "base/timestamp.h"
#include "logs/recordparser.h"

#include <algorithm>
#include <array>
#include <vector>

#include <QUuid>

namespace foretop::agent {
namespace {

constexpr std::array<std::string_view, 3> kStackMembers = {"stack_trace", "exc_info", "exception"};
constexpr std::string_view kPythonHeading = "Traceback (most recent call last)";

struct Exception
{
    std::string type;
    std::string message;
    std::vector<std::string_view> frames; ///< innermost last
};

bool isTypeChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '$' || c == ':' || c == '\\';
}

/// Whether @p word, without a message behind it, is an exception's type and not a function.
bool isTypeAlone(std::string_view word)
{
    constexpr std::array<std::string_view, 4> kEnds = {"Error", "Exception", "Exit", "Interrupt"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [word](std::string_view end) { return word.ends_with(end); });
}

/// Reads "package.Type: message"; leaves both empty when @p line is none.
void readHeading(std::string_view line, Exception &exception)
{
    line = trimmed(line);
    const auto colon = line.find(": ");
    const std::string_view type = line.substr(0, colon);
    if (type.empty() || !std::all_of(type.begin(), type.end(), isTypeChar) ||
        (colon == std::string_view::npos && !isTypeAlone(type))) {
        return;
    }
    exception.type = type;
    exception.message =
        colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(colon + 2));
}

/// Reads a stack trace as Python (innermost frame last, heading at the end) and everyone else
/// (heading first, innermost frame next) print it.
Exception readStack(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::string_view line = takeUntil(text, '\n');
        if (!trimmed(line).empty()) {
            lines.push_back(line.substr(0, kMaxErrorTextBytes));
        }
    }
    Exception exception;
    const bool python = std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        return trimmed(line).starts_with(kPythonHeading);
    });
    if (lines.empty()) {
        return exception;
    }
    readHeading(python ? lines.back() : lines.front(), exception);
    if (python) {
        lines.pop_back();
        std::erase_if(
            lines, [](std::string_view line) { return trimmed(line).starts_with(kPythonHeading); });
    } else {
        if (!exception.type.empty()) {
            lines.erase(lines.begin());
        }
        std::reverse(lines.begin(), lines.end());
    }
    if (lines.size() > kMaxErrorFrames) { // the innermost tell most
        lines.erase(lines.begin(), lines.end() - kMaxErrorFrames);
    }
    exception.frames = std::move(lines);
    return exception;
}

/// The text of a stack member: a string, the lines of an array, or the stack in an object.
std::optional<std::string> stackText(JsonElement member)
{
    std::string_view text;
    simdjson::dom::array lines;
    JsonObject object;
    if (member.get(text) == simdjson::SUCCESS) {
        return trimmed(text).empty() ? std::nullopt : std::optional(std::string(text));
    }
    if (member.get(lines) == simdjson::SUCCESS) {
        std::string joined;
        for (const auto line : lines) {
            joined += jsonDisplayText(line) + "\n";
        }
        return joined.empty() ? std::nullopt : std::optional(joined);
    }
    if (member.get(object) == simdjson::SUCCESS) {
        for (const char *name : {"stack_trace", "stacktrace", "stack", "traceback"}) {
            JsonElement stack;
            if (object.at_key(name).get(stack) == simdjson::SUCCESS && !stack.is_object()) {
                return stackText(stack);
            }
        }
        return std::string();
    }
    return {};
}

void readNamedParts(JsonElement member, Exception &exception)
{
    JsonObject object;
    if (member.get(object) != simdjson::SUCCESS) {
        return;
    }
    for (const char *name : {"type", "class", "name"}) {
        if (const auto type = stringMember(object, name)) {
            exception.type = *type;
            break;
        }
    }
    exception.message = stringMember(object, "message").value_or(exception.message);
}

bool isShownElsewhere(std::string_view name)
{
    constexpr std::array<std::string_view, 7> kShown = {
        "message", "msg", "level", "levelname", "time", "timestamp", "@timestamp"};
    return std::find(kShown.begin(), kShown.end(), name) != kShown.end() ||
           std::any_of(kStackMembers.begin(), kStackMembers.end(),
                       [name](std::string_view stack) { return name.starts_with(stack); });
}

void writeContext(JsonWriter &json, std::string_view raw)
{
    json.key("context").beginObject();
    std::size_t count = 0;
    for (const auto &[name, value] : logs::fieldsOf(raw)) {
        if (!isShownElsewhere(name) && count++ < kMaxErrorContext) {
            json.member(name, std::string_view(value).substr(0, kMaxErrorTextBytes));
        }
    }
    json.endObject();
}

std::string writeItem(const Exception &exception, const logs::Record &record, WallTime now)
{
    const std::string message = exception.message.empty() ? record.message : exception.message;
    std::string level(logs::levelName(record.level));
    std::transform(level.begin(), level.end(), level.begin(),
                   [](char c) { return static_cast<char>(c | 0x20); });
    JsonWriter json;
    json.beginObject();
    json.member("event_id", QUuid::createUuid().toString(QUuid::Id128).toStdString());
    json.member("timestamp", formatIso8601(record.time.value_or(now)));
    json.member("level", level);
    json.member("type", exception.type.empty() ? record.logger : exception.type);
    json.member("message", std::string_view(message).substr(0, kMaxErrorTextBytes));
    json.key("stack").beginArray();
    for (const auto frame : exception.frames) {
        json.value(frame);
    }
    json.endArray().key("tags").beginObject();
    if (!record.logger.empty()) {
        json.member("logger", record.logger);
    }
    json.endObject();
    writeContext(json, record.raw);
    return json.endObject().take();
}

} // namespace

bool mayTellOfError(std::string_view item)
{
    return std::any_of(kStackMembers.begin(), kStackMembers.end(), [item](std::string_view name) {
        return item.find(name) != std::string_view::npos;
    });
}

std::optional<std::string> errorItemFrom(JsonObject object, const logs::Record &record,
                                         WallTime now)
{
    if (record.level < logs::Level::Error) {
        return {};
    }
    for (const auto name : kStackMembers) {
        JsonElement member;
        if (object.at_key(name).get(member) != simdjson::SUCCESS) {
            continue;
        }
        if (const auto text = stackText(member)) {
            Exception exception = readStack(*text);
            readNamedParts(member, exception);
            return writeItem(exception, record, now);
        }
    }
    return {};
}

} // namespace foretop::agent
