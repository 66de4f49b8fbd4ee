// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/payload.h"

#include "base/jsonwriter.h"
#include "base/text.h"
#include "logging/redaction.h"

#include <algorithm>
#include <array>
#include <vector>

namespace foretop::logging {
namespace {

std::vector<const Field *> merged(std::span<const Field> context, std::span<const Field> fields)
{
    std::vector<const Field *> all;
    all.reserve(context.size() + fields.size());
    for (const auto part : {context, fields}) {
        for (const auto &field : part) {
            const auto same = std::find_if(all.begin(), all.end(), [&field](const Field *known) {
                return known->name == field.name;
            });
            if (same != all.end()) {
                *same = &field;
            } else {
                all.push_back(&field);
            }
        }
    }
    return all;
}

std::string memberName(const std::string &name)
{
    constexpr std::array<std::string_view, 4> kTaken = {"timestamp", "level", "logger", "message"};
    const bool isTaken = std::find(kTaken.begin(), kTaken.end(), name) != kTaken.end();
    return isTaken ? name + '_' : name;
}

std::string bounded(std::string_view text)
{
    std::string out(utf8Prefix(text, kMaxTextBytes));
    if (out.size() < text.size()) {
        out += fmt::format(" [cut: {} bytes more]", text.size() - out.size());
    }
    return out;
}

FieldValue writtenValue(const Field &field)
{
    if (isSecretName(field.name)) {
        return std::string(kRedacted);
    }
    const auto *text = std::get_if<std::string>(&field.value);
    return text ? bounded(*text) : field.value;
}

/// What a terminal or a reader of lines might take for more than text is shown as "\xNN"; lines
/// after the first are indented, so that none looks like a record of its own.
void appendPlain(std::string &out, std::string_view text)
{
    for (const char c : toValidUtf8(text)) {
        if (c == '\n') {
            out += "\n    ";
        } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F) {
            fmt::format_to(std::back_inserter(out), "\\x{:02X}", static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
}

void appendTextValue(std::string &out, const std::string &text)
{
    const bool isPlain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c != '"' && c != '=' && c != 0x7F;
    });
    if (isPlain) {
        out += text;
    } else {
        appendJsonString(out, text);
    }
}

template <typename T>
void appendTextValue(std::string &out, const T &number)
{
    fmt::format_to(std::back_inserter(out), "{}", number);
}

} // namespace

Payload::Payload(std::string_view encoded)
    : json(encoded.substr(0, encoded.find('\0')))
    , text(encoded.substr(std::min(json.size() + 1, encoded.size())))
{
}

std::string encodePayload(std::string_view logger, std::string_view message,
                          std::span<const Field> context, std::span<const Field> fields)
{
    const auto shown = bounded(message);
    JsonWriter json;
    json.value(logger).member("message", shown);
    std::string text;
    appendPlain(text, logger);
    text += ": ";
    appendPlain(text, shown);
    for (const Field *field : merged(context, fields)) {
        const auto value = writtenValue(*field);
        appendPlain(text.append(1, ' '), field->name);
        text += '=';
        std::visit([&text](const auto &content) { appendTextValue(text, content); }, value);
        json.key(memberName(field->name));
        std::visit([&json](const auto &content) { json.value(content); }, value);
    }
    return json.take() + '\0' + text;
}

} // namespace foretop::logging
