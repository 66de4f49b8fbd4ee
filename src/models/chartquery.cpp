// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartquery.h"

#include "base/handover.h"
#include "models/chartrun.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>

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
    void askWithin(Milliseconds delay);
    void askIfNeeded();
    void compute();
    void takeAnswer();
    void noteMetrics();
    void stopComputing();

    // The computation under way, polled once a frame, so that the worker need not know the query.
    std::shared_ptr<ChartRun> m_run;
    QTimer m_frame;
    QTimer m_next;
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
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(session::kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { takeAnswer(); });
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
    if (m_run) {
        m_run->cancel();
        m_run.reset();
    }
    m_frame.stop();
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
    askWithin(Milliseconds(0));
}

void ChartQuery::Private::askWithin(Milliseconds delay)
{
    if (!m_next.isActive() || m_next.remainingTimeAsDuration() > delay) {
        m_next.start(delay);
    }
}

void ChartQuery::Private::askIfNeeded()
{
    if (!session || !isActive || columns <= 0 || m_run) {
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
    ChartRequest request{.store = session->sharedMetrics(),
                         .spec = spec,
                         .from = {},
                         .to = windowEnd(),
                         .columns = columns};
    request.from = request.to - columnWidth() * columns;
    if (!isLive()) {
        request.from = cursor->from();
    }
    m_run = std::make_shared<ChartRun>(std::move(request));
    std::function<void()> task = [run = m_run] {
        takeOver();
        run->run();
    };
    handOver();
    QThreadPool::globalInstance()->start(std::move(task));
    m_frame.start();
}

void ChartQuery::Private::takeAnswer()
{
    std::optional<ChartAnswer> found = m_run->take();
    if (!found) {
        return;
    }
    stopComputing();
    answer = std::move(*found);
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
