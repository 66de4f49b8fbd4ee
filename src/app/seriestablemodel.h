// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "models/panelanswer.h"
#include "models/panelspec.h"

#include <QAbstractTableModel>

namespace foretop::app {

/// A row a series: the expression when there are several, its labels, its value.
class SeriesTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole ///< to sort by: double or text
    };

    /// @p theme must outlive the model.
    explicit SeriesTableModel(const Theme &theme, QObject *parent = nullptr);

    void setSpec(const models::PanelSpec &spec);
    /// Another set of labels makes other columns and resets the model.
    void setSeries(const QVector<models::PanelSeries> &series);
    int valueColumn() const { return columnCount() - 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const models::PanelSeries &series, int column) const;
    QString valueOf(const models::PanelSeries &series) const;
    QVariant colourOf(double value) const;
    void announce();

    const Theme &m_theme;
    models::PanelSpec m_spec;
    QVector<models::PanelSeries> m_series;
    bool m_hasExpressions = false; ///< the first column names the expression
    bool m_hasNames = true;        ///< a column names the series: they have no labels
    QStringList m_labels;
};

} // namespace foretop::app
