// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace foretop::app {

/// @p json, a valid JSON document, indented by two spaces: members stay in their order and numbers
/// and strings as they are written, which QJsonDocument would not keep.
QString prettyJson(QStringView json);

/// Whether @p text is a JSON object or array and nothing else.
bool isJsonDocument(const QString &text);

} // namespace foretop::app
