// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "app/valuetext.h"
#include "models/chartquery.h"

#include <QAbstractTableModel>

#include <optional>

namespace foretop::app {

/// The series of one chart with their values as text, those that are zero all the time last; while
/// there is a crosshair the first value is the one under it.
class LegendModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LabelColumn, ValueColumn, LeastColumn, GreatestColumn, MeanColumn, ColumnCount };
    enum Role { IsFlatRole = Qt::UserRole }; ///< bool: zero all the time

    LegendModel(const Theme &theme, Unit unit, QObject *parent = nullptr);

    /// @p moment: under the crosshair, ms since the epoch; values further than @p withinMs from it
    /// are not there.
    void setSeries(const QVector<models::ChartSeries> &series);
    void setMoment(std::optional<qint64> moment, double withinMs);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const QVector<models::ChartSeries> &series);
    QString text(const models::ChartSeries &series, int column) const;
    void announce();

    const Theme &m_theme;
    const Unit m_unit;
    QVector<models::ChartSeries> m_series;
    QVector<int> m_order; ///< for each row its place in m_series, which is its colour too
    std::optional<qint64> m_moment;
    double m_withinMs = 0;
};

} // namespace foretop::app
