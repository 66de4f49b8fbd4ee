// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feedclient.h"
#include "feeds/prometheusclient.h"
#include "feeds/scrapesource.h"
#include "session/changeset.h"
#include "session/sourceboard.h"
#include "session/stores.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace foretop::session {

/// Keeps the sources of a session connected and stores what they tell, all in the one thread that
/// it lives in. What it is given must outlive it.
class SourceWorker : public QObject
{
    Q_OBJECT

public:
    SourceWorker(Stores &stores, SourceBoard &board, ChangeSet &changes, const Clock &clock);
    ~SourceWorker() override;

    using Task = std::function<void(SourceWorker &)>;
    /// Runs @p task in the worker's thread, in the order of the calls. Any thread.
    void post(Task task);

    // Sources go by their index in the environment. In the worker's thread.
    /// For a Prometheus source, before open() or refuse(); @p api must outlive the worker.
    void serve(qsizetype source, feeds::PrometheusApi &api);
    void open(qsizetype source, const SourceConfig &config);
    void refuse(qsizetype source, const Error &error);
    void retryNow();

Q_SIGNALS:
    /// The change set is no longer empty.
    void changesWaiting();
    void tasksWaiting();

private:
    void runTasks();
    void note(Change change);
    void openFeed(qsizetype source, const SourceConfig &config);
    void openScrape(qsizetype source, const SourceConfig &config);
    void follow(qsizetype source, feeds::FeedClient &client);
    void follow(qsizetype source, feeds::ScrapeSource &scrape);
    /// What all kinds of sources tell.
    template <typename Source>
    void followLink(qsizetype source, Source &link);

    Stores &m_stores;
    SourceBoard &m_board;
    ChangeSet &m_changes;
    const Clock &m_clock;
    std::vector<std::unique_ptr<feeds::FeedClient>> m_clients;
    feeds::HttpNetwork m_network;
    std::vector<std::unique_ptr<feeds::ScrapeSource>> m_scrapes;
    std::map<qsizetype, std::unique_ptr<feeds::PrometheusClient>> m_prometheus; // by source
    std::mutex m_tasksMutex;                                                    // protects m_tasks
    std::vector<Task> m_tasks;
};

} // namespace foretop::session
