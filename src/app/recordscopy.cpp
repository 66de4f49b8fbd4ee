// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordscopy.h"

#include "app/recordtext.h"

#include <QItemSelection>

#include <algorithm>

namespace foretop::app {

RecordsCopy copyRecords(const QItemSelection &selection, RecordFormat format)
{
    QList<QItemSelectionRange> ranges = selection;
    std::sort(ranges.begin(), ranges.end(),
              [](const auto &a, const auto &b) { return a.top() < b.top(); });
    RecordsCopy copy;
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (copy.records == kMaxCopiedRecords || copy.text.size() > kMaxCopiedCharacters) {
                copy.cut = true;
                return copy;
            }
            const QModelIndex record = range.model()->index(row, 0);
            copy.text += format == RecordFormat::Text ? recordAsText(record) : recordAsJson(record);
            copy.text += u'\n';
            ++copy.records;
        }
    }
    return copy;
}

} // namespace foretop::app
