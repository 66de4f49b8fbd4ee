// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/filter.h"
#endif
#include "models/sessionmodel.h"

#include <QVector>

#include <memory>

namespace foretop::models {

struct FoundRecords;

/// The records that a filter lets through, oldest first. Filtering runs on a worker; rows come in
/// batches, at most once a frame. Evicted records leave from the front.
class LogModel : public SessionModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, LevelColumn, SourceColumn, LoggerColumn, MessageColumn, ColumnCount };
    enum Role {
        LevelRole = Qt::UserRole, ///< int: logs::Level
        KindRole,                 ///< int: logs::RecordKind
        TimeRole,                 ///< QDateTime (UTC), invalid when the record has none
        RawRole,                  ///< QString
        MessageRole,              ///< QString, all lines
        RecordNumberRole,         ///< quint64
    };

    explicit LogModel(QObject *parent = nullptr);
    ~LogModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Display texts: time as ISO in local time with ms, level name, source, logger, first line.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const logs::Filter &filter() const;
    /// The rows of the filter before stay until the first of @p filter are found. A fixed time
    /// cursor bounds what is shown too, whatever filter.until says.
    void setFilter(const logs::Filter &filter);
    /// Whether a run over all records is under way; progress() is 0..1 of the records to look at.
    bool isSearching() const;
    double progress() const;
    /// Keeps the rows found so far; records that arrive later still come.
    void cancelSearch();
    /// Records held per level, whatever the filter says (indexed by logs::Level).
    QVector<quint64> levelCounts() const;
    quint64 evicted() const;
    /// Row of the first match at or after @p time; -1 when there is none.
    int rowAtTime(const QDateTime &time) const;
    /// Row that shows record @p number (RecordNumberRole); -1 when none does. Brings a selection
    /// back after another filter.
    int rowOfRecord(quint64 number) const;

Q_SIGNALS:
    void levelCountsChanged();
    /// isSearching() changed, or progress() went on.
    void searchingChanged();

protected:
    void refresh() override;
    void clear() override;
    void connectSession(session::Session &session) override;

private:
    void readStats(const logs::LiveStats &stats);
    void searchAll();
    void searchNew();
    void startRun(logs::RecordNumber from);
    void stopRun();
    void poll();
    void finishRun();
    void takeRows(FoundRecords &&found);
    void removeFirstRows(std::size_t count);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
