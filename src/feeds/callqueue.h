// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/httpexchange.h"
#include "feeds/prometheusrequest.h"

#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>

namespace foretop::feeds {

/// What became of a call.
struct CallOutcome
{
    Result<PrometheusData> data;
    std::optional<WallTime> serverTime; ///< when it answered, by its own clock
    bool persistent = false;            ///< trying again cannot help
};

/// Makes calls of the HTTP API of one server, kMaxParallel at a time, in order. Calls of the same
/// key are one request. One thread.
class CallQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMaxParallel = 4;

    using Done = std::function<void(const CallOutcome &outcome)>;

    struct Server
    {
        HttpEndpoint endpoint;
        QUrl url;
        std::string source;
        Milliseconds timeout{};
        qint64 maxBytes = 0;
    };

    explicit CallQueue(Server server, QObject *parent = nullptr);
    ~CallQueue() override;

    /// @p done is called once, from the event loop, unless @p asker is cancelled before.
    void add(const PrometheusCall &call, std::uint64_t asker, Done done);
    /// A request that nobody waits for any more is cancelled.
    void cancel(std::uint64_t asker);
    /// Ends every call with @p error.
    void failAll(const Error &error);

Q_SIGNALS:
    /// An answer of @p items (samples, series, names) came; told before who asked for it hears.
    void answered(std::size_t items);
    /// An answer could not be read.
    void rejected(const foretop::Error &error);
    /// The server could not be reached, or does not let us in.
    void linkDoubted();

private:
    struct Waiter
    {
        std::uint64_t asker = 0;
        Done done;
    };
    struct Pending
    {
        PrometheusCall call;
        std::vector<Waiter> waiters;
        std::unique_ptr<HttpExchange> exchange; // null: waits for its turn
    };

    void startNext();
    void start(const QByteArray &key, Pending &pending);
    void finish(const QByteArray &key, const HttpOutcome &outcome);
    CallOutcome outcomeOf(const PrometheusCall &call, const HttpOutcome &outcome);
    CallOutcome outcomeOf(HttpFailure failure) const;

    const Server m_server;
    std::unordered_map<QByteArray, Pending> m_pending;
    std::deque<QByteArray> m_waiting; // keys of m_pending; of cancelled ones too
    std::size_t m_running = 0;
};

} // namespace foretop::feeds
