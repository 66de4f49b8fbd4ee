// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelquery.h"

#include "models/panelanswerbuilder.h"
#include "models/panelattempt.h"
#include "models/prometheussource.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace foretop::models {

namespace {

constexpr Milliseconds kUsualRange = std::chrono::minutes(15); // without a cursor
// How often it is looked whether a live picture is to be asked for anew.
constexpr Milliseconds kLeastLook{50};
constexpr Milliseconds kGreatestLook{1000};
// A picture without news slides all the same, and a Prometheus tells no news; but no more often.
constexpr Milliseconds kSlideWithoutNews{5000};
// Numbers follow samples that often, however wide the pixels are, and pictures that are empty too;
// those of which only the legend changes less, and the less the longer they take.
constexpr qint64 kNumbersPauseMs = 1000;
constexpr qint64 kLegendPauseMs = 5000;
constexpr qint64 kPausesAnAnswer = 5;
// How late a sample may come for a fixed picture to be drawn anew.
constexpr Milliseconds kLateSamples{60'000};
// What is asked for one window ends within this, or goes when another window is wanted.
constexpr qint64 kPatienceMs = 150;
// Cells of a heat map are seen as such.
constexpr double kPixelsACell = 6;

bool showsNumbers(PanelKind kind)
{
    return kind != PanelKind::TimeSeries && kind != PanelKind::HeatMap;
}

} // namespace

class PanelQuery::Private
{
public:
    /// What must be asked anew: another window of the same, or something else.
    enum class Change { Window, All };

    Private(PanelQuery &query, PanelSpec panelSpec);

    void connectAll();
    void forget();
    void want(Change change);
    void stop();

    PanelQuery &q;
    PanelSpec spec;
    QPointer<session::Session> session;
    QPointer<session::TimeCursor> cursor;
    QString source;
    QHash<QString, QString> variables;
    int columns = 0;
    bool isActive = true;
    bool isPending = false;
    std::shared_ptr<const PanelAnswer> answer = std::make_shared<PanelAnswer>();

private:
    bool isLive() const { return !cursor || cursor->isLive(); }
    bool canAsk() const { return session && isActive && columns > 0; }
    const QString &shownSource() const { return spec.source.isEmpty() ? source : spec.source; }
    PanelWindow window() const;
    bool isStale() const;
    void look();
    void lookWithin(Milliseconds delay);
    void begin();
    std::unique_ptr<PanelAttempt> attempt(PanelRequest request);
    void poll();
    void take(PanelAnswer found);
    void setPending(bool pending);
    void noteMetrics();

    std::unique_ptr<PanelAttempt> m_attempt; // under way
    QElapsedTimer m_sinceAsked;              // the last question
    qint64 m_answerMs = 0;                   // how long it took
    KnownIntervals m_intervals;              // of the shown source
    QTimer m_frame;                          // runs while m_attempt is there
    QTimer m_next;
    bool m_isWanted = false; // another answer than the last
    bool m_hasNews = false;  // samples came since the last question
    PanelWindow m_asked;     // of the last question
};

PanelQuery::Private::Private(PanelQuery &query, PanelSpec panelSpec)
    : q(query)
    , spec(std::move(panelSpec))
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, &q, [this] { look(); });
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(session::kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { poll(); });
}

void PanelQuery::Private::connectAll()
{
    connect(session, &session::Session::metricsChanged, &q, [this] { noteMetrics(); });
    connect(session, &QObject::destroyed, &q, [this] { q.setSession(nullptr, nullptr); });
    if (cursor) {
        connect(cursor, &session::TimeCursor::changed, &q, [this] { want(Change::Window); });
        connect(cursor, &QObject::destroyed, &q, [this] { q.setSession(nullptr, nullptr); });
    }
    want(Change::All);
}

void PanelQuery::Private::forget()
{
    if (session) {
        session->disconnect(&q);
    }
    if (cursor) {
        cursor->disconnect(&q);
    }
    stop();
    m_intervals.clear();
    answer = std::make_shared<PanelAnswer>();
    setPending(false);
}

void PanelQuery::Private::stop()
{
    m_attempt.reset();
    m_frame.stop();
    m_next.stop();
}

void PanelQuery::Private::want(Change change)
{
    m_isWanted = true;
    if (!canAsk()) {
        stop();
        m_intervals.clear();
        setPending(false);
        return;
    }
    setPending(true);
    if (m_attempt && (change == Change::All || m_sinceAsked.hasExpired(kPatienceMs))) {
        m_attempt.reset();
    }
    if (change == Change::All) {
        m_intervals.clear();
    }
    lookWithin(Milliseconds(0));
}

PanelWindow PanelQuery::Private::window() const
{
    PanelExtent extent{.range = cursor ? cursor->range() : kUsualRange, .columns = columns};
    if (spec.kind == PanelKind::HeatMap) {
        extent.pixelsAStep = kPixelsACell;
    }
    return windowOf(extent, isLive() ? std::nullopt : cursor->asOf(), session->clock().wallNow());
}

