// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"

#include "base/handover.h"
#include "models/displaytext.h"
#include "models/filterrun.h"
#include "session/session.h"

#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace foretop::models {

namespace {

QVariant displayText(const logs::RecordView &record, int column)
{
    switch (column) {
    case LogModel::TimeColumn:
        return record.time ? localTimeText(*record.time) : QString();
    case LogModel::LevelColumn:
        // A gap has no level, and a word for it would say that it has one unknown.
        return record.kind == logs::RecordKind::Gap ? QString()
                                                    : toQString(logs::levelName(record.level));
    case LogModel::SourceColumn:
        return toQString(record.source);
    case LogModel::LoggerColumn:
        return toQString(record.logger);
    default:
        return firstLine(record.message);
    }
}

} // namespace

class LogModel::Private
{
public:
    logs::Filter filter;    // as the person set it
    logs::Filter effective; // what rows are found with: filter up to the time cursor
    MatchList matches;
    logs::LiveSnapshot snapshot; // what rows are read from
    logs::LiveStats stats;
    // Polled once a frame while it is under way, so that the worker need not know the model.
    std::shared_ptr<FilterRun> run;
    bool runIsWhole = false;         // over all records, not over new ones only
    bool mustSearchAll = true;       // no run of the effective filter was started yet
    bool rowsAreOfOldFilter = false; // they go when the run is first asked
    double progress = 1;
    logs::RecordNumber searchedUpTo{0};
    QTimer frame;
};

LogModel::LogModel(QObject *parent)
    : SessionModel(parent)
    , d(std::make_unique<Private>())
{
    d->frame.setTimerType(Qt::PreciseTimer);
    d->frame.setInterval(session::kFrameMs);
    connect(&d->frame, &QTimer::timeout, this, [this] { poll(); });
}

LogModel::~LogModel()
{
    stopRun();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->matches.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const logs::RecordNumber number = d->matches.at(static_cast<std::size_t>(index.row()));
    const logs::LiveRecord record = d->snapshot.at(number);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(record, index.column());
    case LevelRole:
        return static_cast<int>(record.level);
    case KindRole:
        return static_cast<int>(record.kind);
    case TimeRole:
        return record.time ? toDateTime(*record.time) : QVariant();
    case RawRole:
        return toQString(record.raw);
    case MessageRole:
        return toQString(record.message);
    case RecordNumberRole:
        return static_cast<quint64>(number.value());
    default:
        return {};
    }
}

const logs::Filter &LogModel::filter() const
{
    return d->filter;
}

void LogModel::setFilter(const logs::Filter &filter)
{
    d->filter = filter;
    if (session()) {
        refresh();
    }
}

bool LogModel::isSearching() const
{
    return d->run && d->runIsWhole;
}

double LogModel::progress() const
{
    return d->progress;
}

void LogModel::cancelSearch()
{
    if (isSearching()) {
        const std::shared_ptr<FilterRun> run = d->run;
        run->cancel();
        takeRows(run->take());
        if (d->run == run) {
            finishRun();
        }
    }
}

QVector<quint64> LogModel::levelCounts() const
{
    return QVector<quint64>(d->stats.perLevel.begin(), d->stats.perLevel.end());
}

quint64 LogModel::evicted() const
{
    return d->stats.evicted;
}

int LogModel::rowAtTime(const QDateTime &time) const
{
    if (!time.isValid()) {
        return -1;
    }
    const WallTime wanted = wallTimeFromMs(time.toMSecsSinceEpoch());
    for (std::size_t row = d->matches.rowsBefore(wanted); row < d->matches.size(); ++row) {
        if (d->snapshot.time(d->matches.at(row)) >= wanted) {
            return static_cast<int>(row);
        }
    }
    return -1;
}

int LogModel::rowOfRecord(quint64 number) const
{
    const logs::RecordNumber wanted(number);
    const std::size_t row = d->matches.lowerBound(wanted);
    return row < d->matches.size() && d->matches.at(row) == wanted ? static_cast<int>(row) : -1;
}

