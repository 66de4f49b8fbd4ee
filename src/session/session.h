// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/errorstore.h"
#include "feeds/linkstate.h"
#include "feeds/prometheusapi.h"
#include "health/healthstore.h"
#include "jobs/jobstore.h"
#include "logs/livestore.h"
#include "metrics/seriesstore.h"
#include "session/environment.h"

#include <QObject>

#include <memory>

namespace foretop::session {

class SecretStore;

/// One source while connected.
struct SourceStatus
{
    SourceConfig config;
    feeds::LinkState link;
    feeds::LinkCounters counters;
    QString lastError; ///< newest frame or item that could not be read; empty: none
    /// What the link was before, oldest first; at most kMaxEarlierLinks, the oldest go.
    QVector<feeds::LinkState> earlierLinks;
};
inline constexpr qsizetype kMaxEarlierLinks = 200;

/// The state of @p source's link as of @p time (now when not given); the oldest known state for
/// a moment before it.
const feeds::LinkState &linkAt(const SourceStatus &source, std::optional<WallTime> time);

/// An environment while connected: its sources and the stores they fill. The object lives in the
/// GUI thread; sources run, decode and store in a thread of its own. Stores may be read from any
/// thread.
class Session : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        std::size_t logBytes = logs::LiveStore::kDefaultByteBudget;
        std::size_t metricBytes = metrics::SeriesStore::kDefaultByteBudget;
    };

    /// @p clock must outlive the session.
    Session(Environment environment, Limits limits, const Clock &clock, QObject *parent = nullptr);
    ~Session() override; ///< stops the sources and waits for their thread

    /// Where tokens are read from; the system's keychain unless set. Call before start();
    /// @p secrets must outlive the session.
    void setSecretStore(SecretStore &secrets);

    /// Reads the tokens that are needed and connects every source. A source whose token cannot
    /// be read is Refused, and the error says why.
    void start();
    /// Ends every back-off and tries now; reads tokens again that could not be read.
    void retryNow();

    const Environment &environment() const;
    const Clock &clock() const;
    /// As of the last sourcesChanged().
    const QVector<SourceStatus> &sources() const;

    const health::HealthStore &health() const;
    const metrics::SeriesStore &metrics() const;
    const logs::LiveStore &logs() const;
    const jobs::JobStore &jobs() const;
    const errors::ErrorStore &errors() const;
    /// The environment's Prometheus sources, in its order; valid as long as the session. To be
    /// asked from the GUI thread at any time, before start() too.
    QVector<feeds::PrometheusApi *> prometheus() const;
    /// metrics() for a worker that may run on when the session is gone.
    std::shared_ptr<const metrics::SeriesStore> sharedMetrics() const;

Q_SIGNALS:
    // At most once in kFrameMs each, however much arrives.
    void healthChanged();
    void metricsChanged();
    void logsChanged();
    void jobsChanged();
    void errorsChanged();
    void sourcesChanged(); ///< anything of sources(), counters too
    void linksChanged();   ///< a link took another state; comes after sourcesChanged()

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A display frame: views change no more often.
inline constexpr int kFrameMs = 16;

} // namespace foretop::session
