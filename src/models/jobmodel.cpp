// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobmodel.h"

#include "models/displaytext.h"
#include "session/session.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace foretop::models {

namespace {

constexpr int kTickMs = 1000;
constexpr std::size_t kStates = static_cast<std::size_t>(jobs::State::Cancelled) + 1;

struct Row
{
    std::string key;
    std::string source;
    jobs::Job job;
    std::uint64_t order = 0;

    bool operator==(const Row &) const = default;
};

Row rowOf(jobs::JobEntry &&entry)
{
    std::string key = entry.source + '\0' + entry.job.id;
    return {.key = std::move(key),
            .source = std::move(entry.source),
            .job = std::move(entry.job),
            .order = entry.order};
}

template <typename T>
QVariant orInvalid(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

QVariant momentOrInvalid(const std::optional<WallTime> &time)
{
    return time ? QVariant(toDateTime(*time)) : QVariant();
}

std::optional<qint64> durationMs(const jobs::Job &job, WallTime now)
{
    if (!job.startedAt) {
        return {};
    }
    WallTime end = job.finishedAt.value_or(now);
    if (jobs::isFinal(job.state) && !job.finishedAt) {
        end = job.updatedAt;
    }
    return std::max<qint64>((end - *job.startedAt).count(), 0);
}

/// As if the rest went as fast as what is done; so it grows while a job stands still.
std::optional<qint64> etaMs(const jobs::Job &job, WallTime now)
{
    const auto elapsed = durationMs(job, now);
    if (job.state != jobs::State::Running || !elapsed || !job.progress || *job.progress <= 0) {
        return {};
    }
    const double rest = (1 - *job.progress) / *job.progress * static_cast<double>(*elapsed);
    constexpr double kLongestTold = 366.0 * 24 * 3600 * 1000;
    return rest <= kLongestTold ? std::optional(static_cast<qint64>(rest)) : std::nullopt;
}

QString nameText(const jobs::Job &job)
{
    return toQString(job.name.empty() ? job.id : job.name);
}

QVariant sortValue(const jobs::Job &job, int column, WallTime now)
{
    switch (column) {
    case JobModel::NameColumn:
        return nameText(job);
    case JobModel::StateColumn:
        return static_cast<int>(job.state);
    case JobModel::ProgressColumn:
        return orInvalid(job.progress);
    case JobModel::MessageColumn:
        // Why it failed says more than what it did last.
        return firstLine(job.state == jobs::State::Failed && !job.error.empty() ? job.error
                                                                                : job.message);
    case JobModel::QueueColumn:
        return toQString(job.queue);
    case JobModel::WorkerColumn:
        return toQString(job.worker);
    case JobModel::AttemptColumn:
        return job.attempt;
    case JobModel::DurationColumn:
        return orInvalid(durationMs(job, now));
    case JobModel::EtaColumn:
        return orInvalid(etaMs(job, now));
    default:
        return toDateTime(job.updatedAt);
    }
}

QVariant displayText(const jobs::Job &job, int column, WallTime now)
{
    switch (column) {
    case JobModel::StateColumn:
        return toQString(jobs::stateName(job.state));
    case JobModel::ProgressColumn:
        return job.progress ? QString::number(*job.progress * 100, 'f', 0) + u'%' : QString();
    case JobModel::AttemptColumn:
        return QString::number(job.attempt);
    case JobModel::DurationColumn:
    case JobModel::EtaColumn: {
        const QVariant ms = sortValue(job, column, now);
        return ms.isValid() ? durationText(ms.toLongLong()) : QString();
    }
    case JobModel::UpdatedColumn:
        return localTimeText(job.updatedAt);
    default:
        return sortValue(job, column, now);
    }
}

} // namespace

class JobModel::Private
{
public:
    void recount()
    {
        counts.fill(0);
        rowByKey.clear();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rowByKey.emplace(rows[i].key, i);
            ++countOf(rows[i]);
        }
    }
    int &countOf(const Row &row) { return counts[static_cast<std::size_t>(row.job.state)]; }
    int running() const { return counts[static_cast<std::size_t>(jobs::State::Running)]; }

    std::vector<Row> rows;
    std::unordered_map<std::string, std::size_t> rowByKey;
    std::array<int, kStates> counts{};
    std::uint64_t revision = 0; // of the store, up to which rows are made
    std::uint64_t dropped = 0;  // by the store, when rows were last read whole
    bool isLive = false;        // rows are as of now, so changes are all that must be read
    bool syncWaits = false;     // rows must be read whole with the next tick
    QTimer tick;
};

