// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/jsonfields.h"
#include "logs/linerules.h"
#include "logs/literalfinder.h"
#include "logs/recordparser.h"
#include "logs/textencoding.h"

#include <optional>
#include <string>
#include <string_view>

namespace foretop::logs {

/// Reads what a record of a file says from its raw text, as far as it is asked, as RecordParser
/// does. Keeps buffers; one thread.
class RecordFields
{
public:
    RecordFields(const LineRules &rules, TextEncoding encoding);

    /// Takes the next record, which must stay while it is asked about, with or without its last
    /// line end; kScanPadding bytes after it must be readable. Nothing is read yet.
    void setRaw(std::string_view raw);

    /// Whether it may be that its fields are the members of a JSON object and its logger, message
    /// and source texts in them, each written as it is but for `\"`, `\\`, `\/` and control
    /// characters. Cheap.
    bool mayBeWrittenPlainly() const { return m_hasMembers && m_raw.starts_with('{'); }
    /// Whether that is so, when mayBeWrittenPlainly().
    bool isWrittenPlainly();

    const Record &record();

    /// Calls visit(std::string_view name, std::string_view value) for each of its fields whose name
    /// wants(std::string_view name), in order.
    template <typename Wants, typename Visit>
    void visit(const Wants &wants, const Visit &visit)
    {
        const auto text = validText();
        if (const auto object = membersIn(text)) {
            m_walk.run(*object, [&](std::string_view name, JsonElement value) {
                if (!wants(name)) {
                    return;
                }
                std::string_view string;
                if (value.get(string) == simdjson::SUCCESS) {
                    visit(name, string);
                } else {
                    visit(name, std::string_view(jsonDisplayText(value)));
                }
            });
            return;
        }
        for (const auto &[name, value] : m_parser.fields(text)) {
            if (wants(name)) {
                visit(std::string_view(name), std::string_view(value));
            }
        }
    }

private:
    std::string_view validText();
    std::optional<JsonObject> membersIn(std::string_view text);

    const TextEncoding m_encoding;
    const bool m_hasMembers;
    RecordParser m_parser;
    JsonReader m_reader;
    JsonFieldWalk m_walk;
    const LiteralFinder m_unicodeEscape;
    const LiteralFinder m_stream;

    // Of the record looked at.
    std::string_view m_raw;
    std::string m_utf8; // of what is Latin-1
    std::optional<bool> m_isWrittenPlainly;
    std::optional<Record> m_record;
};

} // namespace foretop::logs
