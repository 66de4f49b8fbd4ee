// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "logs/logfmt.h"
#include "logs/recordparser.h"

namespace foretop::logs {
namespace {

void collectFields(std::vector<Field> &fields, JsonObject object, const std::string &prefix,
                   std::size_t depth)
{
    for (const auto [key, value] : object) {
        if (fields.size() >= kMaxFields) {
            return;
        }
        const auto name = prefix + std::string(key);
        JsonObject inner;
        if (depth < kMaxFieldDepth && value.get(inner) == simdjson::SUCCESS && inner.size() > 0) {
            collectFields(fields, inner, name + '.', depth + 1);
        } else {
            fields.emplace_back(name, jsonDisplayText(value));
        }
    }
}

} // namespace

std::vector<Field> fieldsOf(std::string_view raw)
{
    const auto content = trimmed(raw);
    if (content.empty() || content.front() != '{') {
        return readLogfmt(raw);
    }
    std::vector<Field> fields;
    JsonReader reader;
    if (const auto object = reader.parseObject(content, {})) {
        collectFields(fields, *object, {}, 1);
    }
    return fields;
}

} // namespace foretop::logs
