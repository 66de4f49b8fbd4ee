// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablepaint.h"

#include "app/serieslegendmodel.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace foretop::app {

namespace {

constexpr int kPadding = 4;

void paintText(QPainter &painter, const QRect &area, const QVariant &alignment, const QString &text)
{
    painter.drawText(
        area, alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
        painter.fontMetrics().elidedText(text, Qt::ElideMiddle, area.width()));
}

void paintCell(QPainter &painter, const QTableView &table, const QModelIndex &index, QRect area)
{
    area.adjust(kPadding, 0, -kPadding, 0);
    if (index.data(Qt::DecorationRole).isValid()) {
        const QPoint at(area.left(), area.center().y() - kSwatch / 2);
        paintSwatch(painter, at, index.data(SeriesLegendModel::ColourRole).value<QColor>(),
                    index.data(SeriesLegendModel::IsShownRole).toBool());
        area.setLeft(area.left() + kSwatch + kPadding);
    }
    const QVariant font = index.data(Qt::FontRole);
    painter.setFont(font.isValid() ? font.value<QFont>() : table.font());
    const QVariant colour = index.data(Qt::ForegroundRole);
    painter.setPen(colour.isValid() ? colour.value<QColor>()
                                    : table.palette().color(QPalette::Text));
    paintText(painter, area, index.data(Qt::TextAlignmentRole), index.data().toString());
}

} // namespace

void paintTable(QPainter &painter, const QTableView &table)
{
    const auto *model = table.model();
    const QHeaderView *header = table.horizontalHeader();
    const int top = header->isHidden() ? 0 : header->height();
    for (int column = 0; column < model->columnCount(); ++column) {
        const int left = header->sectionViewportPosition(column);
        const int width = header->sectionSize(column);
        if (top > 0) {
            painter.setFont(header->font());
            painter.setPen(table.palette().color(QPalette::WindowText));
            paintText(painter, QRect(left, 0, width, top).adjusted(kPadding, 0, -kPadding, 0),
                      model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole),
                      model->headerData(column, Qt::Horizontal).toString());
        }
        for (int row = std::max(0, table.rowAt(0)); row < model->rowCount(); ++row) {
            const QRect area(left, top + table.rowViewportPosition(row), width,
                             table.rowHeight(row));
            if (area.bottom() > table.height()) {
                break;
            }
            paintCell(painter, table, model->index(row, column), area);
        }
    }
}

} // namespace foretop::app
