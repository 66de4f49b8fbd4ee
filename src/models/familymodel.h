// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sessionmodel.h"

#include <memory>

namespace foretop::models {

class MetricCatalog;

/// Every metric family of a catalog, by name. There can be 500,000: rows share the catalog's
/// entries, and an update tells what became different.
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
        UnitRole,   ///< QString, as OpenMetrics tells it: "seconds"; empty: not told
        SeriesRole, ///< quint64; invalid: not known
        LastRole,   ///< double; invalid: not known
    };

    explicit FamilyModel(QObject *parent = nullptr);
    ~FamilyModel() override;

    /// Not owned; may go before the model, which then is empty. In place of setSession(), which
    /// shows the session's own series.
    void setCatalog(MetricCatalog *catalog);

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
