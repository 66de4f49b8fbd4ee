// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

namespace foretop::app {

/// Counts over time as small bars, oldest first.
class CountBars : public QWidget
{
    Q_OBJECT

public:
    explicit CountBars(QWidget *parent = nullptr);
    void setCounts(const QVector<double> &counts);
    void setColour(const QColor &colour);
    QSize sizeHint() const override { return {200, 32}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVector<double> m_counts;
    QColor m_colour;
};

} // namespace foretop::app
