// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/scrapesource.h"

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

/// As Prometheus 2.42 asks.
constexpr char kAccept[] = "application/openmetrics-text;version=1.0.0,"
                           "application/openmetrics-text;version=0.0.1;q=0.75,"
                           "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

} // namespace

ScrapeSource::ScrapeSource(ScrapeOptions options, HttpNetwork &network, const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_name(m_options.source.toStdString())
    , m_network(network)
    , m_clock(clock)
    , m_timer(this)
{
    m_timer.setInterval(m_options.interval);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ScrapeSource::scrape);
}

ScrapeSource::~ScrapeSource() = default;

void ScrapeSource::start()
{
    if (m_isStarted) {
        return;
    }
    m_isStarted = true;
    setState(LinkPhase::Connecting);
    open();
}

void ScrapeSource::stop()
{
    m_isStarted = true;
    m_timer.stop();
    m_exchange.reset();
    setState(LinkPhase::Stopped);
}

void ScrapeSource::retryNow()
{
    if (m_isStarted && m_state.phase != LinkPhase::Stopped && !m_exchange) {
        open();
    }
}

void ScrapeSource::open()
{
    const auto endpoint = m_network.open(m_options.access);
    if (!endpoint) {
        m_begun = m_clock.wallNow();
        m_begunSteady = m_clock.steadyNow();
        failWith({.error = {.code = endpoint.error().code, .message = endpoint.error().text()},
                  .persistent = true});
        return;
    }
    m_endpoint = *endpoint;
    m_timer.start();
    scrape();
}

void ScrapeSource::scrape()
{
    if (m_exchange) {
        return;
    }
    const Milliseconds timeout = std::min(m_options.timeout, m_options.interval);
    HttpRequest request;
    request.url = m_options.url;
    request.accept = kAccept;
    request.fields = {{"X-Prometheus-Scrape-Timeout-Seconds",
                       QByteArray::number(static_cast<double>(timeout.count()) / 1000)}};
    request.timeout = timeout;
    request.maxBytes = m_options.maxBytes;
    m_begun = m_clock.wallNow();
    m_begunSteady = m_clock.steadyNow();
    m_exchange = std::make_unique<HttpExchange>(*m_endpoint, std::move(request));
    connect(m_exchange.get(), &HttpExchange::finished, this, &ScrapeSource::take);
    m_exchange->start();
}

void ScrapeSource::take(const HttpOutcome &outcome)
{
    m_exchange.release()->deleteLater();
    if (!outcome) {
        failWith(outcome.error());
    } else if (outcome->status >= 400) {
        HttpFailure failure = failureOf(outcome->status);
        failure.persistent = failure.persistent && !(outcome->status == 404 && m_wasLive);
        failWith(std::move(failure));
    } else {
        takePage(outcome->body, outcome->contentType);
    }
    if (m_state.phase != LinkPhase::Stopped) {
        Q_EMIT countersChanged(m_counters);
    }
}

void ScrapeSource::takePage(const QByteArray &page, const QByteArray &contentType)
{
    // Some servers call OpenMetrics plain text; none calls plain text OpenMetrics.
    const auto told = metrics::expositionFormat(
        {contentType.constData(), static_cast<std::size_t>(contentType.size())});
    const auto format =
        told == metrics::ExpositionFormat::OpenMetrics ? told : metrics::ExpositionFormat::Detect;
    ++m_counters.frames;
    Q_EMIT frameReceived(page);
    auto decoded = decodeScrape({page.constData(), static_cast<std::size_t>(page.size())},
                                m_options.rules, m_begun, m_name, format);
    if (!decoded) {
        ++m_counters.malformed;
        Q_EMIT frameRejected(decoded.error());
        failWith({.error = decoded.error()});
        return;
    }
    m_counters.malformed += decoded->unreadable;
    for (const Error &error : decoded->firstErrors) {
        Q_EMIT frameRejected(error);
    }
    const std::size_t samples = itemCount(decoded->items);
    m_counters.items += samples;
    if (std::exchange(m_wasLive, true) && m_state.phase != LinkPhase::Live) {
        ++m_counters.reconnects;
    }
    report(std::move(std::get<MetricsBatch>(decoded->items)), true, samples);
    if (m_state.phase != LinkPhase::Live && m_state.phase != LinkPhase::Stopped) {
        setState(LinkPhase::Live);
    }
}

void ScrapeSource::failWith(HttpFailure failure)
{
    failure.error.source = m_name;
    report({}, false, 0);
    if (m_state.phase == LinkPhase::Stopped) {
        return; // by who heard of the scrape
    }
    if (failure.persistent) {
        m_timer.stop();
    }
    setState(failure.persistent ? LinkPhase::Refused : LinkPhase::Unreachable, failure.error);
}

void ScrapeSource::report(MetricsBatch batch, bool up, std::size_t samples)
{
    appendReport(batch,
                 {.up = up, .duration = m_clock.steadyNow() - m_begunSteady, .samples = samples},
                 m_options.rules.labels, m_begun);
    Q_EMIT scraped({.at = m_begun, .batch = std::move(batch)});
}

void ScrapeSource::setState(LinkPhase phase, std::optional<Error> error)
{
    if (m_state.phase != phase || m_state.since == WallTime{}) {
        m_state.since = m_clock.wallNow();
    }
    m_state.phase = phase;
    m_state.error = std::move(error);
    Q_EMIT stateChanged(m_state);
}

} // namespace foretop::feeds
