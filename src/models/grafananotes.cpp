// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafananotes.h"

#include "models/grafanaimport.h"

#include <cmath>

namespace foretop::models {

void GrafanaNotes::add(const QString &place, const QString &text)
{
    const QString note = QStringLiteral("%1: %2").arg(place, text);
    if (m_notes.contains(note)) {
        return;
    }
    if (m_notes.size() < kMaxImportNotes - 1) {
        m_notes.push_back(note);
    } else {
        ++m_more;
    }
}

QStringList GrafanaNotes::take()
{
    if (m_more > 0) {
        m_notes.push_back(QStringLiteral("and %1 more").arg(m_more));
    }
    return std::move(m_notes);
}

QString grafanaText(JsonObject object, std::string_view name, qsizetype most)
{
    const auto text = stringMember(object, name);
    return text ? QString::fromUtf8(text->data(), qsizetype(text->size())).left(most) : QString();
}

std::optional<double> grafanaNumber(JsonObject object, std::string_view name)
{
    std::optional<double> number = numberMember(object, name);
    if (const auto text = stringMember(object, name)) {
        bool isNumber = false;
        number = QString::fromUtf8(text->data(), qsizetype(text->size())).toDouble(&isNumber);
        number = isNumber ? number : std::nullopt;
    }
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<JsonElement> grafanaAt(JsonObject object,
                                     std::initializer_list<std::string_view> path)
{
    JsonElement found;
    std::size_t depth = 0;
    for (const std::string_view name : path) {
        if (object.at_key(name).get(found) != simdjson::SUCCESS ||
            (++depth < path.size() && found.get(object) != simdjson::SUCCESS)) {
            return {};
        }
    }
    return found;
}

std::optional<JsonObject> grafanaObject(JsonObject object,
                                        std::initializer_list<std::string_view> path)
{
    JsonObject result;
    const auto found = grafanaAt(object, path);
    return found && found->get(result) == simdjson::SUCCESS ? std::optional(result) : std::nullopt;
}

std::vector<JsonObject> grafanaObjects(JsonObject object,
                                       std::initializer_list<std::string_view> path)
{
    std::vector<JsonObject> result;
    const auto found = grafanaAt(object, path);
    simdjson::dom::array items;
    if (!found || found->get(items) != simdjson::SUCCESS) {
        return result;
    }
    for (const JsonElement item : items) {
        JsonObject each;
        if (item.get(each) == simdjson::SUCCESS) {
            result.push_back(each);
        }
    }
    return result;
}

} // namespace foretop::models
