// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/httpexchange.h"
#include "feeds/linkstate.h"
#include "feeds/scrapedecoder.h"

namespace foretop::feeds {

struct ScrapeOptions
{
    QUrl url;       ///< http or https, such as http://host:9100/metrics
    QString source; ///< the source's name, as shown and as put in errors
    HttpAccess access;
    ScrapeRules rules;
    Milliseconds interval{15'000};
    Milliseconds timeout{10'000}; ///< no more than the interval counts
    qint64 maxBytes = 32 << 20;   ///< of a page, decompressed
};

/// What one scrape told, or that it told nothing.
struct Scrape
{
    WallTime at{};      ///< when it began: the time of its samples
    MetricsBatch batch; ///< with the report (appendReport); series that are not in it have ended
};

/// Scrapes one /metrics page again and again. Lives in the thread it was made in; all signals come
/// from there.
///
/// A page that cannot be had is asked for again at the next interval (Unreachable), but not when
/// the server refuses it for good (Refused: credentials, TLS, no such page). A page that was there
/// and is not (404) is a server on its way up, and asked for again.
class ScrapeSource : public QObject
{
    Q_OBJECT

public:
    /// @p network and @p clock must outlive the source.
    ScrapeSource(ScrapeOptions options, HttpNetwork &network, const Clock &clock,
                 QObject *parent = nullptr);
    ~ScrapeSource() override;

    const ScrapeOptions &options() const { return m_options; }

public Q_SLOTS:
    /// Scrapes at once. Does nothing when started or stopped before.
    void start();
    /// Cancels the scrape under way; stateChanged(Stopped) follows.
    void stop();
    /// Scrapes now, also when Refused; reads certificates again.
    void retryNow();

Q_SIGNALS:
    /// The page as received, before decoding; what a capture records.
    void frameReceived(const QByteArray &page);
    void scraped(const foretop::feeds::Scrape &scrape);
    /// A page or line could not be read; counted in malformed.
    void frameRejected(const foretop::Error &error);
    void stateChanged(const foretop::feeds::LinkState &state);
    void countersChanged(const foretop::feeds::LinkCounters &counters);

private:
    void open();
    void scrape();
    void take(const HttpOutcome &outcome);
    void takePage(const QByteArray &page, const QByteArray &contentType);
    void failWith(HttpFailure failure);
    void report(MetricsBatch batch, bool up, std::size_t samples);
    void setState(LinkPhase phase, std::optional<Error> error = {});

    const ScrapeOptions m_options;
    const std::string m_name;
    HttpNetwork &m_network;
    const Clock &m_clock;
    std::optional<HttpEndpoint> m_endpoint;
    std::unique_ptr<HttpExchange> m_exchange; // the scrape under way
    QTimer m_timer;
    WallTime m_begun{};
    SteadyTime m_begunSteady{};
    LinkState m_state;
    LinkCounters m_counters;
    bool m_isStarted = false;
    bool m_wasLive = false;
};

} // namespace foretop::feeds
