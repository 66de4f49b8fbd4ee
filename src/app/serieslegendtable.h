// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serieslegendmodel.h"

#include <QSortFilterProxyModel>
#include <QTableView>

namespace foretop::app {

/// A legend with a row a series and its last, least, greatest and mean value, sorted by a click on
/// a column. A click on a row or Return shows a series alone, with Ctrl or with Space it is hidden
/// or shown.
class SeriesLegendTable : public QTableView
{
    Q_OBJECT

public:
    static constexpr int kMostRows = 8; ///< seen at once

    /// @p model must outlive the widget.
    explicit SeriesLegendTable(SeriesLegendModel &model, QWidget *parent = nullptr);

    /// What the values are in: some are written longer than others.
    void setUnit(models::Unit unit);
    /// Rows are seen as far as they fit into @p height, but for one.
    void setRoom(int height);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitHeight();
    void fitColumns();
    int rowOf(const QModelIndex &index) const;

    SeriesLegendModel &m_model;
    QSortFilterProxyModel m_sorted;
    int m_room = 100;
    int m_valueWidth = 0;
};

} // namespace foretop::app
