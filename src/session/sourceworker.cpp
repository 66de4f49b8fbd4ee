// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourceworker.h"

#include "base/handover.h"

namespace foretop::session {

namespace {

bool isFeedUrl(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == u"ws" || url.scheme() == u"wss");
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

void SourceWorker::open(qsizetype source, const SourceConfig &config)
{
    if (!isFeedUrl(config.url)) {
        refuse(source, {.code = ErrorCode::Malformed,
                        .message = '"' + config.url.toDisplayString().toStdString() +
                                   "\" is no ws:// or wss:// address",
                        .source = config.name.toStdString()});
        return;
    }
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

void SourceWorker::refuse(qsizetype source, const Error &error)
{
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
    connect(&client, &FeedClient::frameRejected, this, [this, source](const Error &error) {
        m_board.setLastError(source, error);
        note(Change::Sources);
    });
    connect(&client, &FeedClient::stateChanged, this, [this, source](const feeds::LinkState &link) {
        m_board.setLink(source, link);
        note(Change::Sources);
        note(Change::Links);
    });
    connect(&client, &FeedClient::countersChanged, this,
            [this, source](const feeds::LinkCounters &counters) {
                m_board.setCounters(source, counters);
                note(Change::Sources);
            });
}

} // namespace foretop::session
