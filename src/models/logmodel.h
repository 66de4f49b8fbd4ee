// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/logsnapshot.h"
#include "logs/queryparser.h"
#endif

#include <QAbstractTableModel>
#include <QDateTime>
#include <QStringList>
#include <QVector>

#include <memory>
#include <vector>

namespace foretop::session {
class LogDocument;
class TimeCursor;
} // namespace foretop::session

namespace foretop::models {

/// The records of a LogDocument that a query finds, oldest first; gap records always. Searching
/// runs on a worker; rows come in batches, at most once a frame. Evicted records leave from the
/// front. GUI thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Columns beyond these show a field each: setFieldColumns().
    enum Column { TimeColumn, LevelColumn, SourceColumn, LoggerColumn, MessageColumn, FirstField };
    enum Role {
        LevelRole = Qt::UserRole, ///< int: logs::Level
        KindRole,                 ///< int: logs::RecordKind
        TimeRole,                 ///< QDateTime (UTC), invalid when the record has none
        RawRole,                  ///< QString
        MessageRole,              ///< QString, all lines
        RecordNumberRole,         ///< quint64
        OriginRole,               ///< int: which log of a merge it is from
        ContextRole,              ///< bool: shown around a hit, not one itself
        PendingRole,              ///< bool: texts are not read yet; dataChanged() tells when
        MarksRole,                ///< quint64: a bit for each of setMarkQueries() that matches
    };
    static constexpr int kMostContext = 1'000; ///< of setContext()

    explicit LogModel(QObject *parent = nullptr);
    ~LogModel() override;

    /// Not owned; may go before the model, which then is empty.
    void setDocument(session::LogDocument *document);
    session::LogDocument *document() const;
    /// A fixed time cursor bounds what is shown: records of a later time are left out, those of
    /// none stay. Null: no cursor. Not owned; may go before the model.
    void setCursor(session::TimeCursor *cursor);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Display texts: time as ISO with ms in the zone set, level name, source, logger, first line.
    /// The tooltip of a source that is a file is its path.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    /// Column titles are words for a person, so the app sets them.
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant &value,
                       int role = Qt::EditRole) override;

    /// Names of fields as in a query, a column each.
    void setFieldColumns(const QStringList &fields);
    QStringList fieldColumns() const;
    /// Queries that records are marked by, the first ones up to kMostMarks; what is empty or no
    /// query marks nothing. Compiled by a worker; dataChanged() tells when that is done.
    void setMarkQueries(const QStringList &queries, const logs::QueryContext &context);
    /// Local time unless set.
    void setUtcShown(bool utc);
    bool isUtcShown() const;

    const logs::Query &query() const;
    /// Rows of the query before stay until the first of @p query are found. A query that refines
    /// the one before searches its result alone. Level toggles are part of the query.
    void setQuery(const logs::Query &query);
    /// Records shown before and after each hit, as `grep -B -A` does.
    void setContext(int before, int after);

    /// Whether a run over all records is under way; progress() is 0..1 of what to look at.
    bool isSearching() const;
    double progress() const;
    /// Keeps the rows found so far; records that arrive later still come.
    void cancelSearch();
    /// Why the last search ended early; empty: it did not.
    QString searchError() const;

    /// Records held per level, whatever the query says (indexed by logs::Level).
    QVector<quint64> levelCounts() const;
    quint64 evicted() const;
    /// What is found, for analysis and export: records of snapshot() in it; null: all.
    logs::LogSnapshotPtr snapshot() const;
    std::shared_ptr<const logs::RecordSet> result() const;
    /// result() has all that match before this record.
    quint64 foundUpTo() const;
    /// result() with context around: what is shown; null: all.
    std::shared_ptr<const logs::RecordSet> shownRecords() const;
    /// Those of the rows, which may still be of the query before; null: all from the first row's
    /// on.
    std::shared_ptr<const logs::RecordSet> rowRecords() const;

    /// Row of the first shown record at or after @p time; -1 when there is none. Reads records.
    int rowAtTime(const QDateTime &time) const;
    /// Row that shows record @p number (RecordNumberRole); -1 when none does.
    int rowOfRecord(quint64 number) const;
    quint64 recordAt(int row) const;
    /// The whole record, read now: for the detail pane.
    logs::Record recordOfRow(int row) const;
    std::vector<logs::Field> fieldsOfRow(int row) const;

Q_SIGNALS:
    void levelCountsChanged();
    /// isSearching() changed, or progress() went on.
    void searchingChanged();
    /// result() starts anew: another query, cursor or document.
    void resultReplaced();
    /// Records from some number on are others now: what was derived of result() is of the past.
    void resultRenumbered();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
