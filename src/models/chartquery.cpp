// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartquery.h"

#include "models/chartcompute.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>

namespace foretop::models {

namespace {

// A live picture is drawn anew with each pixel column that it slides, within these bounds.
constexpr Milliseconds kLeastSlide{50};
constexpr Milliseconds kGreatestSlide{1000};
// How late a sample may come for a fixed picture to be drawn anew.
constexpr Milliseconds kLateSamples{60'000};

} // namespace

class ChartQuery::Private
{
public:
    Private(ChartQuery &query, ChartSpec chartSpec);
    ~Private() { stopComputing(); }

    void connectAll();
    void forget();
    /// Asks as soon as a frame allows.
    void askNow();

    ChartQuery &q;
    const ChartSpec spec;
    QPointer<session::Session> session;
    QPointer<session::TimeCursor> cursor;
    int columns = 0;
    bool isActive = true;
    ChartAnswer answer;

private:
    bool isLive() const { return !cursor || cursor->isLive(); }
    Milliseconds columnWidth() const;
    /// How long a live picture stands still.
    Milliseconds slide() const { return std::clamp(columnWidth(), kLeastSlide, kGreatestSlide); }
    WallTime windowEnd() const;
    Milliseconds restOfFrame() const;
    void askWithin(Milliseconds delay);
    void askIfNeeded();
    void compute();
    void takeAnswer();
    void noteMetrics();
    void stopComputing();

    QFutureWatcher<ChartAnswer> m_watcher; // of the newest computation; late ones are not heard
    std::stop_source m_stop;
    QTimer m_next;
    QElapsedTimer m_sinceReady;
    bool m_isComputing = false;
    bool m_mustAsk = false; // another picture is wanted
    bool m_hasNews = false; // samples came since the last question
};

ChartQuery::Private::Private(ChartQuery &query, ChartSpec chartSpec)
    : q(query)
    , spec(std::move(chartSpec))
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, &q, [this] { askIfNeeded(); });
    connect(&m_watcher, &QFutureWatcherBase::finished, &q, [this] { takeAnswer(); });
}

void ChartQuery::Private::connectAll()
{
    connect(session, &session::Session::metricsChanged, &q, [this] { noteMetrics(); });
    connect(session, &QObject::destroyed, &q, [this] { q.setSession(nullptr, nullptr); });
    if (cursor) {
        connect(cursor, &session::TimeCursor::changed, &q, [this] { askNow(); });
        connect(cursor, &QObject::destroyed, &q, [this] { q.setSession(nullptr, nullptr); });
    }
    askNow();
}

void ChartQuery::Private::forget()
{
    if (session) {
        session->disconnect(&q);
    }
    if (cursor) {
        cursor->disconnect(&q);
    }
    stopComputing();
    m_next.stop();
    answer = {};
}

void ChartQuery::Private::stopComputing()
{
    m_isComputing = false;
    m_stop.request_stop();
    m_watcher.setFuture({});
}

Milliseconds ChartQuery::Private::columnWidth() const
{
    const Milliseconds range = cursor ? cursor->range() : Milliseconds(15 * 60 * 1000);
    return (range + Milliseconds(columns - 1)) / std::max(columns, 1);
}

/// Live windows end on a column's edge, so that samples stay in their column while it slides.
WallTime ChartQuery::Private::windowEnd() const
{
    if (!isLive()) {
        return cursor->at();
    }
    const Milliseconds width = columnWidth();
    const Milliseconds now = session->clock().wallNow().time_since_epoch();
    return WallTime((now + width - Milliseconds(1)) / width * width);
}

void ChartQuery::Private::askNow()
{
    m_mustAsk = true;
    askWithin(restOfFrame());
}

/// How long until another picture may be ready.
Milliseconds ChartQuery::Private::restOfFrame() const
{
    const Milliseconds since(m_sinceReady.isValid() ? m_sinceReady.elapsed() : session::kFrameMs);
    return std::max(Milliseconds(session::kFrameMs) - since, Milliseconds(0));
}

void ChartQuery::Private::askWithin(Milliseconds delay)
{
    if (!m_next.isActive() || m_next.remainingTimeAsDuration() > delay) {
        m_next.start(delay);
    }
}

void ChartQuery::Private::askIfNeeded()
{
    if (!session || !isActive || columns <= 0 || m_isComputing) {
        return;
    }
    if (restOfFrame() > Milliseconds(0)) {
        askWithin(restOfFrame());
        return;
    }
    if (m_mustAsk || m_hasNews || (isLive() && windowEnd() != answer.to)) {
        compute();
    } else if (isLive()) {
        askWithin(slide());
    }
}

void ChartQuery::Private::compute()
{
    m_mustAsk = false;
    m_hasNews = false;
    m_isComputing = true;
    m_stop = {};
    ChartRequest request{.store = session->sharedMetrics(),
                         .spec = spec,
                         .from = {},
                         .to = windowEnd(),
                         .columns = columns};
    request.from = request.to - columnWidth() * columns;
    if (!isLive()) {
        request.from = cursor->from();
    }
    m_watcher.setFuture(
        QtConcurrent::run([request = std::move(request), stop = m_stop.get_token()] {
            return computeChart(request, stop);
        }));
}

void ChartQuery::Private::takeAnswer()
{
    if (!m_watcher.future().isValid() || m_watcher.future().resultCount() == 0) {
        return;
    }
    m_isComputing = false;
    answer = m_watcher.result();
    m_sinceReady.start();
    if (m_mustAsk) {
        askNow();
    } else if (m_hasNews || isLive()) {
        askWithin(slide());
    }
    Q_EMIT q.ready();
}

void ChartQuery::Private::noteMetrics()
{
    if (!isLive() && cursor->at() < session->clock().wallNow() - kLateSamples) {
        return;
    }
    m_hasNews = true;
    if (answer.series.isEmpty()) {
        askNow();
    } else {
        askWithin(slide());
    }
}

ChartQuery::ChartQuery(ChartSpec spec, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(spec)))
{
}

ChartQuery::~ChartQuery() = default;

const ChartSpec &ChartQuery::spec() const
{
    return d->spec;
}

void ChartQuery::setSession(session::Session *session, session::TimeCursor *cursor)
{
    d->forget();
    d->session = session;
    d->cursor = cursor;
    if (session) {
        d->connectAll();
    } else {
        Q_EMIT ready();
    }
}

void ChartQuery::setColumns(int pixelColumns)
{
    if (d->columns != pixelColumns) {
        d->columns = pixelColumns;
        d->askNow();
    }
}

void ChartQuery::setActive(bool active)
{
    if (d->isActive != active) {
        d->isActive = active;
        d->askNow();
    }
}

const QVector<ChartSeries> &ChartQuery::series() const
{
    return d->answer.series;
}

int ChartQuery::seriesLeftOut() const
{
    return d->answer.leftOut;
}

qint64 ChartQuery::fromMs() const
{
    return msSinceEpoch(d->answer.from);
}

qint64 ChartQuery::toMs() const
{
    return msSinceEpoch(d->answer.to);
}

} // namespace foretop::models