void LogModel::refresh()
{
    const logs::LiveStore &store = session()->logs();
    readStats(store.stats());
    logs::LiveSnapshot snapshot = store.snapshot();
    // Before the old snapshot goes: until a view knows better it asks for rows of evicted records.
    removeFirstRows(d->matches.lowerBound(snapshot.first()));
    d->snapshot = std::move(snapshot);
    logs::Filter effective = d->filter;
    if (const auto moment = asOf()) {
        effective.until = std::min(effective.until.value_or(*moment), *moment);
    }
    if (d->mustSearchAll || effective != d->effective) {
        d->effective = std::move(effective);
        searchAll();
    } else if (!d->run) {
        searchNew();
    }
}

void LogModel::readStats(const logs::LiveStats &stats)
{
    const bool changed = stats.perLevel != d->stats.perLevel;
    d->stats = stats;
    if (changed) {
        Q_EMIT levelCountsChanged();
    }
}

void LogModel::searchAll()
{
    stopRun();
    d->mustSearchAll = false;
    d->rowsAreOfOldFilter = true;
    d->progress = 0;
    startRun(d->snapshot.first());
    d->runIsWhole = true;
    Q_EMIT searchingChanged();
}

void LogModel::searchNew()
{
    const logs::RecordNumber from = std::max(d->searchedUpTo, d->snapshot.first());
    if (from < d->snapshot.end()) {
        startRun(from);
    }
}

void LogModel::startRun(logs::RecordNumber from)
{
    d->run = std::make_shared<FilterRun>(d->snapshot, d->effective, from);
    d->runIsWhole = false;
    std::function<void()> task = [run = d->run] {
        takeOver();
        run->run();
    };
    handOver();
    QThreadPool::globalInstance()->start(std::move(task));
    d->frame.start();
}

void LogModel::stopRun()
{
    if (d->run) {
        d->run->cancel();
        d->run.reset();
    }
    d->frame.stop();
}

void LogModel::poll()
{
    const std::shared_ptr<FilterRun> run = d->run;
    FoundRecords found = run->take();
    const auto done = static_cast<double>(found.searchedUpTo - run->from());
    const bool isFinished = found.isFinished;
    takeRows(std::move(found));
    if (d->run != run) {
        return; // who saw the rows come has done so
    }
    if (isFinished) {
        finishRun();
    } else if (d->runIsWhole) {
        const auto all = static_cast<double>(run->end() - run->from());
        d->progress = all > 0 ? done / all : 1;
        Q_EMIT searchingChanged();
    }
}

void LogModel::finishRun()
{
    const bool wasWhole = d->runIsWhole;
    d->searchedUpTo = d->run->end();
    stopRun();
    if (wasWhole) {
        d->progress = 1;
        Q_EMIT searchingChanged();
    }
    // Unless who heard of it has started another, or ended the session.
    if (!d->run && session()) {
        searchNew();
    }
}

void LogModel::takeRows(FoundRecords &&found)
{
    if (d->rowsAreOfOldFilter) {
        d->rowsAreOfOldFilter = false;
        const std::shared_ptr<FilterRun> run = d->run;
        removeFirstRows(d->matches.size());
        if (d->run != run) {
            return; // who saw the rows go has set another filter or session
        }
    }
    std::size_t count = 0;
    for (MatchBatch &batch : found.batches) {
        // The run may have found what was evicted since.
        MatchList::Numbers &matches = batch.matches;
        matches.erase(matches.begin(),
                      std::lower_bound(matches.begin(), matches.end(), d->snapshot.first()));
        count += matches.size();
    }
    if (count == 0) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(count) - 1);
    for (const MatchBatch &batch : found.batches) {
        d->matches.append(batch.matches, batch.latest);
    }
    endInsertRows();
}

void LogModel::removeFirstRows(std::size_t count)
{
    if (count > 0) {
        beginRemoveRows({}, 0, static_cast<int>(count) - 1);
        d->matches.removeFirst(count);
        endRemoveRows();
    }
}

void LogModel::clear()
{
    stopRun();
    d->matches.clear();
    d->snapshot = {};
    d->mustSearchAll = true;
    d->rowsAreOfOldFilter = false;
    d->progress = 1;
    readStats({});
    Q_EMIT searchingChanged();
}

void LogModel::connectSession(session::Session &session)
{
    connect(&session, &session::Session::logsChanged, this, [this] { requestRefresh(); });
}

} // namespace foretop::models
