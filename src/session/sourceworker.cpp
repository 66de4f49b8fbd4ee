// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourceworker.h"

#include "base/handover.h"
#include "session/httpoptions.h"

namespace foretop::session {

namespace {

/// Whether @p config has an address that its protocol can be spoken at.
std::optional<Error> unusableAddress(const SourceConfig &config)
{
    const QUrl &url = config.url;
    const bool isFeed = config.protocol == SourceProtocol::Feed;
    const bool hasScheme = isFeed ? url.scheme() == u"ws" || url.scheme() == u"wss"
                                  : url.scheme() == u"http" || url.scheme() == u"https";
    if (url.isValid() && !url.host().isEmpty() && hasScheme) {
        return {};
    }
    return Error{.code = ErrorCode::Malformed,
                 .message = '"' + url.toDisplayString().toStdString() + "\" is no " +
                            (isFeed ? "ws:// or wss://" : "http:// or https://") + " address",
                 .source = config.name.toStdString()};
}

} // namespace

SourceWorker::SourceWorker(Stores &stores, SourceBoard &board, ChangeSet &changes,
                           const Clock &clock)
    : m_stores(stores)
    , m_board(board)
    , m_changes(changes)
    , m_clock(clock)
{
    connect(this, &SourceWorker::tasksWaiting, this, [this] { runTasks(); });
}

SourceWorker::~SourceWorker()
{
    takeOver();
    m_clients.clear();
    m_scrapes.clear();
    m_prometheus.clear();
    handOver();
}

void SourceWorker::post(Task task)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_tasksMutex);
        isFirst = m_tasks.empty();
        m_tasks.push_back(std::move(task));
    }
    if (isFirst) {
        Q_EMIT tasksWaiting();
    }
}

void SourceWorker::runTasks()
{
    std::vector<Task> tasks;
    {
        const std::lock_guard lock(m_tasksMutex);
        tasks.swap(m_tasks);
    }
    for (const Task &task : tasks) {
        task(*this);
    }
}

void SourceWorker::serve(qsizetype source, feeds::PrometheusApi &api)
{
    auto client = std::make_unique<feeds::PrometheusClient>(api, m_network, m_clock);
    followLink(source, *client);
    m_prometheus.emplace(source, std::move(client));
}

void SourceWorker::open(qsizetype source, const SourceConfig &config)
{
    if (const auto error = unusableAddress(config)) {
        refuse(source, *error);
        return;
    }
    switch (config.protocol) {
    case SourceProtocol::Feed:
        openFeed(source, config);
        break;
    case SourceProtocol::Scrape:
        openScrape(source, config);
        break;
    case SourceProtocol::Prometheus:
        m_prometheus.at(source)->open(prometheusOptions(config));
        break;
    }
}

void SourceWorker::openFeed(qsizetype source, const SourceConfig &config)
{
    feeds::FeedClientOptions options;
    options.kind = config.kind;
    options.url = config.url;
    options.source = config.name;
    options.token = config.token;
    m_clients.push_back(std::make_unique<feeds::FeedClient>(std::move(options), m_clock));
    feeds::FeedClient &client = *m_clients.back();
    follow(source, client);
    client.start();
}

void SourceWorker::openScrape(qsizetype source, const SourceConfig &config)
{
    m_scrapes.push_back(
        std::make_unique<feeds::ScrapeSource>(scrapeOptions(config), m_network, m_clock));
    feeds::ScrapeSource &scrape = *m_scrapes.back();
    follow(source, scrape);
    scrape.start();
}

void SourceWorker::refuse(qsizetype source, const Error &error)
{
    if (const auto found = m_prometheus.find(source); found != m_prometheus.end()) {
        found->second->refuse(error); // who asks it is to hear of it
        return;
    }
    m_board.setLink(source, {.phase = feeds::LinkPhase::Refused,
                             .since = m_clock.wallNow(),
                             .error = error,
                             .plain = false});
    note(Change::Sources);
    note(Change::Links);
}

void SourceWorker::retryNow()
{
    for (const auto &client : m_clients) {
        client->retryNow();
    }
    for (const auto &scrape : m_scrapes) {
        scrape->retryNow();
    }
    for (const auto &[source, client] : m_prometheus) {
        client->retryNow();
    }
}

void SourceWorker::note(Change change)
{
    if (m_changes.add(change)) {
        Q_EMIT changesWaiting();
    }
}

void SourceWorker::follow(qsizetype source, feeds::FeedClient &client)
{
    using feeds::FeedClient;
    const std::string name = client.options().source.toStdString();
    const bool isLogs = client.options().kind == feeds::FeedKind::Logs;

    // Direct: what is stored when this returns is what the client acknowledges.
    connect(
        &client, &FeedClient::itemsReady, this,
        [this, name](const feeds::DecodedItems &decoded) {
            note(m_stores.append(name, decoded.items));
        },
        Qt::DirectConnection);
    connect(&client, &FeedClient::gapFound, this,
            [this, name, isLogs](quint64 count, const QString &reason) {
                if (isLogs) {
                    m_stores.appendLogGap(name, count, reason.toStdString());
                    note(Change::Logs);
                }
            });
    followLink(source, client);
}

void SourceWorker::follow(qsizetype source, feeds::ScrapeSource &scrape)
{
    const std::string name = scrape.options().source.toStdString();
    connect(&scrape, &feeds::ScrapeSource::scraped, this, [this, name](const feeds::Scrape &told) {
        const Change change = m_stores.append(name, told.batch);
        m_stores.metrics.endMissing(name, told.at);
        note(change);
    });
    followLink(source, scrape);
}

template <typename Source>
void SourceWorker::followLink(qsizetype source, Source &link)
{
    connect(&link, &Source::frameRejected, this, [this, source](const Error &error) {
        m_board.setLastError(source, error);
        note(Change::Sources);
    });
    connect(&link, &Source::stateChanged, this, [this, source](const feeds::LinkState &state) {
        m_board.setLink(source, state);
        note(Change::Sources);
        note(Change::Links);
    });
    connect(&link, &Source::countersChanged, this,
            [this, source](const feeds::LinkCounters &counters) {
                m_board.setCounters(source, counters);
                note(Change::Sources);
            });
}

} // namespace foretop::session
