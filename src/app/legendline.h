// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QWidget>

namespace foretop::app {

/// A legend in one line: swatch, label and value of as many series as fit, the first first. Those
/// that do not fit or are zero all the time are told by number and in the tooltip.
class LegendLine : public QWidget
{
    Q_OBJECT

public:
    /// @p model is a LegendModel and must outlive the widget.
    explicit LegendLine(const QAbstractItemModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QVector<int> rowsThatFit() const;
    QString entry(int row) const;
    int entryWidth(int row) const;

    const QAbstractItemModel &m_model;
};

} // namespace foretop::app
