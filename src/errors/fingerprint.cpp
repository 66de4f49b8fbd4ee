// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/errorevent.h"

#include "base/text.h"

#include <algorithm>

namespace foretop::errors {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::size_t runLength(std::string_view text, auto &&belongs)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), belongs) -
                                    text.begin());
}

/// Length of the UUID (8-4-4-4-12 hexadecimal digits) at the start of @p text, else 0.
std::size_t uuidLength(std::string_view text)
{
    constexpr std::string_view kShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() < kShape.size()) {
        return 0;
    }
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        if (kShape[i] == '-' ? text[i] != '-' : !isHexDigit(text[i])) {
            return 0;
        }
    }
    return kShape.size();
}

/// Length of "0x..." or of 8 or more hexadecimal digits, some of them decimal, else 0.
std::size_t hexLength(std::string_view text)
{
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        const auto digits = runLength(text.substr(2), isHexDigit);
        return digits > 0 ? digits + 2 : 0;
    }
    const auto length = runLength(text, isHexDigit);
    const auto digits = std::count_if(text.begin(), text.begin() + length, isDigit);
    const bool ends = length == text.size() || !isWordCharacter(text[length]);
    return length >= 8 && ends && digits > 0 ? length : 0;
}

/// Length of a number with its groups: "42", "1.5", "10.0.0.1:5432", "12:30:00,5".
std::size_t numberLength(std::string_view text)
{
    std::size_t length = runLength(text, isDigit);
    while (length > 0 && length + 1 < text.size() &&
           std::string_view(".,:").find(text[length]) != std::string_view::npos &&
           isDigit(text[length + 1])) {
        length += 1 + runLength(text.substr(length + 1), isDigit);
    }
    return length;
}

/// Length of the quoted text at the start of @p text with its quotes, else 0.
std::size_t quotedLength(std::string_view text)
{
    const char quote = text[0];
    if (quote != '"' && quote != '\'' && quote != '`') {
        return 0;
    }
    const auto end = text.find(quote, 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

struct Placeholders
{
    bool quoted = true;        ///< whether quoted text is replaced
    bool digitsInWords = true; ///< whether "user42" becomes "user<n>"
};

std::string withPlaceholders(std::string_view text, Placeholders which)
{
    std::string out;
    char before = ' ';
    while (!text.empty()) {
        const bool startsWord = !isWordCharacter(before);
        std::size_t length = 0;
        if (startsWord && (length = uuidLength(text)) > 0) {
            out += "<uuid>";
        } else if ((startsWord && (length = hexLength(text)) > 0) ||
                   ((startsWord || which.digitsInWords) && (length = numberLength(text)) > 0)) {
            out += "<n>";
        } else if (which.quoted && startsWord && (length = quotedLength(text)) > 0) {
            out += "<text>";
        } else {
            length = 1;
            out += text[0];
        }
        before = text[length - 1];
        text.remove_prefix(length);
    }
    return out;
}

/// The frame where the error arose. Python's tracebacks end with it, followed by its source line
/// and the error itself; the traces of Java and JavaScript ("at ...") begin with it.
std::string_view innermostFrame(const std::vector<std::string> &stack)
{
    std::string_view python;
    std::string_view firstAt;
    for (const std::string_view frame : stack) {
        const auto text = trimmed(frame);
        if (text.starts_with("File \"")) {
            python = text;
        } else if (firstAt.empty() && text.starts_with("at ")) {
            firstAt = text;
        }
    }
    if (!python.empty()) {
        return python;
    }
    return !firstAt.empty() || stack.empty() ? firstAt : trimmed(stack.back());
}

} // namespace

std::string fingerprintOf(const ErrorEvent &event)
{
    std::string key;
    if (!event.fingerprint.empty()) {
        for (const auto &part : event.fingerprint) {
            key += part;
            key += '\n';
        }
        return key;
    }
    const auto message = std::string_view(event.message).substr(0, kMaxFingerprintBytes);
    key = event.type + '\n' + withPlaceholders(message, {}) + '\n';
    key += withPlaceholders(innermostFrame(event.stack), {.quoted = false, .digitsInWords = false});
    return key;
}

} // namespace foretop::errors
