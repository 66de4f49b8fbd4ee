// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordscopy.h"

#include "base/taskthread.h"
#include "models/displaytext.h"
#include "models/logmodel.h"
#include "models/recordtext.h"
#include "models/rowreader.h"
#include "session/session.h"

#include <QItemSelection>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stop_token>

namespace foretop::models {

namespace {

QString quoted(QString text)
{
    const bool isPlain = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    });
    return isPlain ? text : u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

struct RowSpan
{
    int first = 0;
    int end = 0;
};

QVector<RowSpan> spansOf(const QItemSelection &rows)
{
    QVector<RowSpan> spans;
    for (const QItemSelectionRange &range : rows) {
        spans.append({range.top(), range.bottom() + 1});
    }
    std::sort(spans.begin(), spans.end(),
              [](const RowSpan &a, const RowSpan &b) { return a.first < b.first; });
    return spans;
}

/// One copy on its way through the worker, which the GUI thread asks once a frame.
class CopyRun
{
public:
    void run();
    void cancel() { m_stop.request_stop(); }

    logs::LogSnapshotPtr snapshot;
    QVector<RowSpan> rows;
    std::shared_ptr<const logs::RecordSet> shown; // null: all, from firstShown on
    logs::RecordNumber firstShown;
    logs::RecordFormat format = logs::RecordFormat::Text;
    RecordsCopy::Columns columns;
    std::vector<std::string> fields; // of the model's columns
    bool isUtc = false;

    std::atomic<int> records = 0;
    std::atomic<bool> isDone = false; // set last: then the worker touches nothing more

    // The worker's until isDone.
    QString text;
    bool isCut = false;
    bool isCancelled = false;

private:
    void addHead();
    void addRows();
    void addRow(int row);
    QString csvLine(const RowContent &row) const;
    QString cell(const RowContent &row, int column) const;

    std::stop_source m_stop;
};

void CopyRun::run()
{
    addHead();
    addRows();
    snapshot.reset();
    isDone = true;
}

void CopyRun::addHead()
{
    if (format == logs::RecordFormat::Csv) {
        QStringList cells;
        for (const auto &column : columns) {
            cells << quoted(column.second);
        }
        text = cells.join(u',') + u'\n';
    }
}

void CopyRun::addRows()
{
    for (const RowSpan &span : rows) {
        for (int row = span.first; row < span.end; ++row) {
            isCancelled = m_stop.stop_requested();
            isCut =
                records == RecordsCopy::kMaxRecords || text.size() > RecordsCopy::kMaxCharacters;
            if (isCancelled || isCut) {
                return;
            }
            addRow(row);
            ++records;
        }
    }
}

void CopyRun::addRow(int row)
{
    const auto rank = static_cast<std::uint64_t>(row);
    const logs::RecordNumber number = shown ? shown->at(rank) : firstShown + rank;
    switch (format) {
    case logs::RecordFormat::Text:
        text += recordAsText(snapshot->record(number), isUtc);
        break;
    case logs::RecordFormat::JsonLines:
        text += recordAsJson(snapshot->record(number));
        break;
    case logs::RecordFormat::Csv:
        text += csvLine(readContent(*snapshot, number, fields));
        break;
    }
    text += u'\n';
}

QString CopyRun::csvLine(const RowContent &row) const
{
    QStringList cells;
    for (const auto &column : columns) {
        cells << quoted(cell(row, column.first));
    }
    return cells.join(u',');
}

QString CopyRun::cell(const RowContent &row, int column) const
{
    switch (column) {
    case LogModel::TimeColumn:
        return timeText(row.record.time, isUtc);
    case LogModel::LevelColumn:
        return levelText(row.record);
    case LogModel::SourceColumn:
        return toQString(row.record.source);
    case LogModel::LoggerColumn:
        return toQString(row.record.logger);
    case LogModel::MessageColumn:
        return toQString(row.record.message);
    default:
        const auto field = static_cast<std::size_t>(column - LogModel::FirstField);
        return field < row.fields.size() ? toQString(row.fields[field]) : QString();
    }
}

int countOf(const QVector<RowSpan> &spans)
{
    int count = 0;
    for (const RowSpan &span : spans) {
        count += span.end - span.first;
    }
    return count;
}

} // namespace

class RecordsCopy::Private
{
public:
    explicit Private(RecordsCopy &owner);
    ~Private() { stop(); }

    void stop();
    void poll();
    void setState(State next);

    RecordsCopy &q;
    State state = State::Idle;
    QString text;
    int records = 0;
    int totalRecords = 0;
    bool isCut = false;
    std::shared_ptr<CopyRun> run;
    QTimer frame;
    TaskThread thread;
};

RecordsCopy::Private::Private(RecordsCopy &owner)
    : q(owner)
{
    frame.setInterval(session::kFrameMs);
    connect(&frame, &QTimer::timeout, &q, [this] { poll(); });
}

void RecordsCopy::Private::stop()
{
    if (run) {
        run->cancel();
        run.reset();
    }
    frame.stop();
}

void RecordsCopy::Private::poll()
{
    const bool isDone = run->isDone;
    const int before = std::exchange(records, run->records.load());
    if (!isDone) {
        if (records != before) {
            Q_EMIT q.progressed();
        }
        return;
    }
    const bool isCancelled = run->isCancelled;
    text = isCancelled ? QString() : std::move(run->text);
    isCut = run->isCut;
    stop();
    setState(isCancelled ? State::Cancelled : State::Done);
}

void RecordsCopy::Private::setState(State next)
{
    state = next;
    Q_EMIT q.stateChanged();
}

RecordsCopy::RecordsCopy(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
}

RecordsCopy::~RecordsCopy() = default;

void RecordsCopy::start(const LogModel &model, const QItemSelection &rows,
                        logs::RecordFormat format, const Columns &columns)
{
    d->stop();
    d->text.clear();
    d->records = 0;
    d->isCut = false;
    auto run = std::make_shared<CopyRun>();
    run->snapshot = model.snapshot();
    run->rows = spansOf(rows);
    d->totalRecords = run->snapshot ? countOf(run->rows) : 0;
    if (d->totalRecords == 0) {
        d->setState(State::Done);
        return;
    }
    run->shown = model.rowRecords();
    run->firstShown = logs::RecordNumber(model.recordAt(0));
    run->format = format;
    run->columns = columns;
    const QStringList names = model.fieldColumns();
    for (const QString &name : names) {
        run->fields.push_back(name.toStdString());
    }
    run->isUtc = model.isUtcShown();
    d->run = run;
    d->thread.post([run] { run->run(); });
    d->frame.start();
    d->setState(State::Running);
}

void RecordsCopy::cancel()
{
    if (d->run) {
        d->run->cancel();
    }
}

RecordsCopy::State RecordsCopy::state() const
{
    return d->state;
}

QString RecordsCopy::text() const
{
    return d->text;
}

int RecordsCopy::records() const
{
    return d->records;
}

int RecordsCopy::totalRecords() const
{
    return d->totalRecords;
}

bool RecordsCopy::isCut() const
{
    return d->isCut;
}

} // namespace foretop::models
