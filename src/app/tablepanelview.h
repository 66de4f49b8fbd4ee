// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panelview.h"
#include "app/seriestablemodel.h"

#include <QSortFilterProxyModel>

class QTableView;

namespace foretop::app {

/// Labels and values of the series in a table that sorts by a click on a column.
class TablePanelView : public PanelView
{
    Q_OBJECT

public:
    TablePanelView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    void setSpec(const models::PanelSpec &spec) override;
    void setAnswer(Answer answer) override;
    void paintPicture(QPainter &painter) override;
    QString textAt(const QPoint &at) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void shareWidth();

    SeriesTableModel m_model;
    QSortFilterProxyModel m_sorted;
    QTableView *m_table;
};

} // namespace foretop::app
