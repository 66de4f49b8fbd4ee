// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/feedhub.h"

#include <fmt/format.h>

#include <QSysInfo>

namespace foretop::agent {
namespace {

using feeds::FeedKind;
using feeds::FeedPublisher;

bool isKept(FeedKind kind)
{
    return kind == FeedKind::Logs || kind == FeedKind::Jobs || kind == FeedKind::Errors;
}

std::string nameOf(FeedKind kind)
{
    return std::string(feeds::feedName(kind));
}

} // namespace

FeedHub::FeedHub(const AgentConfig &config, const StateDir &stateDir, QObject *parent)
    : QObject(parent)
{
    for (const FeedKind kind : feeds::kFeedKinds) {
        feeds::FeedPublisherOptions options;
        options.kind = kind;
        options.service = QString::fromStdString(config.service);
        options.host = QSysInfo::machineHostName();
        options.ringBytes = config.ringBytes;
        if (isKept(kind)) {
            options.spoolPath = QString::fromStdString(
                stateDir.file(fmt::format("{}.spool", feeds::feedName(kind))));
        }
        m_publishers[static_cast<std::size_t>(kind)] =
            std::make_unique<FeedPublisher>(std::move(options));
    }
}

std::vector<Error> FeedHub::open()
{
    std::vector<Error> errors;
    for (const auto &publisher : m_publishers) {
        if (const auto opened = publisher->open(); !opened) {
            errors.push_back(opened.error());
        }
    }
    return errors;
}

FeedPublisher &FeedHub::feed(FeedKind kind)
{
    return *m_publishers[static_cast<std::size_t>(kind)];
}

void FeedHub::fillMetrics(FamilyBuilder &out) const
{
    using prometheus::MetricType;
    const auto addEach = [&](const char *name, const char *help, MetricType type, auto value) {
        out.begin(name, help, type);
        for (const auto &publisher : m_publishers) {
            out.add(static_cast<double>(value(*publisher)),
                    {{"feed", nameOf(publisher->options().kind)}});
        }
    };
    addEach("foretopd_feed_clients", "Clients that follow the feed.", MetricType::Gauge,
            [](const FeedPublisher &feed) { return feed.clientCount(); });
    addEach("foretopd_feed_items_published_total", "Items put into the feed.", MetricType::Counter,
            [](const FeedPublisher &feed) { return feed.counters().published; });
    addEach("foretopd_feed_items_evicted_total", "Items dropped from the feed's full ring.",
            MetricType::Counter, [](const FeedPublisher &feed) { return feed.counters().evicted; });
    addEach("foretopd_feed_items_unsendable_total",
            "Items that were too large for a frame or no JSON object.", MetricType::Counter,
            [](const FeedPublisher &feed) { return feed.counters().unsendable; });
    addEach("foretopd_feed_items_dropped_total", "Items lost before they were published.",
            MetricType::Counter, [](const FeedPublisher &feed) { return feed.counters().dropped; });
    addEach("foretopd_feed_items_sent_total", "Items sent to clients.", MetricType::Counter,
            [](const FeedPublisher &feed) { return feed.counters().sent; });
    addEach("foretopd_feed_malformed_frames_total", "Frames of clients that could not be read.",
            MetricType::Counter,
            [](const FeedPublisher &feed) { return feed.counters().clientErrors; });
    addEach("foretopd_feed_spool_errors_total", "Writes to the feed's spool that failed.",
            MetricType::Counter,
            [](const FeedPublisher &feed) { return feed.counters().spoolErrors; });
}

} // namespace foretop::agent
