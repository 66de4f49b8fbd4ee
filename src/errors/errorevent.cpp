// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/errorevent.h"

#include "base/jsonmembers.h"
#include "base/text.h"
#include "base/timestamp.h"

#include <fmt/format.h>

namespace foretop::errors {
namespace {

/// "function (file:line)" of a frame that is an object; its JSON when it has neither.
std::string frameText(JsonElement element)
{
    JsonObject object;
    if (element.get(object) != simdjson::SUCCESS) {
        return jsonDisplayText(element);
    }
    const JsonMembers members(object, {});
    const auto first = [&members](std::initializer_list<std::string_view> names) {
        std::string text;
        for (const auto name : names) {
            text = text.empty() ? members.displayText(name, kMaxFieldBytes) : text;
        }
        return text;
    };
    const auto function = first({"function", "name"});
    auto place = first({"file", "filename", "abs_path", "module"});
    const auto line = first({"line", "lineno"});
    if (function.empty() && place.empty()) {
        return jsonDisplayText(element);
    }
    if (!line.empty()) {
        place += ":" + line;
    }
    if (function.empty() || place.empty()) {
        return function + place;
    }
    return fmt::format("{} ({})", function, place);
}

void readStack(JsonMembers &members, std::vector<std::string> &stack)
{
    const std::string_view name = members.find("stack") ? "stack" : "stack_trace";
    const auto element = members.find(name);
    std::string_view text;
    simdjson::dom::array array;
    if (!element) {
        return;
    }
    if (element->get(text) == simdjson::SUCCESS) {
        for (text = trimmed(text); !text.empty();) {
            auto frame = takeUntil(text, '\n');
            if (frame.ends_with('\r')) {
                frame.remove_suffix(1);
            }
            stack.push_back(shortened(frame, kMaxFrameBytes));
        }
    } else if (element->get(array) == simdjson::SUCCESS) {
        for (const auto frame : array) {
            stack.push_back(shortened(frameText(frame), kMaxFrameBytes));
        }
    } else {
        members.rejectType(name, "an array of frames or text", *element);
    }
    if (stack.size() > kMaxFrames) {
        const auto excess = stack.size() - kMaxFrames + 1;
        stack.erase(stack.begin(), stack.begin() + static_cast<std::ptrdiff_t>(excess) - 1);
        stack.front() = fmt::format("\u2026 ({} more frames)", excess);
    }
}

void readFingerprint(JsonMembers &members, std::vector<std::string> &fingerprint)
{
    const auto element = members.find("fingerprint");
    simdjson::dom::array array;
    if (!element) {
        return;
    }
    if (element->is_string()) {
        fingerprint.push_back(members.text("fingerprint", kMaxFieldBytes));
        return;
    }
    if (element->get(array) != simdjson::SUCCESS) {
        members.rejectType("fingerprint", "an array of strings", *element);
        return;
    }
    if (array.size() > kMaxFingerprintParts) {
        members.reject(ErrorCode::TooLarge,
                       fmt::format("\"fingerprint\" has more than {} parts", kMaxFingerprintParts));
        return;
    }
    for (const auto part : array) {
        fingerprint.push_back(shortened(jsonDisplayText(part), kMaxFieldBytes));
    }
}

} // namespace

Result<ErrorEvent> decodeErrorEvent(JsonObject object, WallTime now, std::string_view source)
{
    JsonMembers members(object, source);
    ErrorEvent event;
    event.eventId = members.id("event_id", kMaxFieldBytes);
    event.timestamp = members.time("timestamp").value_or(now);
    event.level = members.text("level", kMaxFieldBytes);
    event.type = members.text("type", kMaxFieldBytes);
    event.message = members.displayText("message", kMaxMessageBytes);
    readStack(members, event.stack);
    event.tags = members.texts("tags", kMaxFieldBytes);
    event.context = members.texts("context", kMaxFieldBytes);
    readFingerprint(members, event.fingerprint);
    if (event.level.empty()) {
        event.level = "error";
    }
    if (event.type.empty() && event.message.empty()) {
        members.reject(ErrorCode::Missing, R"("message" and "type" are both missing)");
    }
    if (members.error()) {
        return tl::unexpected(*members.error());
    }
    return event;
}

Result<ErrorEvent> decodeErrorEvent(std::string_view json, WallTime now, std::string_view source)
{
    JsonReader reader;
    const auto object = reader.parseObject(json, source);
    if (!object) {
        return tl::unexpected(object.error());
    }
    return decodeErrorEvent(*object, now, source);
}

namespace {

void writeText(JsonWriter &out, std::string_view name, const std::string &text)
{
    if (!text.empty()) {
        out.member(name, text);
    }
}

void writeList(JsonWriter &out, std::string_view name, const std::vector<std::string> &list)
{
    if (list.empty()) {
        return;
    }
    out.key(name).beginArray();
    for (const auto &text : list) {
        out.value(text);
    }
    out.endArray();
}

} // namespace

std::string encodeErrorEvent(const ErrorEvent &event)
{
    JsonWriter out;
    out.beginObject();
    writeText(out, "event_id", event.eventId);
    out.member("timestamp", formatIso8601(event.timestamp)).member("level", event.level);
    writeText(out, "type", event.type);
    writeText(out, "message", event.message);
    writeList(out, "stack", event.stack);
    if (!event.tags.empty()) {
        writeTexts(out, "tags", event.tags);
    }
    if (!event.context.empty()) {
        writeTexts(out, "context", event.context);
    }
    writeList(out, "fingerprint", event.fingerprint);
    return out.endObject().take();
}

} // namespace foretop::errors
