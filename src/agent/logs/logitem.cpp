// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/logitem.h"

#include "base/jsonwriter.h"
#include "base/text.h"

#include <fmt/format.h>

namespace foretop::agent {
namespace {

/// @p text cut to @p size bytes or a little less, so that no UTF-8 sequence is cut in two.
std::string_view cutAtCharacter(std::string_view text, std::size_t size)
{
    constexpr std::size_t kLongestSequence = 4;
    text = text.substr(0, size);
    for (std::size_t back = 1; back <= kLongestSequence && back <= text.size(); ++back) {
        const auto lead = static_cast<unsigned char>(text[text.size() - back]);
        if ((lead & 0xC0) != 0x80) {
            const bool whole = utf8SequenceLength(text.substr(text.size() - back)) == back;
            return whole ? text : text.substr(0, text.size() - back);
        }
    }
    return text;
}

std::string plainItem(const Line &line, std::string_view text, std::string_view path)
{
    JsonWriter json;
    json.beginObject();
    const std::uint64_t cut = line.cutBytes + (line.text.size() - text.size());
    json.member("line", cut == 0 ? shownText(text)
                                 : fmt::format("{} [cut: {} more bytes]", shownText(text), cut));
    json.member("file", path);
    if (line.continued) {
        json.member("continued", true);
    }
    return json.endObject().take();
}

} // namespace

std::string shownText(std::string_view bytes)
{
    std::string text = toValidUtf8(bytes);
    for (auto at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
        text.replace(at, 1, "\\x00");
    }
    return text;
}

std::string withMembers(std::string_view object, std::string_view members)
{
    if (members.empty()) {
        return std::string(object);
    }
    const std::string_view rest = trimmed(object.substr(object.find('{') + 1));
    return fmt::format("{{{}{}{}", members, rest == "}" ? "" : ",", rest);
}

std::string itemFromLine(const Line &line, std::string_view path, JsonReader &reader)
{
    const std::string_view text = trimmed(line.text);
    const bool whole = line.cutBytes == 0 && !line.continued && !line.unfinished;
    if (whole && text.starts_with('{') && text.ends_with('}')) {
        if (const auto object = reader.parseObject(text, path)) {
            if (object->at_key("file").error() == simdjson::SUCCESS) {
                return std::string(text);
            }
            std::string members = "\"file\":";
            appendJsonString(members, path);
            return withMembers(text, members);
        }
    }
    std::string_view kept = line.text;
    if (line.cutBytes > 0) {
        kept = cutAtCharacter(kept, kept.size());
    }
    std::string item = plainItem(line, kept, path);
    // Control characters and invalid bytes take up to six times their size in JSON.
    while (item.size() > kMaxItemBytes) {
        kept = cutAtCharacter(kept, kept.size() / 2);
        item = plainItem(line, kept, path);
    }
    return item;
}

} // namespace foretop::agent
