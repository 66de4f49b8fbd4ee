// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelspec.h"

#include <QAbstractTableModel>

namespace foretop::app {

class Theme;

/// The thresholds of a panel, to be edited: kept ascending, so that a row moves when its value
/// does.
class ThresholdModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FromColumn, LevelColumn, ColumnCount };
    enum Role { LevelRole = Qt::UserRole }; ///< int: models::Threshold::Level

    /// @p theme must outlive this.
    explicit ThresholdModel(const Theme &theme, QObject *parent = nullptr);

    const QVector<models::Threshold> &thresholds() const { return m_thresholds; }
    void setThresholds(QVector<models::Threshold> thresholds);
    /// Above those that are there; the row where it is, -1 when there are kMaxThresholds.
    int add();
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static QString levelText(models::Threshold::Level level);

Q_SIGNALS:
    void changed();

private:
    void setFrom(int row, double from);

    const Theme &m_theme;
    QVector<models::Threshold> m_thresholds;
};

} // namespace foretop::app
