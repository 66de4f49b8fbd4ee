// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metriccatalog.h"

#include "models/catalogentries.h"
#include "models/displaytext.h"
#include "models/prometheussource.h"
#include "models/prometheusvocabulary.h"
#include "models/workerrun.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <map>

namespace foretop::models {

namespace {

using SharedEntries = std::shared_ptr<const CatalogEntries>;

// A list of names to choose from: its last values need not run with every scrape.
constexpr Milliseconds kStorePause{1'000};
constexpr Milliseconds kPrometheusPause{60'000};
// Counting series is much work for a server.
constexpr int kRefreshesACount = 10;
// Of metrics that have had a sample in this time a Prometheus is asked.
constexpr Milliseconds kRecent = std::chrono::hours(1);
// Questions for labels at a time; and lists that come in this time are told of together.
constexpr std::size_t kMaxParallel = 4;
constexpr Milliseconds kTogether{100};

/// What a worker makes of what is there.
struct Catalog
{
    SharedEntries entries;
    std::shared_ptr<const std::vector<std::string>> names; // sorted; null: the store has them
};

Catalog catalogOf(CatalogAnswers answers)
{
    if (answers.names && !std::is_sorted(answers.names->begin(), answers.names->end())) {
        auto sorted = std::make_shared<std::vector<std::string>>(*answers.names);
        std::sort(sorted->begin(), sorted->end());
        answers.names = std::move(sorted);
    }
    return {std::make_shared<const CatalogEntries>(entriesOf(answers)), answers.names};
}

/// Has no names.
class NoVocabulary final : public metrics::Vocabulary
{
public:
    std::vector<std::string> metricNames() const override { return {}; }
    std::vector<std::string> labelNames(std::string_view) const override { return {}; }
    std::vector<std::string> labelValues(std::string_view, std::string_view) const override
    {
        return {};
    }
};

} // namespace

class MetricCatalog::Private
{
public:
    explicit Private(MetricCatalog &catalog);
    ~Private() { forget(); }

    void forget();
    void start();
    void setActive(bool active);

    MetricCatalog &q;
    QPointer<session::Session> session;
    QString source;
    bool isActive = true;
    bool isPending = false;
    QString error;
    SharedEntries entries = std::make_shared<const CatalogEntries>();
    std::shared_ptr<const metrics::Vocabulary> vocabulary = std::make_shared<const NoVocabulary>();

private:
    using Question = PrometheusVocabulary::Question;
    template <typename Answer>
    using Told = Result<std::shared_ptr<const Answer>>;

    Milliseconds pause() const { return source.isEmpty() ? kStorePause : kPrometheusPause; }
    void refreshWhenDue();
    void refresh();
    void ask(feeds::PrometheusApi &api);
    void askForCounts(feeds::PrometheusApi &api, WallTime now);
    void noteNames(const Told<feeds::NamesAnswer> &answer);
    void noteAnswer();
    void compute();
    void poll();
    void fail(const QString &message);
    void askForLabels();
    feeds::Inquiry askForLabels(feeds::PrometheusApi &api, std::uint64_t id,
                                const Question &question);
    void noteLabels(std::uint64_t id, const Question &question,
                    const Told<feeds::NamesAnswer> &answer);

    QTimer m_next;     // of refreshing
    QTimer m_frame;    // runs while m_run is there
    QTimer m_together; // until it is told that labels came
    QElapsedTimer m_sinceRefresh;
    bool m_mustCompute = false; // an answer came while m_run was under way
    std::shared_ptr<WorkerRun<Catalog>> m_run;

    // Of a Prometheus.
    session::Bell m_bell;
    std::shared_ptr<PrometheusVocabulary> m_names;
    CatalogAnswers m_answers;
    int m_waiting = 0; // answers without which there is nothing to compute
    int m_refreshes = 0;
    std::vector<feeds::Inquiry> m_inquiries;
    std::map<std::uint64_t, feeds::Inquiry> m_labelInquiries;
    std::uint64_t m_lastInquiry = 0;
};

MetricCatalog::Private::Private(MetricCatalog &catalog)
    : q(catalog)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, &q, [this] { refresh(); });
    m_frame.setInterval(session::kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { poll(); });
    m_together.setSingleShot(true);
    m_together.setInterval(kTogether);
    connect(&m_together, &QTimer::timeout, &q, [this] { Q_EMIT q.changed(); });
    // Also rung in this thread, within calls.
    connect(
        &m_bell, &session::Bell::rung, &q, [this] { askForLabels(); }, Qt::QueuedConnection);
}

void MetricCatalog::Private::forget()
{
    if (session) {
        session->disconnect(&q);
    }
    m_next.stop();
    m_frame.stop();
    m_together.stop();
    if (m_run) {
        m_run->cancel();
        m_run.reset();
    }
    m_mustCompute = false;
    m_sinceRefresh.invalidate();
    if (m_names) {
        m_names->silence();
        m_names.reset();
    }
    m_answers = {};
    m_waiting = 0;
    m_refreshes = 0;
    m_inquiries.clear();
    m_labelInquiries.clear();
    error.clear();
    isPending = false;
    entries = std::make_shared<const CatalogEntries>();
    vocabulary = std::make_shared<const NoVocabulary>();
}

void MetricCatalog::Private::start()
{
    connect(session, &QObject::destroyed, &q, [this] { q.setSource(nullptr, {}); });
    if (source.isEmpty()) {
        vocabulary = session->sharedMetrics();
        connect(session, &session::Session::metricsChanged, &q, [this] { refreshWhenDue(); });
    } else {
        m_names = std::make_shared<PrometheusVocabulary>(m_bell);
        vocabulary = m_names;
    }
    isPending = true;
    refreshWhenDue();
}

void MetricCatalog::Private::setActive(bool active)
{
    isActive = active;
    if (active) {
        refreshWhenDue();
    } else {
        m_next.stop();
    }
}

void MetricCatalog::Private::refreshWhenDue()
{
    if (!session || !isActive || m_next.isActive()) {
        return;
    }
    const Milliseconds past =
        m_sinceRefresh.isValid() ? Milliseconds(m_sinceRefresh.elapsed()) : pause();
    m_next.start(std::max(pause() - past, Milliseconds(0)));
}

void MetricCatalog::Private::refresh()
{
    m_sinceRefresh.start();
    if (source.isEmpty()) {
        compute();
    } else if (auto *api = prometheusNamed(*session, source)) {
        ask(*api);
        refreshWhenDue();
    } else {
        fail(noPrometheusNamed(source));
    }
}

void MetricCatalog::Private::ask(feeds::PrometheusApi &api)
{
    m_inquiries.clear();
    m_waiting = 2;
    const WallTime now = session->clock().wallNow();
    m_inquiries.push_back(api.labelValues({.label = std::string(metrics::kNameLabel),
                                           .selectors = {},
                                           .from = now - kRecent,
                                           .to = now},
                                          [this](const auto &answer) { noteNames(answer); }));
    m_inquiries.push_back(api.metadata({}, [this](const Told<feeds::MetadataAnswer> &answer) {
        // Some servers have none; names are enough.
        m_answers.metadata = answer ? *answer : m_answers.metadata;
        noteAnswer();
    }));
    if (m_refreshes++ % kRefreshesACount == 0) {
        askForCounts(api, now);
    }
}

void MetricCatalog::Private::askForCounts(feeds::PrometheusApi &api, WallTime now)
{
    m_inquiries.push_back(
        api.query({.expression = "count by (__name__) ({__name__!=\"\"})", .at = now},
                  [this](const Told<feeds::QueryAnswer> &answer) {
                      m_answers.counts = answer ? *answer : nullptr;
                      if (m_waiting == 0) {
                          compute();
                      }
                  }));
}

void MetricCatalog::Private::noteNames(const Told<feeds::NamesAnswer> &answer)
{
    if (answer) {
        m_answers.names = {*answer, &(*answer)->names};
        error.clear();
    } else {
        error = toQString(answer.error().text());
    }
    noteAnswer();
}

void MetricCatalog::Private::noteAnswer()
{
    if (--m_waiting == 0) {
        compute();
    }
}

void MetricCatalog::Private::fail(const QString &message)
{
    error = message;
    isPending = false;
    Q_EMIT q.changed();
}

void MetricCatalog::Private::compute()
{
    if (m_run) {
        m_mustCompute = true;
        return;
    }
    if (source.isEmpty()) {
        m_run = WorkerRun<Catalog>::start([store = session->sharedMetrics()](const auto &) {
            return Catalog{std::make_shared<const CatalogEntries>(entriesOf(*store)), {}};
        });
    } else {
        m_run = WorkerRun<Catalog>::start(
            [answers = m_answers](const auto &) { return catalogOf(answers); });
    }
    m_frame.start();
}

void MetricCatalog::Private::poll()
{
    auto catalog = m_run ? m_run->take() : std::nullopt;
    if (!catalog) {
        return;
    }
    m_run.reset();
    m_frame.stop();
    entries = std::move(catalog->entries);
    if (m_names && catalog->names) {
        m_names->setMetricNames(std::move(catalog->names));
    }
    isPending = false;
    if (std::exchange(m_mustCompute, false)) {
        compute();
    }
    Q_EMIT q.changed();
}

void MetricCatalog::Private::askForLabels()
{
    auto *api = session && m_names ? prometheusNamed(*session, source) : nullptr;
    while (api && m_labelInquiries.size() < kMaxParallel) {
        const auto question = m_names->takeQuestion();
        if (!question) {
            return;
        }
        const auto id = ++m_lastInquiry;
        m_labelInquiries.emplace(id, askForLabels(*api, id, *question));
    }
}

feeds::Inquiry MetricCatalog::Private::askForLabels(feeds::PrometheusApi &api, std::uint64_t id,
                                                    const Question &question)
{
    const WallTime to = session->clock().wallNow();
    const WallTime from = to - kRecent;
    std::vector<std::string> selectors;
    if (!question.metric.empty()) {
        selectors.push_back("{__name__=" + metrics::quoted(question.metric) + '}');
    }
    const auto note = [this, id, question](const auto &answer) {
        noteLabels(id, question, answer);
    };
    return question.label.empty()
               ? api.labelNames({.selectors = selectors, .from = from, .to = to}, note)
               : api.labelValues(
                     {.label = question.label, .selectors = selectors, .from = from, .to = to},
                     note);
}

void MetricCatalog::Private::noteLabels(std::uint64_t id, const Question &question,
                                        const Told<feeds::NamesAnswer> &answer)
{
    std::optional<std::vector<std::string>> list;
    if (answer) {
        list = (*answer)->names;
        // The name of the metric is no label to those who ask.
        std::erase(*list, std::string(metrics::kNameLabel));
    }
    if (m_names->answer(question, std::move(list)) && !m_together.isActive()) {
        m_together.start();
    }
    // Its end here, in its own call, is allowed: it is told once and not pending any more.
    m_labelInquiries.erase(id);
    askForLabels();
}

MetricCatalog::MetricCatalog(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
}

MetricCatalog::~MetricCatalog() = default;

void MetricCatalog::setSource(session::Session *session, const QString &source)
{
    if (session && d->session == session && d->source == source) {
        return;
    }
    d->forget();
    d->session = session;
    d->source = source;
    if (session) {
        d->start();
    }
    Q_EMIT changed();
}

void MetricCatalog::setActive(bool active)
{
    if (d->isActive != active) {
        d->setActive(active);
    }
}

std::shared_ptr<const std::vector<MetricCatalog::Entry>> MetricCatalog::entries() const
{
    return d->entries;
}

std::shared_ptr<const metrics::Vocabulary> MetricCatalog::vocabulary() const
{
    return d->vocabulary;
}

bool MetricCatalog::isPending() const
{
    return d->isPending;
}

QString MetricCatalog::error() const
{
    return d->error;
}

} // namespace foretop::models
