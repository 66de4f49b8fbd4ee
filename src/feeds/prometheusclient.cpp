// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/prometheusclient.h"

#include "feeds/rangeruns.h"

#include <QRandomGenerator>
#include <QTimer>

namespace foretop::feeds {

class PrometheusClient::Private
{
public:
    Private(PrometheusApi &itsApi, HttpNetwork &itsNetwork, const Clock &itsClock,
            PrometheusClient *client);

    void open();
    void retryNow();
    void close(const Error &error);
    void setState(LinkPhase phase, std::optional<Error> error = {});
    void takeQuestions();
    void ask(std::uint64_t id, const PrometheusRequest &request);

    PrometheusClient *const q;
    PrometheusApi &api;
    HttpNetwork &network;
    const Clock &clock;
    PrometheusOptions options;
    LinkState state;
    bool isOpened = false;

private:
    /// Of the client itself, which no inquiry has.
    static constexpr std::uint64_t kProbe = 0;

    void probe();
    void takeProbe(const CallOutcome &outcome);
    void noteAnswer(std::size_t items);

    LinkCounters m_counters;
    bool m_wasLive = false;
    bool m_isProbing = false;
    QTimer m_probeTimer;
    std::unique_ptr<Backoff> m_backoff;
    std::unique_ptr<RangeRuns> m_ranges;
    std::unique_ptr<CallQueue> m_queue; // null while there is no way to ask
    std::vector<std::pair<std::uint64_t, PrometheusRequest>> m_early; // asked before open()
};

PrometheusClient::Private::Private(PrometheusApi &itsApi, HttpNetwork &itsNetwork,
                                   const Clock &itsClock, PrometheusClient *client)
    : q(client)
    , api(itsApi)
    , network(itsNetwork)
    , clock(itsClock)
{
    m_probeTimer.setSingleShot(true);
    QObject::connect(&m_probeTimer, &QTimer::timeout, q, [this] { probe(); });
}

void PrometheusClient::Private::open()
{
    const std::string source = options.source.toStdString();
    const auto endpoint = network.open(options.access);
    if (!endpoint) {
        close(
            {.code = endpoint.error().code, .message = endpoint.error().text(), .source = source});
        return;
    }
    m_backoff = std::make_unique<Backoff>(options.backoffFirst, options.backoffMost, [] {
        return QRandomGenerator::global()->generateDouble();
    });
    m_ranges = std::make_unique<RangeRuns>(
        source, options.cacheBytes, options.settleTime,
        [this](std::uint64_t id, Result<PrometheusData> data) { api.answer(id, std::move(data)); });
    m_queue = std::make_unique<CallQueue>(CallQueue::Server{.endpoint = *endpoint,
                                                            .url = options.url,
                                                            .source = source,
                                                            .timeout = options.timeout,
                                                            .maxBytes = options.maxBytes});
    QObject::connect(m_queue.get(), &CallQueue::answered, q,
                     [this](std::size_t items) { noteAnswer(items); });
    QObject::connect(m_queue.get(), &CallQueue::rejected, q, [this](const Error &error) {
        ++m_counters.malformed;
        Q_EMIT q->frameRejected(error);
        Q_EMIT q->countersChanged(m_counters);
    });
    QObject::connect(m_queue.get(), &CallQueue::linkDoubted, q, [this] {
        if (state.phase == LinkPhase::Live) {
            m_probeTimer.start(0);
        }
    });
    setState(LinkPhase::Connecting);
    probe();
    for (const auto &[id, request] : std::exchange(m_early, {})) {
        ask(id, request);
    }
}

void PrometheusClient::Private::retryNow()
{
    if (state.phase == LinkPhase::Live) {
        m_ranges->clearCache();
        probe();
        return;
    }
    if (m_queue) {
        const Error reason = state.error.value_or(
            Error{.code = ErrorCode::Cancelled, .message = "connecting again", .source = {}});
        m_queue->failAll(reason);
    }
    m_isProbing = false;
    open();
}

void PrometheusClient::Private::close(const Error &error)
{
    m_probeTimer.stop();
    setState(LinkPhase::Refused, error);
    for (const auto &[id, request] : std::exchange(m_early, {})) {
        api.answer(id, tl::unexpected(error));
    }
}

void PrometheusClient::Private::setState(LinkPhase phase, std::optional<Error> error)
{
    if (state.phase != phase || state.since == WallTime{}) {
        state.since = clock.wallNow();
    }
    state.phase = phase;
    state.error = std::move(error);
    Q_EMIT q->stateChanged(state);
}

void PrometheusClient::Private::takeQuestions()
{
    for (const PrometheusApi::Question &question : api.takeQuestions()) {
        if (question.request) {
            ask(question.id, *question.request);
            continue;
        }
        std::erase_if(m_early,
                      [&question](const auto &early) { return early.first == question.id; });
        if (m_queue) {
            m_ranges->cancel(question.id);
            m_queue->cancel(question.id);
        }
    }
}

void PrometheusClient::Private::ask(std::uint64_t id, const PrometheusRequest &request)
{
    if (state.phase == LinkPhase::Refused) {
        api.answer(id, tl::unexpected(*state.error));
    } else if (!m_queue) {
        m_early.emplace_back(id, request);
    } else if (const auto *range = std::get_if<RangeRequest>(&request)) {
        m_ranges->start(id, *range, *m_queue, clock.wallNow());
    } else {
        m_queue->add(callFor(request), id,
                     [this, id](const CallOutcome &outcome) { api.answer(id, outcome.data); });
    }
}

void PrometheusClient::Private::probe()
{
    if (std::exchange(m_isProbing, true)) {
        return;
    }
    m_probeTimer.stop();
    m_queue->add(callFor(InstantRequest{.expression = "1", .at = clock.wallNow()}), kProbe,
                 [this](const CallOutcome &outcome) { takeProbe(outcome); });
}

void PrometheusClient::Private::takeProbe(const CallOutcome &outcome)
{
    m_isProbing = false;
    if (outcome.data) {
        return; // noted as every answer
    }
    const Error &error = outcome.data.error();
    // An address that answered before is that of a server on its way up.
    if (outcome.persistent && !(error.code == ErrorCode::NotFound && m_wasLive)) {
        close(error);
    } else {
        setState(LinkPhase::Unreachable, error);
        m_probeTimer.start(m_backoff->next());
    }
}

void PrometheusClient::Private::noteAnswer(std::size_t items)
{
    ++m_counters.frames;
    m_counters.items += items;
    m_backoff->reset();
    m_probeTimer.start(options.probeInterval);
    if (state.phase != LinkPhase::Live) {
        m_counters.reconnects += static_cast<std::uint64_t>(std::exchange(m_wasLive, true));
        setState(LinkPhase::Live);
    }
    Q_EMIT q->countersChanged(m_counters);
}

PrometheusClient::PrometheusClient(PrometheusApi &api, HttpNetwork &network, const Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(api, network, clock, this))
{
    connect(
        &api, &PrometheusApi::questionsWaiting, this, [this] { d->takeQuestions(); },
        Qt::QueuedConnection);
    // For those that wait already.
    QMetaObject::invokeMethod(
        this, [this] { d->takeQuestions(); }, Qt::QueuedConnection);
}

PrometheusClient::~PrometheusClient() = default;

void PrometheusClient::open(PrometheusOptions options)
{
    d->options = std::move(options);
    d->isOpened = true;
    d->open();
}

void PrometheusClient::refuse(const Error &error)
{
    d->close(error);
}

void PrometheusClient::retryNow()
{
    if (d->isOpened) {
        d->retryNow();
    }
}

} // namespace foretop::feeds
