// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace foretop::app {

/// @p text from outside as it may be painted in one cell: at most @p maxLength characters of it,
/// tabs as spaces, other control characters as their pictures (U+2400 block), ANSI colour codes
/// left out, and characters that turn the reading direction replaced, so that a record cannot
/// rearrange what is read beside it. Line feeds stay.
QString paintableText(QStringView text, qsizetype maxLength);

/// @p text from outside for a tooltip, which takes what looks like HTML for HTML.
QString plainToolTip(const QString &text);

} // namespace foretop::app
