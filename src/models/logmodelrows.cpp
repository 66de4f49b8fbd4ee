// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodelrows.h"

#include "models/displaytext.h"
#include "session/session.h"

#include <algorithm>
#include <utility>

namespace foretop::models {

namespace {

bool isForAll(const logs::Query &query)
{
    const auto *all = std::get_if<logs::AllOf>(&query->content);
    return all && std::all_of(all->parts.begin(), all->parts.end(), isForAll);
}

logs::Query notLaterThan(WallTime moment)
{
    const logs::TimeTerm later{.from = moment + Milliseconds(1), .until = {}};
    auto part = std::make_shared<logs::QueryNode>(logs::QueryNode{later});
    return std::make_shared<logs::QueryNode>(logs::QueryNode{logs::Not{std::move(part)}});
}

void removeFrom(logs::RecordSet &set, logs::RecordNumber record)
{
    const std::uint64_t size = set.size();
    if (size > 0 && set.at(size - 1) >= record) {
        logs::RecordSet gone;
        gone.addRange(record, set.at(size - 1) + 1);
        set -= gone;
    }
}

void removeBefore(logs::RecordSet &set, logs::RecordNumber record)
{
    if (const auto first = set.firstFrom(logs::RecordNumber()); first && *first < record) {
        logs::RecordSet gone;
        gone.addRange(*first, record);
        set -= gone;
    }
}

} // namespace

LogModel::Private::Private(LogModel &model)
    : q(model)
    , reader(&model)
    , query(logs::queryForAll())
    , m_effective(query)
{
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(session::kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { poll(); });
    connect(&reader, &RowReader::recordsRead, &q,
            [this](const auto &records) { tellRead(records); });
    connect(&reader, &RowReader::marksChanged, &q, [this] {
        if (rows.count() > 0) {
            Q_EMIT q.dataChanged(q.index(0, 0), q.index(rows.count() - 1, q.columnCount() - 1));
        }
    });
}

void LogModel::Private::clear()
{
    ++m_turn;
    stopRun();
    reader.clear();
    rows.clearToAll(logs::RecordNumber());
    snapshot.reset();
    levels = {};
    beginsWithGap = false;
    m_gapLookedAt = {};
    m_searched.reset();
    m_known.reset();
    m_mustSearchAll = true;
    m_mustResume = false;
    m_rowsAreOld = false;
    m_isComplete = false;
    progress = 1;
    error.clear();
    foundUpTo = {};
}

void LogModel::Private::refresh()
{
    if (!document) {
        return;
    }
    const Turn turn = m_turn;
    logs::LogSnapshotPtr next = document->snapshot();
    // Before the old snapshot goes: until a view knows better it asks for rows of evicted records.
    if (!removeRowsBefore(next->first())) {
        return;
    }
    snapshot = std::move(next);
    const auto changed = reader.setSnapshot(snapshot, document->isInMemory());
    if (!showFirstGap() || !readLevels()) {
        return;
    }
    const logs::Query wanted = effectiveQuery();
    if (m_mustSearchAll || !logs::sameQuery(wanted, m_effective)) {
        searchAll(wanted);
    } else if (m_showsAll) {
        growAll();
    } else if (!run) {
        searchNew();
    }
    if (isCurrent(turn)) {
        tellRead(changed);
    }
}

void LogModel::Private::renumber(logs::RecordNumber from)
{
    if (!snapshot) {
        return;
    }
    // Whoever hears of it and asks for another search gets one of what is no more.
    if (!takeSearched() || !removeRowsFrom(from)) {
        reader.forgetFrom(from);
        m_known.reset();
        m_mustSearchAll = true;
        return;
    }
    m_mustResume = m_mustResume || (run && runIsWhole);
    stopRun();
    const Turn turn = ++m_turn;
    reader.forgetFrom(from);
    foundUpTo = std::min(foundUpTo, from);
    if (m_known) {
        auto known = *m_known->found;
        removeFrom(known, from);
        m_known->found = std::make_shared<const logs::RecordSet>(std::move(known));
        m_known->end = std::min(m_known->end, from);
    }
    Q_EMIT q.resultRenumbered();
    m_mustSearchAll = m_mustSearchAll || !isCurrent(turn);
}

/// What the run under way found up to now, as it goes no further; rows of the query before go, or
/// a log whose numbers change often would keep them.
bool LogModel::Private::takeSearched()
{
    const Turn turn = m_turn;
    if (run) {
        poll();
    }
    if (run && isCurrent(turn) && m_rowsAreOld) {
        FoundRecords found = run->take();
        found.isFinished = true;
        takeRows(std::move(found));
    }
    return isCurrent(turn);
}

void LogModel::Private::searchAgain()
{
    if (document && snapshot && !m_showsAll) {
        searchAll(m_effective);
    }
}

logs::Query LogModel::Private::effectiveQuery() const
{
    const auto moment = cursor ? cursor->asOf() : std::nullopt;
    return moment ? logs::allOf({query, notLaterThan(*moment)}) : query;
}

/// Gap records are always shown, and the one for what was evicted moves with each eviction.
bool LogModel::Private::showFirstGap()
{
    const Turn turn = m_turn;
    const logs::RecordNumber first = snapshot->first();
    if (first == m_gapLookedAt || first == snapshot->end()) {
        return true;
    }
    m_gapLookedAt = first;
    reader.forget(first);
    beginsWithGap = document->isInMemory() && first > logs::RecordNumber() &&
                    snapshot->record(first).kind == logs::RecordKind::Gap;
    if (!beginsWithGap || m_rowsAreOld) {
        return true;
    }
    if (rows.rowOf(first)) {
        Q_EMIT q.dataChanged(q.index(0, 0), q.index(0, q.columnCount() - 1));
    } else if (!rows.isAll()) {
        q.beginInsertRows({}, 0, 0);
        rows.addFirst(first);
        q.endInsertRows();
    }
    return isCurrent(turn);
}

bool LogModel::Private::readLevels()
{
    const Turn turn = m_turn;
    if (std::exchange(levels, snapshot->levels()) != levels) {
        Q_EMIT q.levelCountsChanged();
    }
    return isCurrent(turn);
}

void LogModel::Private::searchAll(const logs::Query &wanted)
{
    rememberResult();
    stopRun();
    const Turn turn = ++m_turn;
    m_effective = wanted;
    m_mustSearchAll = false;
    m_mustResume = false;
    m_isComplete = false;
    m_showsAll = isForAll(wanted);
    m_rowsAreOld = true;
    error.clear();
    foundUpTo = snapshot->first();
    if (m_showsAll) {
        showAll();
        return;
    }
    progress = 0;
    startRun(snapshot->first(), m_known);
    runIsWhole = true;
    Q_EMIT q.searchingChanged();
    if (isCurrent(turn)) {
        Q_EMIT q.resultReplaced();
    }
}

void LogModel::Private::showAll()
{
    const Turn turn = m_turn;
    progress = 1;
    if (!removeAllRows()) {
        return;
    }
    m_rowsAreOld = false;
    rows.clearToAll(snapshot->first());
    growAll();
    if (isCurrent(turn)) {
        Q_EMIT q.searchingChanged();
    }
    if (isCurrent(turn)) {
        Q_EMIT q.resultReplaced();
    }
}

void LogModel::Private::growAll()
{
    foundUpTo = snapshot->end();
    apply(rows.growthTo(snapshot->end()));
}

void LogModel::Private::searchNew()
{
    if (std::exchange(m_mustResume, false)) {
        startRun(std::max(foundUpTo, snapshot->first()), m_known);
        runIsWhole = true;
        return;
    }
    if (snapshot == m_searched) {
        return;
    }
    logs::RecordNumber from = std::max(foundUpTo, snapshot->first());
    // A file may have gone on with the record that was its last one.
    if (!document->isInMemory() && from > snapshot->first()) {
        from = logs::RecordNumber(from.value() - 1);
        m_again = from;
    }
    if (from < snapshot->end()) {
        startRun(from, {});
    }
}

void LogModel::Private::startRun(logs::RecordNumber from, std::optional<KnownResult> known)
{
    run = std::make_shared<LogSearch>(LogSearchRequest{.snapshot = snapshot,
                                                       .query = m_effective,
                                                       .from = from,
                                                       .context = context,
                                                       .known = std::move(known)});
    m_searched = snapshot;
    runIsWhole = false;
    m_thread.post([started = run] { started->run(); });
    m_frame.start();
}

void LogModel::Private::stopRun()
{
    if (run) {
        run->cancel();
        run.reset();
    }
    m_again.reset();
    m_frame.stop();
}

void LogModel::Private::poll()
{
    const Turn turn = m_turn;
    FoundRecords found = run->take();
    const bool isFinished = found.isFinished;
    const bool hasFailed = !found.error.empty();
    const double before = std::exchange(progress, runIsWhole ? found.progress : progress);
    if (hasFailed) {
        error = toQString(found.error);
    }
    takeRows(std::move(found));
    if (!isCurrent(turn)) {
        return;
    }
    if (isFinished) {
        finishRun(!hasFailed);
    } else if (runIsWhole && progress != before) {
        Q_EMIT q.searchingChanged();
    }
}

void LogModel::Private::cancelSearch()
{
    if (!run || !runIsWhole) {
        return;
    }
    const Turn turn = m_turn;
    run->cancel();
    FoundRecords found = run->take();
    found.isFinished = true;
    takeRows(std::move(found));
    if (isCurrent(turn)) {
        finishRun(false);
    }
}

void LogModel::Private::finishRun(bool isComplete)
{
    const Turn turn = m_turn;
    const bool wasWhole = runIsWhole;
    m_isComplete = isComplete && (wasWhole || m_isComplete);
    m_compiled = run->compiled();
    foundUpTo = std::max(foundUpTo, run->end());
    stopRun();
    if (wasWhole) {
        progress = 1;
        Q_EMIT q.searchingChanged();
    }
    if (isCurrent(turn)) {
        searchNew();
    }
}

/// For a query that finds only records which this one finds too.
void LogModel::Private::rememberResult()
{
    if (m_isComplete && m_compiled && !m_rowsAreOld) {
        logs::RecordNumber end = foundUpTo;
        if (!document->isInMemory() && end > logs::RecordNumber()) {
            end = logs::RecordNumber(end.value() - 1); // see searchNew()
        }
        m_known = KnownResult{.query = *m_compiled, .found = rows.found(), .end = end};
    }
}

void LogModel::Private::takeRows(FoundRecords &&found)
{
    const bool wereOld = m_rowsAreOld;
    if (m_rowsAreOld && (!found.found.isEmpty() || found.isFinished) && !replaceRows()) {
        return;
    }
    if (m_rowsAreOld) {
        return;
    }
    // The run may have found what was evicted since.
    removeBefore(found.found, snapshot->first());
    removeBefore(found.around, snapshot->first());
    if (wereOld && beginsWithGap) {
        found.found.add(snapshot->first());
    }
    std::optional<logs::RecordNumber> again;
    if (m_again && found.searchedUpTo > *m_again) {
        again = std::exchange(m_again, {});
    }
    foundUpTo = std::max(foundUpTo, found.searchedUpTo);
    apply(rows.growthBy(std::move(found.found), std::move(found.around), snapshot->end(), again));
}

bool LogModel::Private::replaceRows()
{
    m_rowsAreOld = false;
    if (!removeAllRows()) {
        return false;
    }
    rows.clearToFound(context.isAny() ? std::optional(context.after) : std::nullopt);
    return true;
}

bool LogModel::Private::removeAllRows()
{
    const Turn turn = m_turn;
    if (rows.count() > 0) {
        q.beginRemoveRows({}, 0, rows.count() - 1);
        rows.clearToAll(logs::RecordNumber());
        q.endRemoveRows();
    }
    return isCurrent(turn);
}

bool LogModel::Private::removeRowsBefore(logs::RecordNumber record)
{
    const Turn turn = m_turn;
    if (const int count = rows.firstRowFrom(record); count > 0) {
        q.beginRemoveRows({}, 0, count - 1);
        rows.removeBefore(record);
        q.endRemoveRows();
    } else {
        rows.removeBefore(record);
    }
    return isCurrent(turn);
}

bool LogModel::Private::removeRowsFrom(logs::RecordNumber record)
{
    const Turn turn = m_turn;
    const int count = rows.count();
    if (const int kept = rows.rowsKept(record); kept < count) {
        q.beginRemoveRows({}, kept, count - 1);
        rows.removeFrom(record);
        q.endRemoveRows();
    } else {
        rows.removeFrom(record);
    }
    return isCurrent(turn);
}

void LogModel::Private::apply(ShownRows::Growth &&growth)
{
    const Turn turn = m_turn;
    if (growth.removed > 0) {
        q.beginRemoveRows({}, rows.count() - growth.removed, rows.count() - 1);
        rows.removeLast(growth);
        q.endRemoveRows();
        if (!isCurrent(turn)) {
            return;
        }
    } else {
        rows.removeLast(growth);
    }
    const std::vector<int> turned = std::move(growth.turned);
    const int first = rows.count();
    const int inserted = growth.inserted;
    if (inserted > 0) {
        q.beginInsertRows({}, first, first + inserted - 1);
    }
    rows.append(std::move(growth));
    if (inserted > 0) {
        q.endInsertRows();
    }
    if (!turned.empty() && isCurrent(turn)) {
        const auto [least, most] = std::minmax_element(turned.begin(), turned.end());
        Q_EMIT q.dataChanged(q.index(*least, 0), q.index(*most, q.columnCount() - 1));
    }
}

void LogModel::Private::tellRead(const std::vector<logs::RecordNumber> &records)
{
    const Turn turn = m_turn;
    int first = -1;
    int last = -1;
    const auto tell = [&] {
        if (first >= 0 && isCurrent(turn)) {
            Q_EMIT q.dataChanged(q.index(first, 0), q.index(last, q.columnCount() - 1));
        }
    };
    for (const logs::RecordNumber record : records) {
        const auto row = rows.rowOf(record);
        if (!row || !isCurrent(turn)) {
            continue;
        }
        if (first >= 0 && *row == last + 1) {
            last = *row;
            continue;
        }
        tell();
        first = last = *row;
    }
    tell();
}

QVariant LogModel::Private::pendingData(int column, int role,
                                        std::optional<logs::Level> level) const
{
    switch (role) {
    case PendingRole:
        return true;
    case KindRole:
        return static_cast<int>(logs::RecordKind::Log);
    case LevelRole:
        return static_cast<int>(level.value_or(logs::Level::Unknown));
    case OriginRole:
        return 0;
    case Qt::DisplayRole:
        return column == LevelColumn && level ? toQString(logs::levelName(*level)) : QString();
    default:
        return {};
    }
}

std::shared_ptr<const logs::RecordSet> LogModel::Private::found() const
{
    if (m_rowsAreOld && !m_showsAll) {
        return std::make_shared<const logs::RecordSet>();
    }
    return rows.found();
}

std::shared_ptr<const logs::RecordSet> LogModel::Private::shown() const
{
    if (m_rowsAreOld && !m_showsAll) {
        return std::make_shared<const logs::RecordSet>();
    }
    return rows.shownCopy();
}

} // namespace foretop::models
