// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/prometheusapi.h"
#include "models/panelcompute.h"
#include "models/workerrun.h"

#include <QPointer>

#include <vector>

namespace foretop::models {

/// One question of a PanelQuery, until it is answered. Its end cancels it. GUI thread.
class PanelAttempt
{
public:
    virtual ~PanelAttempt() = default;
    /// Takes the next step, where one can be taken; the answer, once it is there. To be called once
    /// a frame.
    virtual std::optional<PanelAnswer> poll() = 0;
};

/// Asks the session's own series.
class StoreAttempt : public PanelAttempt
{
public:
    StoreAttempt(PanelRequest request, std::shared_ptr<const metrics::SeriesStore> store);
    ~StoreAttempt() override;
    std::optional<PanelAnswer> poll() override { return m_run->take(); }

private:
    std::shared_ptr<WorkerRun<PanelAnswer>> m_run;
};

/// How far apart samples of a selector are, as a Prometheus told. Nothing: it cannot tell.
using KnownIntervals = QHash<QString, std::optional<Milliseconds>>;

/// Asks a Prometheus: prepares the expressions on a worker, asks how often there are samples where
/// that matters and is not known, then for the ranges, and reduces them on a worker.
class PrometheusAttempt : public PanelAttempt
{
public:
    static constexpr qsizetype kMaxKnownIntervals = 100; ///< then they are asked for again

    /// @p intervals is added to; it must outlive this.
    PrometheusAttempt(PanelRequest request, feeds::PrometheusApi &api, KnownIntervals &intervals);
    ~PrometheusAttempt() override;
    std::optional<PanelAnswer> poll() override;

private:
    /// A target on its way.
    struct Asked
    {
        int target = 0;
        std::optional<PanelExpression> expression;
        std::optional<Error> error; ///< why it has none; its column is that of the panel's text
        QStringList selectors;      ///< whose intervals are to be asked for before
    };
    using Told = Result<std::shared_ptr<const feeds::QueryAnswer>>;

    static std::vector<Asked> prepare(const PanelRequest &request, const KnownIntervals &known);
    static Asked prepareTarget(const PanelRequest &request, const KnownIntervals &known, int index);
    static PanelAnswer reduce(const PanelRequest &request, const std::vector<Asked> &asked,
                              const std::vector<std::optional<Told>> &told,
                              const std::stop_token &stop);
    void startPreparing();
    void ask(std::vector<Asked> asked);
    void askIntervals(const QStringList &selectors);
    void askRanges();
    void startReducing();

    const PanelRequest m_request;
    const QPointer<feeds::PrometheusApi> m_api;
    KnownIntervals &m_intervals;
    std::shared_ptr<WorkerRun<std::vector<Asked>>> m_preparing;
    std::vector<Asked> m_asked;
    std::vector<std::optional<Told>> m_told; // by index of m_asked
    std::size_t m_waiting = 0;               // inquiries not told yet
    bool m_asksIntervals = false;
    std::vector<feeds::Inquiry> m_inquiries;
    std::shared_ptr<WorkerRun<PanelAnswer>> m_reducing;
};

} // namespace foretop::models