/// Whether the newest answer, of what is wanted, is not that of now any more.
bool PanelQuery::Private::isStale() const
{
    const qint64 age = m_sinceAsked.elapsed();
    if (!isLive()) {
        return m_hasNews && age >= kNumbersPauseMs;
    }
    const Milliseconds moved = window().to - m_asked.to;
    if (!m_hasNews) {
        return moved >= kSlideWithoutNews;
    }
    if (moved > Milliseconds(0)) {
        return true;
    }
    if (answer->series.isEmpty() && !answer->heatMap) {
        return age >= kNumbersPauseMs;
    }
    const qint64 pause = showsNumbers(spec.kind) ? kNumbersPauseMs : kLegendPauseMs;
    return age >= std::max(pause, m_answerMs * kPausesAnAnswer);
}

void PanelQuery::Private::lookWithin(Milliseconds delay)
{
    if (!m_next.isActive() || m_next.remainingTimeAsDuration() > delay) {
        m_next.start(delay);
    }
}

void PanelQuery::Private::look()
{
    if (!canAsk() || m_attempt) {
        return;
    }
    if (m_isWanted || isStale()) {
        begin();
    } else if (isLive() || m_hasNews) {
        lookWithin(std::clamp(m_asked.column, kLeastLook, kGreatestLook));
    }
}

void PanelQuery::Private::begin()
{
    m_isWanted = false;
    m_hasNews = false;
    m_asked = window();
    m_attempt = attempt({.spec = spec, .variables = variables, .window = m_asked});
    m_sinceAsked.start();
    if (m_attempt) {
        m_frame.start();
        return;
    }
    PanelAnswer nothing = PanelAnswerBuilder(spec, m_asked).take();
    const auto targets = askedTargets(spec);
    nothing.problems.append({.target = targets.empty() ? 0 : targets.front(),
                             .message = noPrometheusNamed(shownSource()),
                             .column = {}});
    take(std::move(nothing));
}

/// Null when there is no such source.
std::unique_ptr<PanelAttempt> PanelQuery::Private::attempt(PanelRequest request)
{
    if (shownSource().isEmpty()) {
        return std::make_unique<StoreAttempt>(std::move(request), session->sharedMetrics());
    }
    auto *api = prometheusNamed(*session, shownSource());
    return api ? std::make_unique<PrometheusAttempt>(std::move(request), *api, m_intervals)
               : nullptr;
}

void PanelQuery::Private::poll()
{
    if (!m_attempt) {
        m_frame.stop();
        return;
    }
    if (auto found = m_attempt->poll()) {
        m_answerMs = m_sinceAsked.elapsed();
        m_attempt.reset();
        m_frame.stop();
        take(std::move(*found));
    } else if (m_isWanted && m_sinceAsked.hasExpired(kPatienceMs)) {
        m_attempt.reset();
        look();
    }
}

void PanelQuery::Private::take(PanelAnswer found)
{
    answer = std::make_shared<const PanelAnswer>(std::move(found));
    setPending(m_isWanted);
    lookWithin(m_isWanted ? Milliseconds(0)
                          : std::clamp(m_asked.column, kLeastLook, kGreatestLook));
    Q_EMIT q.ready();
}

void PanelQuery::Private::setPending(bool pending)
{
    if (isPending != pending) {
        isPending = pending;
        Q_EMIT q.pendingChanged();
    }
}

void PanelQuery::Private::noteMetrics()
{
    if (!shownSource().isEmpty() ||
        (!isLive() && cursor->at() < session->clock().wallNow() - kLateSamples)) {
        return;
    }
    m_hasNews = true;
    if (canAsk()) {
        lookWithin(kLeastLook);
    }
}

PanelQuery::PanelQuery(PanelSpec spec, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(spec)))
{
}

PanelQuery::~PanelQuery() = default;

const PanelSpec &PanelQuery::spec() const
{
    return d->spec;
}

void PanelQuery::setSpec(PanelSpec spec)
{
    if (d->spec != spec) {
        d->spec = std::move(spec);
        d->want(Private::Change::All);
    }
}

void PanelQuery::setSession(session::Session *session, session::TimeCursor *cursor)
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

void PanelQuery::setSource(const QString &source)
{
    if (d->source != source) {
        d->source = source;
        d->want(Private::Change::All);
    }
}

void PanelQuery::setVariables(const QHash<QString, QString> &values)
{
    if (d->variables != values) {
        d->variables = values;
        d->want(Private::Change::All);
    }
}

void PanelQuery::setColumns(int pixelColumns)
{
    if (d->columns != pixelColumns) {
        d->columns = pixelColumns;
        d->want(Private::Change::Window);
    }
}

void PanelQuery::setActive(bool active)
{
    if (d->isActive != active) {
        d->isActive = active;
        d->want(Private::Change::Window);
    }
}

std::shared_ptr<const PanelAnswer> PanelQuery::answer() const
{
    return d->answer;
}

bool PanelQuery::isPending() const
{
    return d->isPending;
}

} // namespace foretop::models
