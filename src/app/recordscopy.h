// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHeaderView;
class QItemSelection;

namespace foretop::app {

enum class RecordFormat { Text, JsonLines, Csv };

/// Records as they go to the clipboard.
struct RecordsCopy
{
    QString text;
    int records = 0;
    bool cut = false; ///< more was selected than fits the bounds
};

/// The selected rows of a LogModel, from the top, as far as kMaxCopiedRecords and
/// kMaxCopiedCharacters allow. Csv (RFC 4180) has the columns that @p header shows, in its order.
RecordsCopy copyRecords(const QItemSelection &selection, RecordFormat format,
                        const QHeaderView *header);
inline constexpr int kMaxCopiedRecords = 100'000;
inline constexpr qsizetype kMaxCopiedCharacters = 32'000'000;

} // namespace foretop::app
