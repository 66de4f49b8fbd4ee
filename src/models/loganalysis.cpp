// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loganalysis.h"

#include "base/taskthread.h"
#include "models/analysisrun.h"
#include "models/displaytext.h"
#include "models/logmodel.h"
#include "session/session.h"

#include <QTimer>

#include <utility>

namespace foretop::models {

namespace {

/// Between two runs over what is new: numbers that change faster cannot be read.
constexpr int kPaceMs = 200;

} // namespace

class LogAnalysis::Private
{
public:
    Private(LogAnalysis &analysis, LogModel *logModel);
    ~Private() { stop(); }

    void startAnew();
    void ask();
    void wantMore();
    void cancel();
    void stop();

    LogAnalysis &q;
    LogModel *const model;
    int buckets = 0;
    std::vector<std::string> fields;
    bool wantsPatterns = false;
    AnalysisNews shown;
    bool isBusy = false;

private:
    bool isMuchEvicted() const;
    void compute();
    void poll();
    void show(AnalysisNews &&news);

    std::shared_ptr<AnalysisRun> m_run; // of one result; polled once a frame while it is busy
    logs::RecordNumber m_countedFrom;
    bool m_hasNews = false;
    bool m_isOfThePast = false; // m_run counted records that have other numbers now
    bool m_isCancelled = false;
    QTimer m_pace;
    QTimer m_frame;
    TaskThread m_thread;
};

LogAnalysis::Private::Private(LogAnalysis &analysis, LogModel *logModel)
    : q(analysis)
    , model(logModel)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPaceMs);
    connect(&m_pace, &QTimer::timeout, &q, [this] { compute(); });
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(session::kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { poll(); });
    connect(model, &LogModel::resultReplaced, &q, [this] { startAnew(); });
    connect(model, &LogModel::resultRenumbered, &q, [this] {
        m_isOfThePast = true;
        ask();
    });
    connect(model, &QAbstractItemModel::rowsInserted, &q, [this] { ask(); });
    connect(model, &LogModel::searchingChanged, &q, [this] { ask(); });
}

void LogAnalysis::Private::startAnew()
{
    stop();
    m_isCancelled = false;
    m_pace.stop();
    ask();
}

/// At once, or when the pause since the last time is over.
void LogAnalysis::Private::ask()
{
    m_hasNews = true;
    if (!isBusy && !m_pace.isActive()) {
        compute();
    }
}

/// Something else is to be computed, of the same result.
void LogAnalysis::Private::wantMore()
{
    m_isCancelled = false;
    m_pace.stop();
    ask();
}

void LogAnalysis::Private::cancel()
{
    if (isBusy) {
        m_isCancelled = true;
        stop();
        Q_EMIT q.busyChanged();
    }
}

bool LogAnalysis::Private::isMuchEvicted() const
{
    const logs::RecordNumber first = model->snapshot()->first();
    const logs::RecordNumber end(model->foundUpTo());
    return first > m_countedFrom && end > m_countedFrom &&
           static_cast<double>(first - m_countedFrom) >
               kEvictedShare * static_cast<double>(end - m_countedFrom);
}

void LogAnalysis::Private::compute()
{
    if (isBusy || m_isCancelled || !std::exchange(m_hasNews, false) || !model->snapshot()) {
        return;
    }
    if (std::exchange(m_isOfThePast, false) || (m_run && isMuchEvicted())) {
        m_run.reset();
    }
    if (!m_run) {
        m_run = std::make_shared<AnalysisRun>();
        m_countedFrom = model->snapshot()->first();
    }
    shown.error.clear();
    m_run->begin({.snapshot = model->snapshot(),
                  .found = model->result(),
                  .foundUpTo = logs::RecordNumber(model->foundUpTo()),
                  .histogramBuckets = buckets,
                  .facetFields = fields,
                  .wantsPatterns = wantsPatterns});
    m_thread.post([run = m_run] { run->run(); });
    m_frame.start();
    isBusy = true;
    shown.progress = 0;
    Q_EMIT q.busyChanged();
}

void LogAnalysis::Private::stop()
{
    if (m_run) {
        m_run->cancel();
        m_run.reset();
    }
    m_frame.stop();
    isBusy = false;
}

void LogAnalysis::Private::poll()
{
    AnalysisNews news = m_run->take();
    const bool isFinished = news.isFinished;
    if (isFinished) {
        m_frame.stop();
        isBusy = false;
        m_pace.start(); // whose end looks for news
    }
    const bool mustTell = isFinished || news.progress != shown.progress;
    show(std::move(news));
    if (mustTell) {
        Q_EMIT q.busyChanged();
    }
}

void LogAnalysis::Private::show(AnalysisNews &&news)
{
    shown.progress = news.progress;
    if (!news.error.empty()) {
        shown.error = std::move(news.error);
    }
    const bool hasHistogram = news.histogram != nullptr;
    const bool hasFacets = news.facets.has_value();
    const bool hasPatterns = news.patterns.has_value();
    const bool hasNames = news.fieldNames && news.fieldNames != shown.fieldNames;
    if (hasHistogram) {
        shown.histogram = std::move(news.histogram);
    }
    if (hasFacets) {
        shown.facets = std::move(news.facets);
    }
    if (hasPatterns) {
        shown.patterns = std::move(news.patterns);
        shown.unmatched = news.unmatched;
    }
    if (hasNames) {
        shown.fieldNames = std::move(news.fieldNames);
        Q_EMIT q.fieldNamesChanged();
    }
    if (hasHistogram) {
        Q_EMIT q.histogramChanged();
    }
    if (hasFacets) {
        Q_EMIT q.facetsChanged();
    }
    if (hasPatterns) {
        Q_EMIT q.patternsChanged();
    }
}

LogAnalysis::LogAnalysis(LogModel *model, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, model))
{
    d->ask();
}

LogAnalysis::~LogAnalysis() = default;

void LogAnalysis::setHistogramBuckets(int mostBuckets)
{
    if (std::exchange(d->buckets, std::max(mostBuckets, 0)) != mostBuckets && mostBuckets > 0) {
        d->wantMore();
    }
}

std::shared_ptr<const logs::Histogram> LogAnalysis::histogram() const
{
    return d->shown.histogram;
}

void LogAnalysis::setFacetFields(const QStringList &fields)
{
    std::vector<std::string> names;
    for (const QString &field : fields) {
        names.push_back(field.toStdString());
    }
    if (std::exchange(d->fields, names) != names && !names.empty()) {
        d->wantMore();
    }
}

std::vector<logs::Facet> LogAnalysis::facets() const
{
    return d->shown.facets.value_or(std::vector<logs::Facet>());
}

void LogAnalysis::setPatternsWanted(bool wanted)
{
    if (std::exchange(d->wantsPatterns, wanted) != wanted && wanted) {
        d->wantMore();
    }
}

std::vector<logs::LogPattern> LogAnalysis::patterns() const
{
    return d->shown.patterns.value_or(std::vector<logs::LogPattern>());
}

quint64 LogAnalysis::unmatched() const
{
    return d->shown.unmatched;
}

QStringList LogAnalysis::fieldNames() const
{
    QStringList names;
    for (const std::string &name : d->shown.fieldNames.value_or(std::vector<std::string>())) {
        names << toQString(name);
    }
    return names;
}

bool LogAnalysis::isBusy() const
{
    return d->isBusy;
}

double LogAnalysis::progress() const
{
    return d->isBusy ? d->shown.progress : 1;
}

void LogAnalysis::cancel()
{
    d->cancel();
}

QString LogAnalysis::errorText() const
{
    return toQString(d->shown.error);
}

} // namespace foretop::models
