// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sessionmodel.h"

#include <memory>

namespace foretop::models {

/// Every metric family that has a series, by name.
class FamilyModel : public SessionModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, SeriesColumn, LastColumn, ColumnCount };
    enum Role {
        NameRole = Qt::UserRole, ///< QString
        TypeRole,                ///< int: metrics::FamilyType
        HelpRole,                ///< QString
        SortRole,
    };

    explicit FamilyModel(QObject *parent = nullptr);
    ~FamilyModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    void refresh() override;
    void clear() override;
    void connectSession(session::Session &session) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