JobModel::JobModel(QObject *parent)
    : SessionModel(parent)
    , d(std::make_unique<Private>())
{
    d->tick.setInterval(kTickMs);
    connect(&d->tick, &QTimer::timeout, this, [this] { keepTime(); });
}

JobModel::~JobModel() = default;

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = d->rows[static_cast<std::size_t>(index.row())];
    const jobs::Job &job = row.job;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(job, index.column(), shownTime());
    case IdRole:
        return toQString(job.id);
    case StateRole:
        return static_cast<int>(job.state);
    case ProgressRole:
        return orInvalid(job.progress);
    case CurrentRole:
        return orInvalid(job.current);
    case TotalRole:
        return orInvalid(job.total);
    case DurationMsRole:
        return orInvalid(durationMs(job, shownTime()));
    case EtaMsRole:
        return orInvalid(etaMs(job, shownTime()));
    case ErrorRole:
        return toQString(job.error);
    case SourceRole:
        return toQString(row.source);
    case SortRole:
        return sortValue(job, index.column(), shownTime());
    case ContextRole:
        return QVariant::fromValue(toQPairs(job.context));
    case MessageRole:
        return toQString(job.message);
    case QueuedAtRole:
        return momentOrInvalid(job.queuedAt);
    case StartedAtRole:
        return momentOrInvalid(job.startedAt);
    case FinishedAtRole:
        return momentOrInvalid(job.finishedAt);
    default:
        return {};
    }
}

QVector<int> JobModel::stateCounts() const
{
    return QVector<int>(d->counts.begin(), d->counts.end());
}

void JobModel::refresh()
{
    if (asOf() || !d->isLive) {
        readAll();
    } else {
        readChanges();
    }
    updateTick();
}

void JobModel::readAll()
{
    const jobs::JobStore &store = session()->jobs();
    d->isLive = !asOf();
    d->syncWaits = false;
    d->revision = store.revision();
    d->dropped = store.dropped();
    std::vector<Row> rows;
    for (jobs::JobEntry &entry : store.jobs(asOf())) {
        rows.push_back(rowOf(std::move(entry)));
    }
    syncRows(d->rows, std::move(rows));
    d->recount();
}

void JobModel::readChanges()
{
    const jobs::JobStore &store = session()->jobs();
    const std::uint64_t revision = store.revision();
    std::vector<int> changed;
    std::vector<Row> added;
    for (jobs::JobEntry &entry : store.changedSince(d->revision)) {
        Row row = rowOf(std::move(entry));
        const auto known = d->rowByKey.find(row.key);
        if (known == d->rowByKey.end()) {
            added.push_back(std::move(row));
        } else if (Row &old = d->rows[known->second]; old != row) {
            --d->countOf(old);
            ++d->countOf(row);
            old = std::move(row);
            changed.push_back(static_cast<int>(known->second));
        }
    }
    d->revision = revision;
    std::sort(changed.begin(), changed.end());
    tellChanged(changed);
    // Told in order of change, shown in order of first appearance.
    std::sort(added.begin(), added.end(),
              [](const Row &a, const Row &b) { return a.order < b.order; });
    if (!added.empty()) {
        const std::size_t first = d->rows.size();
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + added.size()) - 1);
        for (Row &row : added) {
            d->rowByKey.emplace(row.key, d->rows.size());
            ++d->countOf(row);
            d->rows.push_back(std::move(row));
        }
        endInsertRows();
    }
    // What the store drops may be any row; finding it is for the tick.
    d->syncWaits = store.dropped() != d->dropped;
}

void JobModel::keepTime()
{
    if (d->syncWaits) {
        readAll();
    }
    if (d->isLive) {
        std::vector<int> running;
        for (std::size_t i = 0; i < d->rows.size(); ++i) {
            if (d->rows[i].job.state == jobs::State::Running) {
                running.push_back(static_cast<int>(i));
            }
        }
        tellChanged(running, DurationColumn, EtaColumn);
    }
    updateTick();
}

void JobModel::updateTick()
{
    const bool needed = d->syncWaits || (d->isLive && d->running() > 0);
    if (!needed) {
        d->tick.stop();
    } else if (!d->tick.isActive()) {
        d->tick.start();
    }
}

void JobModel::clear()
{
    d->rows.clear();
    d->recount();
    d->revision = 0;
    d->isLive = false;
    d->syncWaits = false;
    d->tick.stop();
}

void JobModel::connectSession(session::Session &session)
{
    connect(&session, &session::Session::jobsChanged, this, [this] {
        if (asOf()) {
            // Only what is told late changes the past.
            d->syncWaits = true;
            updateTick();
        } else {
            requestRefresh();
        }
    });
}

} // namespace foretop::models
