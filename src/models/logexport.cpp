// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logexport.h"

#include "base/taskthread.h"
#include "models/logmodel.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QSaveFile>
#include <QTimer>

#include <mutex>
#include <utility>

namespace foretop::models {

namespace {

Error fileError(const QSaveFile &file, ErrorCode code)
{
    return {.code = code, .message = file.errorString().toStdString()};
}

std::vector<std::string> toColumns(const QStringList &names)
{
    if (names.isEmpty()) {
        return logs::defaultColumns();
    }
    std::vector<std::string> columns;
    for (const QString &name : names) {
        columns.push_back(name.toStdString());
    }
    return columns;
}

/// One export on its way through the worker, which the GUI thread asks once a frame.
struct ExportRun
{
    void run();

    logs::LogSnapshotPtr snapshot;
    logs::RecordRange range;
    std::shared_ptr<const logs::RecordSet> within;
    logs::RecordWriter writer{logs::RecordFormat::Text};
    QString path;
    std::stop_source stop;

    std::mutex mutex; // protects all below
    logs::WriteProgress progress;
    std::optional<Result<void>> result;

private:
    Result<void> write();
};

void ExportRun::run()
{
    auto written = write();
    const std::lock_guard lock(mutex);
    result = std::move(written);
}

Result<void> ExportRun::write()
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return tl::unexpected(fileError(file, ErrorCode::Denied));
    }
    const auto sink = [&file](std::string_view piece) -> Result<void> {
        if (file.write(piece.data(), static_cast<qint64>(piece.size())) !=
            static_cast<qint64>(piece.size())) {
            return tl::unexpected(fileError(file, ErrorCode::Io));
        }
        return {};
    };
    std::string head;
    writer.writeHead(head);
    const auto tell = [this, &head](const logs::WriteProgress &now) {
        const std::lock_guard lock(mutex);
        progress = now;
        progress.bytes += head.size();
    };
    const auto written = sink(head).and_then([&] {
        return logs::writeRecords(*snapshot, range, within.get(), writer, stop.get_token(), sink,
                                  tell);
    });
    if (!written) {
        file.cancelWriting();
        return tl::unexpected(written.error());
    }
    tell(*written);
    if (!file.commit()) {
        return tl::unexpected(fileError(file, ErrorCode::Io));
    }
    return {};
}

} // namespace

class LogExport::Private
{
public:
    explicit Private(LogExport &owner);
    ~Private() { stop(); }

    void stop();
    void poll();
    void setState(State next);

    LogExport &q;
    State state = State::Idle;
    QString path;
    QString error;
    logs::WriteProgress progress;
    QElapsedTimer since;
    qint64 spentMs = 0;
    std::shared_ptr<ExportRun> run;
    QTimer frame;
    TaskThread thread;
};

LogExport::Private::Private(LogExport &owner)
    : q(owner)
{
    frame.setInterval(session::kFrameMs);
    connect(&frame, &QTimer::timeout, &q, [this] { poll(); });
}

void LogExport::Private::stop()
{
    if (run) {
        run->stop.request_stop();
        run.reset();
    }
    frame.stop();
}

void LogExport::Private::poll()
{
    std::optional<Result<void>> result;
    const quint64 before = progress.records;
    {
        const std::lock_guard lock(run->mutex);
        progress = run->progress;
        result = run->result;
    }
    spentMs = since.elapsed();
    if (!result) {
        if (progress.records != before) {
            Q_EMIT q.progressed();
        }
        return;
    }
    stop();
    const bool isCancelled = !*result && result->error().code == ErrorCode::Cancelled;
    error = *result || isCancelled ? QString() : QString::fromStdString(result->error().text());
    setState(*result ? State::Done : isCancelled ? State::Cancelled : State::Failed);
}

void LogExport::Private::setState(State next)
{
    state = next;
    Q_EMIT q.stateChanged();
}

LogExport::LogExport(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
}

LogExport::~LogExport() = default;

void LogExport::start(const LogModel &model, const QString &path, logs::RecordFormat format,
                      const QStringList &columns)
{
    d->stop();
    d->path = path;
    d->error.clear();
    d->progress = {};
    d->since.start();
    d->spentMs = 0;
    d->run = std::make_shared<ExportRun>();
    ExportRun &run = *d->run;
    run.snapshot = model.snapshot();
    run.path = path;
    run.writer = logs::RecordWriter(format, toColumns(columns));
    if (!run.snapshot) {
        d->run.reset();
        d->error = QStringLiteral("there are no records");
        d->setState(State::Failed);
        return;
    }
    run.range = {.first = run.snapshot->first(), .end = run.snapshot->end()};
    run.within = model.shownRecords();
    d->progress.totalRecords = static_cast<std::uint64_t>(model.rowCount());
    run.progress = d->progress;
    d->thread.post([started = d->run] { started->run(); });
    d->frame.start();
    d->setState(State::Running);
}

void LogExport::cancel()
{
    if (d->run) {
        d->run->stop.request_stop();
    }
}

LogExport::State LogExport::state() const
{
    return d->state;
}

QString LogExport::path() const
{
    return d->path;
}

QString LogExport::errorText() const
{
    return d->error;
}

quint64 LogExport::records() const
{
    return d->progress.records;
}

quint64 LogExport::totalRecords() const
{
    return d->progress.totalRecords;
}

quint64 LogExport::bytes() const
{
    return d->progress.bytes;
}

double LogExport::bytesPerSecond() const
{
    return d->spentMs > 0
               ? static_cast<double>(d->progress.bytes) * 1000 / static_cast<double>(d->spentMs)
               : 0;
}

} // namespace foretop::models
