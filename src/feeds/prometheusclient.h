// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/backoff.h"
#include "feeds/httpexchange.h"
#include "feeds/linkstate.h"
#include "feeds/prometheusapi.h"

#include <memory>

namespace foretop::feeds {

struct PrometheusOptions
{
    QUrl url; ///< http or https, with the path before "/api/v1", such as http://mimir/prometheus
    QString source; ///< the source's name, as shown and as put in errors
    HttpAccess access;
    Milliseconds timeout{30'000}; ///< of one request
    qint64 maxBytes = 32 << 20;   ///< of one answer, decompressed
    std::size_t cacheBytes = 64U << 20;
    /// Samples may still come in for moments that are less long ago: these are not cached.
    Milliseconds settleTime{120'000};
    Milliseconds probeInterval{30'000}; ///< of asking an idle server whether it is there
    Milliseconds backoffFirst{500};
    Milliseconds backoffMost{30'000};
};

/// Answers the questions of a PrometheusApi. Lives in the thread it was made in (a worker with an
/// event loop); all signals come from there.
///
/// Whether the server is there is found out by evaluating the expression 1, when opened, from time
/// to time, and after a request that did not get through. While the link is Refused questions fail
/// with its error; while it is Unreachable they are tried all the same.
/// Same questions at the same time are one request. Bounds: CallQueue::kMaxParallel requests at a
/// time; RangeRuns::kMaxMoments for a range; the answer limits (AnswerLimits), for a range as a
/// whole too; a byte budget for cached ranges.
class PrometheusClient : public QObject
{
    Q_OBJECT

public:
    /// @p api (of any thread), @p network and @p clock must outlive the client.
    PrometheusClient(PrometheusApi &api, HttpNetwork &network, const Clock &clock,
                     QObject *parent = nullptr);
    ~PrometheusClient() override;

    /// Connects; questions wait until then.
    void open(PrometheusOptions options);
    /// The source cannot be opened: questions fail with @p error until open().
    void refuse(const Error &error);
    /// Ends a back-off, or leaves Refused, and tries now; reads certificates again and forgets what
    /// is cached.
    void retryNow();

Q_SIGNALS:
    void stateChanged(const foretop::feeds::LinkState &state);
    void countersChanged(const foretop::feeds::LinkCounters &counters);
    /// An answer could not be read; counted in malformed.
    void frameRejected(const foretop::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::feeds
