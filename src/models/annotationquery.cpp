// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/annotationquery.h"

#include "models/displaytext.h"
#include "models/happenings.h"
#include "models/panelwindow.h"
#include "models/prometheussource.h"
#include "models/selectors.h"
#include "models/workerrun.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace foretop::models {

namespace {

constexpr Milliseconds kUsualRange = std::chrono::minutes(15); // without a cursor
// What happens is not seen to the pixel, so that all widths ask a Prometheus for the same.
constexpr int kColumns = 600;
constexpr Milliseconds kStorePause{2'000};
constexpr Milliseconds kPrometheusPause{15'000};

enum Part { StartTimes, Builds, Alerts, PartCount };
constexpr std::array<const char *, PartCount> kExpressions{"process_start_time_seconds",
                                                           R"({__name__=~".+_build_info"})",
                                                           R"(ALERTS{alertstate="firing"})"};

using Answers = std::array<std::shared_ptr<const feeds::QueryAnswer>, PartCount>;

std::vector<SeriesRuns> &partOf(Happenings &happenings, std::size_t part)
{
    return part == StartTimes ? happenings.startTimes
           : part == Builds   ? happenings.builds
                              : happenings.alerts;
}

metrics::SeriesKey keyOf(metrics::Labels labels)
{
    metrics::SeriesKey key;
    for (auto &[name, value] : labels) {
        if (name == metrics::kNameLabel) {
            key.name = std::move(value);
        } else {
            key.labels.emplace_back(std::move(name), std::move(value));
        }
    }
    return key;
}

AnnotationList ofStore(Happenings happenings, const metrics::SeriesStore &store,
                       const std::stop_token &stop)
{
    constexpr Milliseconds kGap = metrics::SeriesStore::kLookback;
    for (std::size_t part = 0; part < PartCount; ++part) {
        const auto expression = metrics::parseExpression(kExpressions[part]);
        const auto *selector = expression ? plainSelector(*expression) : nullptr;
        if (!selector) {
            continue;
        }
        const auto visit = [&](metrics::Labels labels,
                               std::span<const metrics::Sample> samples) -> Result<void> {
            partOf(happenings, part)
                .push_back({keyOf(std::move(labels)), runsOf(samples, kGap, happenings.to)});
            return stop.stop_requested() ? fail(ErrorCode::Cancelled, "stopped") : Result<void>();
        };
        // One that was stopped is of no use to anybody.
        (void)store.select(matchersOf(*selector), happenings.from - kGap, happenings.to, visit);
    }
    return annotationsOf(happenings);
}

AnnotationList ofPrometheus(Happenings happenings, const Answers &answers,
                            const PanelWindow &window)
{
    for (std::size_t part = 0; part < PartCount; ++part) {
        if (!answers[part]) {
            continue;
        }
        for (const metrics::ResultSeries &series : answers[part]->matrix) {
            partOf(happenings, part)
                .push_back({series.key, runsOf(series.samples, window.step, window.lastMoment)});
        }
    }
    return annotationsOf(happenings);
}

} // namespace

class AnnotationQuery::Private
{
public:
    explicit Private(AnnotationQuery &query);
    ~Private() { stop(); }

    void connectAll();
    void forget();
    void want();
    void stop();

    AnnotationQuery &q;
    QPointer<session::Session> session;
    QPointer<session::TimeCursor> cursor;
    QString source;
    bool isActive = true;
    AnnotationList list;

private:
    bool isLive() const { return !cursor || cursor->isLive(); }
    void askWithin(Milliseconds delay);
    void ask();
    void ask(feeds::PrometheusApi &api);
    void note(std::size_t part, const Result<std::shared_ptr<const feeds::QueryAnswer>> &answer);
    void start(WorkerRun<AnnotationList>::Task task);
    void poll();
    void take(AnnotationList found);

    QTimer m_next;
    QTimer m_frame; // runs while m_run is there
    bool m_isWanted = false;
    std::shared_ptr<WorkerRun<AnnotationList>> m_run;
    Happenings m_asked; // what is known without asking
    PanelWindow m_window;
    Answers m_answers;
    std::size_t m_waiting = 0; // inquiries not told yet
    std::vector<feeds::Inquiry> m_inquiries;
};

AnnotationQuery::Private::Private(AnnotationQuery &query)
    : q(query)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, &q, [this] { ask(); });
    m_frame.setInterval(session::kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { poll(); });
}

