// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "logs/accessline.h"
#include "logs/anyrecord.h"
#include "logs/containerline.h"
#include "logs/logfmt.h"
#include "logs/recordparser.h"
#include "logs/syslogline.h"

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

std::vector<Field> textFields(std::string_view text)
{
    auto fields = readLogfmt(text);
    if (fields.empty()) {
        fields = accessFields(text);
    }
    return fields.empty() ? syslogFields(text) : fields;
}

/// Of a line that @p line wraps.
std::vector<Field> innerFields(const ContainerLine &line)
{
    JsonReader reader;
    std::vector<Field> fields;
    const auto object = looksLikeObject(line.inner) ? parseRecordObject(reader, line.inner)
                                                    : Result<JsonObject>(tl::unexpected(Error{}));
    if (object) {
        collectFields(fields, *object, {}, 1);
    } else {
        fields = textFields(line.inner);
    }
    if (fields.size() < kMaxFields) {
        fields.emplace_back("stream", line.stream);
    }
    return fields;
}

std::vector<Field> dockerFields(const ContainerLine &line, JsonObject object)
{
    auto fields = innerFields(line);
    JsonObject attributes;
    if (object["attrs"].get(attributes) == simdjson::SUCCESS) {
        collectFields(fields, attributes, "attrs.", 2);
    }
    return fields;
}

std::vector<Field> objectFields(std::string_view text)
{
    std::vector<Field> fields;
    JsonReader reader;
    if (const auto object = parseRecordObject(reader, text)) {
        if (const auto line = readDockerLine(*object)) {
            return dockerFields(*line, *object);
        }
        collectFields(fields, *object, {}, 1);
    }
    return fields;
}

} // namespace

std::vector<Field> fieldsOf(std::string_view raw)
{
    const auto content = trimmed(raw);
    if (!content.empty() && content.front() == '{') {
        return objectFields(content);
    }
    const auto line = readCriLine(raw);
    return line ? innerFields(*line) : textFields(raw);
}

} // namespace foretop::logs
