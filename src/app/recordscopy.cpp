// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordscopy.h"

#include "app/recordtext.h"
#include "models/logmodel.h"

#include <QHeaderView>
#include <QItemSelection>

#include <algorithm>

namespace foretop::app {

namespace {

QString quoted(QString text)
{
    const bool isPlain = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    });
    return isPlain ? text : u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QVector<int> shownColumns(const QHeaderView &header)
{
    QVector<int> columns;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!header.isSectionHidden(column)) {
            columns << column;
        }
    }
    return columns;
}

QString csvHead(const QHeaderView &header)
{
    QStringList cells;
    for (const int column : shownColumns(header)) {
        cells << quoted(header.model()->headerData(column, Qt::Horizontal).toString());
    }
    return cells.join(u',');
}

QString csvLine(const QModelIndex &record, const QHeaderView &header)
{
    QStringList cells;
    for (const int column : shownColumns(header)) {
        const bool isMessage = column == models::LogModel::MessageColumn;
        cells << quoted(
            record.siblingAtColumn(column)
                .data(isMessage ? int(models::LogModel::MessageRole) : int(Qt::DisplayRole))
                .toString());
    }
    return cells.join(u',');
}

QString lineOf(const QModelIndex &record, RecordFormat format, const QHeaderView &header)
{
    switch (format) {
    case RecordFormat::Text:
        return recordAsText(record);
    case RecordFormat::JsonLines:
        return recordAsJson(record);
    case RecordFormat::Csv:
        break;
    }
    return csvLine(record, header);
}

} // namespace

RecordsCopy copyRecords(const QItemSelection &selection, RecordFormat format,
                        const QHeaderView *header)
{
    QList<QItemSelectionRange> ranges = selection;
    std::sort(ranges.begin(), ranges.end(),
              [](const auto &a, const auto &b) { return a.top() < b.top(); });
    RecordsCopy copy;
    if (format == RecordFormat::Csv) {
        copy.text = csvHead(*header) + u'\n';
    }
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (copy.records == kMaxCopiedRecords || copy.text.size() > kMaxCopiedCharacters) {
                copy.cut = true;
                return copy;
            }
            const QModelIndex record = range.model()->index(row, 0);
            copy.text += lineOf(record, format, *header);
            copy.text += u'\n';
            ++copy.records;
        }
    }
    return copy;
}

} // namespace foretop::app