void AnnotationQuery::Private::connectAll()
{
    const auto news = [this] {
        if (source.isEmpty() && isLive()) {
            askWithin(kStorePause);
        }
    };
    connect(session, &session::Session::metricsChanged, &q, news);
    connect(session, &session::Session::healthChanged, &q, news);
    connect(session, &QObject::destroyed, &q, [this] { q.setSession(nullptr, nullptr); });
    if (cursor) {
        connect(cursor, &session::TimeCursor::changed, &q, [this] { want(); });
        connect(cursor, &QObject::destroyed, &q, [this] { q.setSession(nullptr, nullptr); });
    }
    want();
}

void AnnotationQuery::Private::forget()
{
    if (session) {
        session->disconnect(&q);
    }
    if (cursor) {
        cursor->disconnect(&q);
    }
    stop();
    take({});
}

void AnnotationQuery::Private::stop()
{
    m_next.stop();
    m_frame.stop();
    m_inquiries.clear();
    m_waiting = 0;
    if (m_run) {
        m_run->cancel();
        m_run.reset();
    }
}

void AnnotationQuery::Private::want()
{
    m_isWanted = true;
    askWithin(Milliseconds(0));
}

void AnnotationQuery::Private::askWithin(Milliseconds delay)
{
    if (session && isActive && (!m_next.isActive() || m_next.remainingTimeAsDuration() > delay)) {
        m_next.start(delay);
    }
}

void AnnotationQuery::Private::ask()
{
    if (!session || !isActive || m_run || m_waiting > 0) {
        return; // what is under way asks again when it ends
    }
    m_isWanted = false;
    m_window = windowOf({.range = cursor ? cursor->range() : kUsualRange, .columns = kColumns},
                        isLive() ? std::nullopt : cursor->asOf(), session->clock().wallNow());
    m_asked = {};
    m_asked.from = m_window.from;
    m_asked.to = m_window.to;
    if (source.isEmpty()) {
        for (const health::VersionChange &change : session->health().versionChanges()) {
            m_asked.versions.push_back(
                {toQString(change.service), toQString(change.version), change.time});
        }
        start([asked = m_asked, store = session->sharedMetrics()](const std::stop_token &stop) {
            return ofStore(asked, *store, stop);
        });
    } else if (auto *api = prometheusNamed(*session, source)) {
        ask(*api);
    } else {
        take({});
    }
}

void AnnotationQuery::Private::ask(feeds::PrometheusApi &api)
{
    m_inquiries.clear();
    m_answers = {};
    m_waiting = PartCount;
    for (std::size_t part = 0; part < PartCount; ++part) {
        m_inquiries.push_back(
            api.queryRange({.expression = kExpressions[part],
                            .from = m_window.firstMoment,
                            .to = m_window.lastMoment,
                            .step = m_window.step},
                           [this, part](const auto &answer) { note(part, answer); }));
    }
}

void AnnotationQuery::Private::note(std::size_t part,
                                    const Result<std::shared_ptr<const feeds::QueryAnswer>> &answer)
{
    if (answer) {
        m_answers[part] = *answer;
    }
    if (--m_waiting == 0) {
        start([asked = m_asked, answers = m_answers, window = m_window](const std::stop_token &) {
            return ofPrometheus(asked, answers, window);
        });
    }
}

void AnnotationQuery::Private::start(WorkerRun<AnnotationList>::Task task)
{
    m_run = WorkerRun<AnnotationList>::start(std::move(task));
    m_frame.start();
}

void AnnotationQuery::Private::poll()
{
    auto found = m_run ? m_run->take() : std::nullopt;
    if (!found) {
        return;
    }
    m_run.reset();
    m_frame.stop();
    if (m_isWanted) {
        askWithin(Milliseconds(0));
    } else if (isLive()) {
        askWithin(source.isEmpty() ? kStorePause : kPrometheusPause);
    }
    take(std::move(*found));
}

void AnnotationQuery::Private::take(AnnotationList found)
{
    if (list.annotations != found.annotations || list.leftOut != found.leftOut) {
        list = std::move(found);
        Q_EMIT q.changed();
    }
}

AnnotationQuery::AnnotationQuery(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
}

AnnotationQuery::~AnnotationQuery() = default;

void AnnotationQuery::setSession(session::Session *session, session::TimeCursor *cursor)
{
    d->forget();
    d->session = session;
    d->cursor = cursor;
    if (session) {
        d->connectAll();
    }
}

void AnnotationQuery::setSource(const QString &source)
{
    if (d->source != source) {
        d->source = source;
        d->stop();
        d->want();
    }
}

void AnnotationQuery::setActive(bool active)
{
    if (d->isActive != active) {
        d->isActive = active;
        active ? d->want() : d->stop();
    }
}

const QVector<Annotation> &AnnotationQuery::annotations() const
{
    return d->list.annotations;
}

int AnnotationQuery::leftOut() const
{
    return d->list.leftOut;
}

} // namespace foretop::models
