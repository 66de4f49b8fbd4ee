// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sessionmodel.h"

#include <memory>

namespace foretop::models {

/// All jobs as of the time cursor.
class JobModel : public SessionModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StateColumn,
        ProgressColumn,
        MessageColumn,
        QueueColumn,
        WorkerColumn,
        AttemptColumn,
        DurationColumn,
        EtaColumn,
        UpdatedColumn,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        StateRole,             ///< int: jobs::State
        ProgressRole,          ///< double 0..1, invalid when unknown
        CurrentRole,           ///< double, invalid when unknown
        TotalRole,             ///< double, invalid when unknown
        DurationMsRole,        ///< qint64, invalid when not started
        EtaMsRole,             ///< qint64, invalid when it cannot be told
        ErrorRole,             ///< QString
        SourceRole,            ///< QString
        SortRole,              ///< for a proxy: what the column's display text stands for
        ContextRole,           ///< QVector<QPair<QString, QString>>
        MessageRole,           ///< QString, all lines
        QueuedAtRole,          ///< QDateTime (UTC), invalid when unknown
        StartedAtRole,         ///< QDateTime (UTC), invalid when unknown
        FinishedAtRole,        ///< QDateTime (UTC), invalid when unknown
    };

    explicit JobModel(QObject *parent = nullptr);
    ~JobModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Jobs in each state, indexed by jobs::State.
    QVector<int> stateCounts() const;

protected:
    void refresh() override;
    void clear() override;
    void connectSession(session::Session &session) override;

private:
    void readAll();
    void readChanges();
    /// Once a second: what is as long as its job runs, and what the store has dropped.
    void keepTime();
    void updateTick();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
