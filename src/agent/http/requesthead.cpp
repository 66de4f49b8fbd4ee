// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/requesthead.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace foretop::agent {
namespace {

constexpr std::string_view kCrLf = "\r\n";

bool isTokenChar(char c)
{
    const bool letterOrDigit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letterOrDigit ||
           (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isVisible(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

bool isFieldText(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f');
    });
}

tl::unexpected<Error> malformed(std::string_view what, std::uint64_t line)
{
    return fail(ErrorCode::Malformed, std::string(what), {}, Place::atLine(line));
}

Result<void> parseRequestLine(std::string_view line, RequestHead &head)
{
    std::string_view rest = line;
    head.method = takeUntil(rest, ' ');
    head.target = takeUntil(rest, ' ');
    if (!isToken(head.method)) {
        return malformed("the method is no token", 1);
    }
    if (!head.target.starts_with('/') || !isVisible(head.target)) {
        return malformed("the target is no path", 1);
    }
    if (rest != "HTTP/1.1" && rest != "HTTP/1.0") {
        return malformed("only HTTP/1.1 and HTTP/1.0 are spoken", 1);
    }
    return {};
}

Result<void> parseField(std::string_view line, std::uint64_t number, RequestHead &head)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
        return malformed("a header field has no valid name", number);
    }
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!isFieldText(value)) {
        return malformed("a header field holds control characters", number);
    }
    if (equalsIgnoringCase(name, "content-length") && head.hasField(name)) {
        return malformed("Content-Length is there twice", number);
    }
    head.fields.emplace_back(name, value);
    return {};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

std::string_view RequestHead::field(std::string_view name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const auto &entry) {
        return equalsIgnoringCase(entry.first, name);
    });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

bool RequestHead::hasField(std::string_view name) const
{
    return std::any_of(fields.begin(), fields.end(),
                       [name](const auto &entry) { return equalsIgnoringCase(entry.first, name); });
}

bool RequestHead::fieldHasWord(std::string_view name, std::string_view word) const
{
    std::string_view rest = field(name);
    while (!rest.empty()) {
        if (equalsIgnoringCase(trimmed(takeUntil(rest, ',')), word)) {
            return true;
        }
    }
    return false;
}

bool RequestHead::wantsWebSocket() const
{
    return fieldHasWord("connection", "upgrade") && fieldHasWord("upgrade", "websocket");
}

std::string_view RequestHead::path() const
{
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view RequestHead::query() const
{
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view()
                                     : std::string_view(target).substr(mark + 1);
}

Result<RequestHead> parseRequestHead(std::string_view bytes)
{
    RequestHead head;
    head.bytes = bytes.size();
    std::uint64_t number = 0;
    while (!bytes.empty()) {
        ++number;
        const auto end = bytes.find('\n');
        if (end == std::string_view::npos || end == 0 || bytes[end - 1] != '\r') {
            return malformed("a line does not end in CRLF", number);
        }
        const std::string_view line = bytes.substr(0, end - 1);
        bytes.remove_prefix(line.size() + kCrLf.size());
        if (line.empty()) {
            break;
        }
        if (number > kMaxHeaderFields + 1) {
            return fail(ErrorCode::TooLarge, "too many header fields", {}, Place::atLine(number));
        }
        auto parsed = number == 1 ? parseRequestLine(line, head) : parseField(line, number, head);
        if (!parsed) {
            return tl::unexpected(parsed.error());
        }
    }
    if (head.method.empty()) {
        return malformed("there is no request line", 1);
    }
    return head;
}

Result<std::optional<std::uint64_t>> contentLength(const RequestHead &head)
{
    if (!head.hasField("content-length")) {
        return std::optional<std::uint64_t>();
    }
    const std::string_view text = head.field("content-length");
    std::uint64_t length = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (failure != std::errc() || end != text.data() + text.size()) {
        return fail(ErrorCode::Malformed, "Content-Length is no number");
    }
    return length;
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        if (text[0] != '%') {
            out += text[0];
            text.remove_prefix(1);
            continue;
        }
        const int high = text.size() > 2 ? hexDigit(text[1]) : -1;
        const int low = text.size() > 2 ? hexDigit(text[2]) : -1;
        if (high < 0 || low < 0) {
            return {};
        }
        out += static_cast<char>(high * 16 + low);
        text.remove_prefix(3);
    }
    for (std::string_view rest = out; !rest.empty();) {
        const std::size_t length = utf8SequenceLength(rest);
        if (length == 0) {
            return {};
        }
        rest.remove_prefix(length);
    }
    return out;
}

} // namespace foretop::agent
