// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace foretop::models {

/// A role, or a label of it, in a text of a preset: "<requests>_count{<requests.code>="500"}".
struct RoleMention
{
    QString role;
    QString label;    ///< "code" of "<requests.code>"; empty: the role's metric
    QString suffix;   ///< of the metric: "_count"
    QString matchers; ///< behind the metric, without braces, as in the text
};

/// @p text with each mention replaced by what @p fill makes of it; nothing when that made nothing
/// of one of them.
std::optional<QString>
withMentionsFilled(const QString &text,
                   const std::function<std::optional<QString>(const RoleMention &)> &fill);

} // namespace foretop::models
