// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logmodel.h"
#include "models/logsearch.h"
#include "models/rowreader.h"
#include "models/shownrows.h"
#include "session/logdocument.h"
#include "session/timecursor.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace foretop::models {

/// How a LogModel's rows come and go: with its document, its query and its cursor.
///
/// Whoever hears of rows may set another query or document, or destroy the document: what goes on
/// after such a signal first asks whether it is still isCurrent().
class LogModel::Private
{
public:
    explicit Private(LogModel &model);
    ~Private() { stopRun(); }

    void clear(); ///< inside a reset
    void refresh();
    /// Records of the document from @p from on are others now; refresh() follows.
    void renumber(logs::RecordNumber from);
    void searchAgain();
    void cancelSearch();
    /// What is known of a record that is not read yet.
    QVariant pendingData(int column, int role, std::optional<logs::Level> level) const;
    std::shared_ptr<const logs::RecordSet> found() const;
    std::shared_ptr<const logs::RecordSet> shown() const;

    LogModel &q;
    QPointer<session::LogDocument> document;
    QPointer<session::TimeCursor> cursor;
    logs::LogSnapshotPtr snapshot; // what rows are read from; null without a document
    bool beginsWithGap = false;    // in the place of evicted records
    logs::LevelCounts levels{};
    mutable RowReader reader;
    ShownRows rows;
    QStringList fields;
    QHash<int, QHash<int, QVariant>> titles; // by column, then role
    bool isUtc = false;

    logs::Query query; // as the person set it
    LogContext context;
    // Polled once a frame while it is under way, so that the worker need not know the model.
    std::shared_ptr<LogSearch> run;
    bool runIsWhole = false; // over all records, not over new ones only
    double progress = 1;
    QString error;
    logs::RecordNumber foundUpTo;

private:
    using Turn = quint64;

    bool isCurrent(Turn turn) const { return turn == m_turn; }
    logs::Query effectiveQuery() const;
    bool showFirstGap();
    bool readLevels();
    void searchAll(const logs::Query &wanted);
    void showAll();
    void growAll();
    void searchNew();
    void startRun(logs::RecordNumber from, std::optional<KnownResult> known);
    void stopRun();
    void poll();
    void finishRun(bool isComplete);
    void takeRows(FoundRecords &&found);
    bool replaceRows();
    bool removeAllRows();
    bool removeRowsBefore(logs::RecordNumber record);
    bool removeRowsFrom(logs::RecordNumber record);
    bool takeSearched();
    void apply(ShownRows::Growth &&growth);
    void tellRead(const std::vector<logs::RecordNumber> &records);
    void rememberResult();

    Turn m_turn = 0;             // counts what makes all that is under way pointless
    logs::Query m_effective;     // what rows are found with: query up to the time cursor
    bool m_showsAll = false;     // every record matches m_effective
    bool m_mustSearchAll = true; // no run of it was started yet
    bool m_rowsAreOld = false;   // of the query before: they go with the first that are found
    bool m_mustResume = false;   // a run over all records that stopped as numbers changed
    bool m_isComplete = false;   // all up to foundUpTo was searched
    std::optional<KnownResult> m_known; // the last complete result
    std::optional<logs::CompiledQuery> m_compiled;
    logs::LogSnapshotPtr m_searched;  // by the last run
    logs::RecordNumber m_gapLookedAt; // snapshot's first record when beginsWithGap was told
    std::optional<logs::RecordNumber> m_again; // what the run under way looks at once more
    QTimer m_frame;
    TaskThread m_thread;
};

} // namespace foretop::models
