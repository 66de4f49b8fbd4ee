// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"

#include <QStringList>

#include <optional>

namespace foretop::models {

/// What an import leaves out or does differently.
class GrafanaNotes
{
public:
    /// "PLACE: TEXT"; said once.
    void add(const QString &place, const QString &text);
    /// At most kMaxImportNotes.
    QStringList take();

private:
    QStringList m_notes;
    int m_more = 0;
};

// Members of Grafana's JSON: nothing where they are missing or of another type.

/// At most @p most characters; empty: nothing there.
QString grafanaText(JsonObject object, std::string_view name, qsizetype most = 500);
/// A finite number, also one that is written as text: "0".
std::optional<double> grafanaNumber(JsonObject object, std::string_view name);
/// What is at the end of @p path, each but the last an object.
std::optional<JsonElement> grafanaAt(JsonObject object,
                                     std::initializer_list<std::string_view> path);
std::optional<JsonObject> grafanaObject(JsonObject object,
                                        std::initializer_list<std::string_view> path);
/// The objects of an array.
std::vector<JsonObject> grafanaObjects(JsonObject object,
                                       std::initializer_list<std::string_view> path);

} // namespace foretop::models
