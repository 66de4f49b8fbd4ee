// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serieschoice.h"
#include "app/theme.h"
#include "models/panelspec.h"

#include <QAbstractTableModel>

namespace foretop::app {

/// The series of a panel with their values over the shown range; hidden ones stay, greyed, struck
/// out and with a hollow swatch.
class SeriesLegendModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LabelColumn, LastColumn, LeastColumn, GreatestColumn, MeanColumn, ColumnCount };
    enum Role {
        ValueRole = Qt::UserRole, ///< to sort by: double, or the label
        IsShownRole,
        ColourRole
    };

    /// @p theme and @p choice must outlive the model.
    SeriesLegendModel(const Theme &theme, SeriesChoice &choice, QObject *parent = nullptr);

    void setSpec(const models::PanelSpec &spec);
    void setSeries(const QVector<models::PanelSeries> &series);
    void isolate(int row);
    void toggle(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static double valueOf(const models::PanelSeries &series, int column);
    void announce();
    QPixmap swatch(int row) const;

    const Theme &m_theme;
    SeriesChoice &m_choice;
    models::PanelSpec m_spec;
    QVector<models::PanelSeries> m_series;
};

inline constexpr int kSwatch = 9;
/// A square of kSwatch pixels in @p colour; hollow when @p isFilled is not set.
void paintSwatch(QPainter &painter, const QPoint &at, const QColor &colour, bool isFilled);

} // namespace foretop::app
