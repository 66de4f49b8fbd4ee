// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presetmatches.h"

#include "models/metriccatalog.h"
#include "models/workerrun.h"
#include "session/session.h"

#include <QPointer>
#include <QTimer>

namespace foretop::models {

namespace {

/// Between two matches: a catalog changes with every scrape, which metrics it has seldom does.
constexpr int kPaceMs = 3000;

using Run = WorkerRun<QVector<Dashboard>>;

QVector<Dashboard> matchAll(const QVector<PresetRules> &rules,
                            const metrics::Vocabulary &vocabulary, const std::stop_token &stop)
{
    QVector<Dashboard> dashboards;
    for (const PresetRules &each : rules) {
        if (auto dashboard = each.match(vocabulary, stop); dashboard && !stop.stop_requested()) {
            dashboards.push_back(std::move(*dashboard));
        }
    }
    return dashboards;
}

} // namespace

class PresetMatches::Private
{
public:
    Private(PresetMatches &matches, QVector<PresetRules> presetRules);
    ~Private() { stop(); }

    void follow(MetricCatalog *newCatalog);
    void noteChange();
    void stop();

    PresetMatches &q;
    const QVector<PresetRules> rules;
    QPointer<MetricCatalog> catalog;
    QVector<Dashboard> dashboards;
    bool isPending = false;

private:
    void start();
    void poll();
    void show(QVector<Dashboard> found);

    std::shared_ptr<Run> m_run; // polled once a frame
    QTimer m_frame;
    QTimer m_pace; // after a match
    bool m_hasNews = false;
};

PresetMatches::Private::Private(PresetMatches &matches, QVector<PresetRules> presetRules)
    : q(matches)
    , rules(std::move(presetRules))
{
    m_frame.setInterval(session::kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { poll(); });
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPaceMs);
    connect(&m_pace, &QTimer::timeout, &q, [this] { start(); });
}

void PresetMatches::Private::follow(MetricCatalog *newCatalog)
{
    if (catalog) {
        catalog->disconnect(&q);
    }
    stop();
    catalog = newCatalog;
    isPending = catalog != nullptr;
    if (catalog) {
        connect(catalog, &MetricCatalog::changed, &q, [this] { noteChange(); });
        connect(catalog, &QObject::destroyed, &q, [this] { q.setCatalog(nullptr); });
        noteChange();
    }
    show({});
}

void PresetMatches::Private::noteChange()
{
    m_hasNews = true;
    // Of an empty catalog nothing was learnt that is worth a pause.
    if (!m_pace.isActive() || dashboards.isEmpty()) {
        start();
    }
}

void PresetMatches::Private::stop()
{
    m_pace.stop();
    m_frame.stop();
    m_hasNews = false;
    if (m_run) {
        m_run->cancel();
        m_run.reset();
    }
}

void PresetMatches::Private::start()
{
    if (!m_hasNews || m_run || !catalog) {
        return;
    }
    m_hasNews = false;
    m_run =
        Run::start([all = rules, vocabulary = catalog->vocabulary()](const std::stop_token &stop) {
            return matchAll(all, *vocabulary, stop);
        });
    m_frame.start();
}

void PresetMatches::Private::poll()
{
    auto found = m_run->take();
    if (!found) {
        return;
    }
    m_run.reset();
    m_frame.stop();
    m_pace.start();
    const bool wasPending = std::exchange(isPending, catalog->isPending());
    if (*found == dashboards && wasPending != isPending) {
        Q_EMIT q.changed();
    }
    show(std::move(*found));
    if (m_hasNews && dashboards.isEmpty()) {
        start();
    }
}

void PresetMatches::Private::show(QVector<Dashboard> found)
{
    if (found == dashboards) {
        return;
    }
    dashboards = std::move(found);
    Q_EMIT q.changed();
}

PresetMatches::PresetMatches(QVector<PresetRules> rules, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(rules)))
{
}

PresetMatches::~PresetMatches() = default;

void PresetMatches::setCatalog(MetricCatalog *catalog)
{
    if (d->catalog != catalog || catalog == nullptr) {
        d->follow(catalog);
    }
}

const QVector<Dashboard> &PresetMatches::dashboards() const
{
    return d->dashboards;
}

bool PresetMatches::isPending() const
{
    return d->isPending;
}

} // namespace foretop::models
