// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/callqueue.h"

#include <algorithm>

namespace foretop::feeds {
namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

struct ItemCounter
{
    std::size_t operator()(const std::shared_ptr<const QueryAnswer> &answer) const
    {
        std::size_t count = 0;
        for (const metrics::ResultSeries &series : answer->matrix) {
            count += series.samples.size();
        }
        return count;
    }
    std::size_t operator()(const std::shared_ptr<const NamesAnswer> &answer) const
    {
        return answer->names.size();
    }
    std::size_t operator()(const std::shared_ptr<const SeriesAnswer> &answer) const
    {
        return answer->series.size();
    }
    std::size_t operator()(const std::shared_ptr<const MetadataAnswer> &answer) const
    {
        return answer->families.size();
    }
    std::size_t operator()(const std::shared_ptr<const BuildInfoAnswer> &) const { return 1; }
};

bool isDoubtful(int status)
{
    return status == 401 || status == 403 || status >= 500;
}

} // namespace

CallQueue::CallQueue(Server server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{
}

CallQueue::~CallQueue() = default;

void CallQueue::add(const PrometheusCall &call, std::uint64_t asker, Done done)
{
    const QByteArray key = call.key();
    auto found = m_pending.find(key);
    if (found == m_pending.end()) {
        found = m_pending.emplace(key, Pending{.call = call, .waiters = {}, .exchange = {}}).first;
        m_waiting.push_back(key);
    }
    found->second.waiters.push_back({.asker = asker, .done = std::move(done)});
    startNext();
}

void CallQueue::cancel(std::uint64_t asker)
{
    for (auto at = m_pending.begin(); at != m_pending.end();) {
        Pending &pending = at->second;
        std::erase_if(pending.waiters,
                      [asker](const Waiter &waiter) { return waiter.asker == asker; });
        if (!pending.waiters.empty()) {
            ++at;
            continue;
        }
        if (pending.exchange) {
            --m_running;
        } else {
            std::erase(m_waiting, at->first);
        }
        at = m_pending.erase(at);
    }
    startNext();
}

void CallQueue::failAll(const Error &error)
{
    m_waiting.clear();
    m_running = 0;
    for (const auto &[key, pending] : std::exchange(m_pending, {})) {
        for (const Waiter &waiter : pending.waiters) {
            waiter.done({.data = tl::unexpected(error), .serverTime = {}});
        }
    }
}

void CallQueue::startNext()
{
    while (m_running < kMaxParallel && !m_waiting.empty()) {
        const QByteArray key = std::move(m_waiting.front());
        m_waiting.pop_front();
        start(key, m_pending.at(key));
    }
}

void CallQueue::start(const QByteArray &key, Pending &pending)
{
    ++m_running;
    HttpRequest request;
    request.url = urlOf(pending.call, m_server.url);
    request.accept = "application/json";
    request.form = formOf(pending.call);
    request.timeout = m_server.timeout;
    request.maxBytes = m_server.maxBytes;
    pending.exchange = std::make_unique<HttpExchange>(m_server.endpoint, std::move(request));
    connect(pending.exchange.get(), &HttpExchange::finished, this,
            [this, key](const HttpOutcome &outcome) { finish(key, outcome); });
    pending.exchange->start();
}

void CallQueue::finish(const QByteArray &key, const HttpOutcome &outcome)
{
    const auto found = m_pending.find(key);
    Pending pending = std::move(found->second);
    m_pending.erase(found);
    --m_running;
    pending.exchange.release()->deleteLater(); // it is in the middle of telling
    const CallOutcome result = outcomeOf(pending.call, outcome);
    for (const Waiter &waiter : pending.waiters) {
        waiter.done(result);
    }
    startNext();
}

CallOutcome CallQueue::outcomeOf(const PrometheusCall &call, const HttpOutcome &outcome)
{
    if (!outcome) {
        Q_EMIT linkDoubted();
        return outcomeOf(outcome.error());
    }
    if (outcome->status >= 400) {
        HttpFailure failure = failureOf(outcome->status);
        if (auto error = decodeServerError(viewOf(outcome->body), m_server.source)) {
            failure.error = std::move(*error);
        }
        if (isDoubtful(outcome->status)) {
            Q_EMIT linkDoubted();
        }
        return outcomeOf(std::move(failure));
    }
    CallOutcome result{.data = call.decode(viewOf(outcome->body), m_server.source),
                       .serverTime = outcome->date};
    if (result.data) {
        Q_EMIT answered(std::visit(ItemCounter(), *result.data));
    } else {
        Q_EMIT rejected(result.data.error());
    }
    return result;
}

CallOutcome CallQueue::outcomeOf(HttpFailure failure) const
{
    failure.error.source = m_server.source;
    return {.data = tl::unexpected(std::move(failure.error)),
            .serverTime = {},
            .persistent = failure.persistent};
}

} // namespace foretop::feeds
