// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/completionmodel.h"

#include <QAbstractTableModel>

#include <memory>

namespace foretop::app {

/// The families of a catalog that are searched for. They are found and sorted on a worker, since
/// there can be 500,000; rows are inserted, removed and moved in ranges, and only lists of more
/// than kMostPlannedRows are replaced as a whole.
class MetricListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Entries = std::shared_ptr<const std::vector<models::MetricCatalog::Entry>>;

    static constexpr std::size_t kMostPlannedRows = 20'000;

    enum Column { NameColumn, TypeColumn, HelpColumn, SeriesColumn, LastColumn, ColumnCount };
    enum Role {
        TypeTextRole = CompletionModel::TypeRole, ///< QString
        HelpRole = CompletionModel::HelpRole,     ///< QString, the first line
        NameRole,                                 ///< QString
        TypeRole,                                 ///< int: metrics::FamilyType
    };

    explicit MetricListModel(QObject *parent = nullptr);
    ~MetricListModel() override;

    /// Null: none.
    void setEntries(const Entries &entries);
    /// Words that are all in the name or help; @p type nothing: any.
    void setFilter(const QString &text, std::optional<metrics::FamilyType> type);
    /// Column -1: the most relevant first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// At most so many rows are kept, the first ones.
    void setMostRows(std::size_t rows);

    const models::MetricCatalog::Entry &entryAt(int row) const;
    /// -1: not among those shown.
    int rowOf(const QString &name) const;
    bool isPending() const; ///< rows are not yet those that were searched for

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void found(); ///< the rows are those that were searched for

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
